/**
 * The face over messages: every operation of every group can be sent to the queue {@code wf.command}.
 *
 * <p>A message is a JSON text: {@code {"operation":"submit","workItemId":12,"request":{…}}}, with all parameters by
 * their names. Its string property {@code Authorization} signs on with HTTP Basic, {@code wfLanguage} ({@code zh},
 * {@code en}) chooses the language. The answer goes to {@code JMSReplyTo}, else to {@code wf.reply}, with the correlation
 * id of the request (else its message id), the property {@code wfStatus} (200 or the status of the problem), and the reply
 * or the {@link wf.contract.Problem} as JSON text, and expires after a day ({@code wf.reply.hours}). What cannot be read, or breaks
 * the engine, also goes to {@code wf.command.dead} with the properties {@code wfCode} and {@code wfReason}. Messages of one instance
 * keep their order where their sender gives them one {@code JMSXGroupID}; with {@code async} the engine keeps it. Names and passwords travel in the message as they do in HTTP Basic, so
 * a broker that is not on the same machine is reached by TLS.
 */
package wf.message;
