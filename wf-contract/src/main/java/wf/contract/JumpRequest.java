package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * F11: moves the token to any node, whatever the model's conditions say.
 */
public class JumpRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** The target, in the same scope or one around it; required. */
    public String nodeId;

    /** Who is to handle it there; empty: as modelled. */
    public List<String> users = new ArrayList<>();

    /** What becomes of branches beside, where the jump leads out of their block; null: KILL. */
    public SiblingPolicy siblings;

    /** For administrators, on an instance: the visit whose token is moved; elsewhere null. */
    public Long nodeInstanceId;
}
