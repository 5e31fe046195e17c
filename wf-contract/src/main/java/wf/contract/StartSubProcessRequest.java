package wf.contract;

/**
 * F22: starts an instance of another process from an item. Its variables are those sent here.
 */
public class StartSubProcessRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Key of the process; its newest released version is started. Required. */
    public String definitionKey;

    /** Whether the item waits until that instance has ended; how it ended is then in the variable {@code subProcessResult}. */
    public boolean wait;
}
