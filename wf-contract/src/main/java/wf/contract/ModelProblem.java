package wf.contract;

import java.io.Serializable;

/**
 * One finding of the model check at deployment.
 */
public class ModelProblem implements Serializable {
    private static final long serialVersionUID = 1L;

    /** ERROR refuses the model, WARNING does not. */
    public Severity severity;

    /** Stable name of the finding, as in {@code FLOW_TARGET_MISSING}. */
    public String code;

    /** Id of the BPMN element, where it has one. */
    public String elementId;

    /** Line in the file, from 1, where known. */
    public Integer line;

    /** Column in the line, from 1, where known. */
    public Integer column;

    /** What is wrong and what to do, in the caller's language. */
    public String message;
}
