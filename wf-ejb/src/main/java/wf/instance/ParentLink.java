package wf.instance;

/**
 * The instance that called this one.
 *
 * @param nodeInstanceId the visit of the call activity
 * @param jobId what that visit waits for; null when it does not wait
 * @param depth calls above this one, from 1; a recursion that does not end is stopped by it
 */
public record ParentLink(long instanceId, long nodeInstanceId, Long jobId, int depth) { }
