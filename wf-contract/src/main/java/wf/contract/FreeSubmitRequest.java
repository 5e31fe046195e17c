package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * F31: hands work on to a node and people of the handler's choice.
 */
public class FreeSubmitRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** The next node; null: the same node again, for somebody else. */
    public String nodeId;

    /** Who is to handle it; may be empty where the node is modelled with people. */
    public List<String> users = new ArrayList<>();
}
