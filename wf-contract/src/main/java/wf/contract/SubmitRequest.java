package wf.contract;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * F1: hands work on along the modelled route.
 */
public class SubmitRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** For work that came back with a ticket: STEPWISE lets it walk along the model instead; else null. */
    public ResubmitMode resubmitMode;

    /** Ids of the flows that are to be taken where the model leaves that to the handler (人工选择路由). */
    public List<String> routes = new ArrayList<>();

    /** People for the nodes whose handlers are chosen by whoever comes before (上一环节办理人选择). */
    public List<Choice> participants = new ArrayList<>();

    /** The work is done, and goes on at this moment only; until then it can be taken back. Null lets it go on at once. Not for votes. */
    public Date delayUntil;

    /** The same as a time from now on: {@code D2}, {@code H4} or {@code M30} as time passes, {@code d2}, {@code h4} or {@code m30} of the handler's working time. Null for none. */
    public String delay;

    /** True hands it in without waiting for it: the answer is a ticket, by which one sees what came of it. */
    public boolean async;

    /** Id of the department in which the handler acts, one of his; null for his main one. Relations to him look from there. */
    public String department;
}
