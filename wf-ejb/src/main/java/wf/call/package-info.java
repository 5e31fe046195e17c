/**
 * Calling what is outside (N18, N9): beans inside the transaction, and REST, SOAP, SQL and JMS after the commit. Models name
 * what they call; where that is, and the secrets for it, stand in the configuration. Whatever is answered is taken as
 * hostile: its size, its time, its form.
 */
package wf.call;
