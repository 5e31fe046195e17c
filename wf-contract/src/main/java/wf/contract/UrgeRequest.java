package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * F21: asks the holders of open work items to hurry.
 */
public class UrgeRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Open work items of the instance; required. */
    public List<Long> workItemIds = new ArrayList<>();

    /** What they are told, at most 4000 characters, or null. */
    public String text;
}
