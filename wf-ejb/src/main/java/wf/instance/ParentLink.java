package wf.instance;

/**
 * The instance that called this one.
 *
 * @param nodeInstanceId the visit of the call activity, or the one at which somebody started this instance (F22)
 * @param jobId what that visit waits for; null when it does not wait
 * @param depth calls above this one, from 1; a recursion that does not end is stopped by it
 */
public record ParentLink(long instanceId, long nodeInstanceId, Long jobId, int depth) {

    /** So many calls may be one inside the other. */
    public static final int MAX_DEPTH = 50;

    /** @param parent link of the instance that is to call, or null */
    public static boolean mayCall(ParentLink parent) {
        return parent == null || parent.depth() < MAX_DEPTH;
    }
}
