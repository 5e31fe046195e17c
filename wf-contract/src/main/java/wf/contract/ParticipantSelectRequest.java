package wf.contract;

/**
 * U4: asks whom the caller may choose for a node, if the work were submitted so.
 */
public class ParticipantSelectRequest extends SubmitRequest {
    private static final long serialVersionUID = 1L;

    /** The node that would be handled; required. */
    public String nextNodeId;
}
