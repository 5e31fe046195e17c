/**
 * Starts and stops the product on an unmodified Payara Micro: for a person at a terminal ({@link wf.micro.Launcher})
 * and for the integration tests ({@link wf.micro.MicroServer}). It runs outside the server and is not in the WAR.
 */
package wf.micro;
