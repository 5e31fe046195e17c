package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * F19: gives others the instance to read; the opinion is the note that goes with it.
 */
public class CirculateRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Who is to read it; required. */
    public List<String> users = new ArrayList<>();

    /** The work item from which it is circulated; null: from the instance as a whole. */
    public Long workItemId;
}
