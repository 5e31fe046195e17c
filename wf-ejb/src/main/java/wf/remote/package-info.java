/**
 * The face for other applications on session beans. A facade for each group implements the interface of the client jar
 * ({@code wf.client}); what is to be done is the same for all operations and stands in {@link wf.remote.RemoteFace}: sign the
 * caller on, find the operation in the catalogue, perform it, tell a refusal by the declared exception.
 */
package wf.remote;
