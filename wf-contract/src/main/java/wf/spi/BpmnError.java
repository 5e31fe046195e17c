package wf.spi;

/**
 * An error of the model: thrown by a bean, it is caught by the error boundary event or event sub-process with this code. It
 * is a checked exception, which no container takes for a reason to roll back.
 */
public class BpmnError extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    public BpmnError(String code) {
        this(code, code);
    }

    public BpmnError(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The code of the error in the model. */
    public String code() {
        return code;
    }
}
