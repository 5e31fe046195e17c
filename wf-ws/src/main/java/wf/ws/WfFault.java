package wf.ws;

import jakarta.xml.ws.WebFault;
import wf.contract.Problem;

/** The one declared SOAP fault: a refusal with its {@link Problem} as detail. */
@WebFault(name = Soap.PROBLEM, targetNamespace = Soap.NAMESPACE)
public class WfFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public WfFault(String message, Problem problem) {
        this(message, problem, null);
    }

    /** The form that SOAP clients generated from this class need. */
    public WfFault(String message, Problem problem, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    static WfFault of(Problem problem) {
        return new WfFault(problem.message, problem);
    }

    public Problem getFaultInfo() {
        return problem;
    }
}
