package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * U3: an instance that has ended goes on at one of its nodes.
 */
public class ActivateRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** A node where people work, not inside a sub-process; null: the last one at which they did. */
    public String nodeId;

    /** Who is to work there; several are offered the work. None: whoever did it last, else whom the model says. */
    public List<String> participants = new ArrayList<>();
}
