package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * U2: takes items of a handover or does not; those not named wait on.
 */
public class AnswerHandoverRequest extends ArrangementRequest {
    private static final long serialVersionUID = 1L;

    /** Items that the receiver takes. */
    public List<Long> accept = new ArrayList<>();

    /** Items that he does not take. */
    public List<Long> reject = new ArrayList<>();

    /** True: he takes all others too; false: he takes none of the others; null: they wait on. */
    public Boolean others;
}
