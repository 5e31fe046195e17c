package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * F28: asks others for help.
 */
public class AssistRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** People who are asked; required. */
    public List<String> users = new ArrayList<>();

    /** Whether the work waits until all of them have answered. */
    public boolean wait;
}
