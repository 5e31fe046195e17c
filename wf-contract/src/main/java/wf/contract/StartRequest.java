package wf.contract;

/**
 * I1: starts an instance.
 */
public class StartRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Id of the process element in its BPMN file. */
    public String definitionKey;

    /** Version to use; null takes the newest released one. */
    public Integer definitionVersion;

    /** Key of the business record that the instance belongs to. */
    public String businessKey;

    /** Title shown in lists; null takes the definition's name. */
    public String title;

    /**
     * A withdrawn instance of the caller's that is copied: its variables, title and business key, each unless it is sent too. With it
     * {@link #definitionKey} may be null and means the same process.
     */
    public Long copyOf;

    /** True keeps the instance as a draft with its starter (the first node must be marked {@code wf:starter}). */
    public boolean draft;

    /** Id of the department in which the starter acts, one of his; null for his main one. Relations to the starter look from there. */
    public String department;
}
