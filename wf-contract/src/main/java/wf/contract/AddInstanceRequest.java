package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * F32: a repeated activity, or a signing round, gets instances more while it runs: one for each of the users, or one for
 * the element.
 */
public class AddInstanceRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** The visit of the activity, or of one of its instances; {@link WorkItemInfo#nodeInstanceId} of any of its items; required. */
    public Long nodeInstanceId;

    /** People who are to do it too. */
    public List<String> users = new ArrayList<>();

    /** What the instance is about: the value of the activity's element variable; its name does not count. */
    public Property element;
}
