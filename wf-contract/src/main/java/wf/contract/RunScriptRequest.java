package wf.contract;

/**
 * F27: runs a stored script on an instance.
 */
public class RunScriptRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Name of the script; required. */
    public String script;

    /** Version; null for the newest. */
    public Integer scriptVersion;
}
