package wf.contract;

/**
 * 代办接收: the deputy says whether he does it.
 */
public class AnswerDeputyRequest extends ArrangementRequest {
    private static final long serialVersionUID = 1L;

    /** True: he does; false: he does not. Required. */
    public Boolean accept;
}
