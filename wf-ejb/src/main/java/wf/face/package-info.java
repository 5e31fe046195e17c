/**
 * What all faces share: the table of operations by name, one way of JSON, and the refusals that a face answers itself.
 *
 * <p>A face (REST, SOAP, JMS, EJB) finds an operation here, hands over a caller and arguments, and gets a reply or a
 * {@link wf.refusal.Refused}. No face knows a service by more than this table, so an operation that one face has is on
 * all of them.
 */
package wf.face;
