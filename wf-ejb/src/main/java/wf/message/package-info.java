/**
 * The face over messages: every operation of every group can be sent to the queue {@code wf.command}.
 *
 * <p>A message is a JSON text: {@code {"operation":"submit","workItemId":12,"request":{…}}}, with all parameters by
 * their names; or XML, the element that stands in the body of SOAP for the same operation. Its string property {@code Authorization} signs on with HTTP Basic, {@code wfLanguage} ({@code zh},
 * {@code en}) chooses the language. The answer goes to {@code JMSReplyTo}, else to {@code wf.reply}, with the correlation
 * id of the request (else its message id), the property {@code wfStatus} (200 or the status of the problem), the priority of the request, and the reply
 * or the {@link wf.contract.Problem} as JSON text or XML as the request was, and expires after a day ({@code wf.reply.hours}). What cannot be read, breaks
 * the engine, or expired before its turn came, also goes to {@code wf.command.dead} with the properties {@code wfCode} and {@code wfReason}. Messages of one instance
 * keep their order where their sender gives them one {@code JMSXGroupID}; with {@code async} the engine keeps it. Names and passwords travel in the message as they do in HTTP Basic, so
 * a broker that is not on the same machine is reached by TLS.
 */
package wf.message;
