package wf.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.definition.Node;
import wf.instance.Job;
import wf.instance.NodeInstance;
import wf.instance.Rework;
import wf.instance.TokenEvent.WorkCameBack;
import wf.instance.WaitEvent.JobClosed;
import wf.runtime.Returning.Manner;
import wf.value.Value;

/**
 * Work has come back out of an instance that this one called, which has ended by it: the token of the call goes back. Where that
 * is not possible any more, the call begins anew with what the called instance had, so that the work is lost to nobody.
 */
public final class CameOut {

    private final Flow flow;

    public CameOut(Flow flow) {
        this.flow = flow;
    }

    /**
     * @param job what the call waited for
     * @param restored variables to be set first; empty leaves them
     */
    public void goBack(Job job, ReturnOut out, Map<String, Optional<Value>> restored) {
        NodeInstance visit = flow.instance().nodeInstance(job.nodeInstanceId());
        Optional<ReturnWay> way = flow.trail().of(out.target())
                .flatMap(t -> new ReturnWays(flow.definition(), flow.instance(), flow.trail()).to(t, visit));
        if (way.isEmpty()) {
            callAnew(visit, job);
        } else if (out.waits() && way.get().kind() == ReturnWay.Kind.SPLIT) {
            new PendingReturns(flow).await(visit, way.get());
        } else {
            new Returning(flow).goBack(visit, List.of(), way.get(), new Manner(out.allOfSplit(), out.direct(), restored, null));
        }
    }

    private void callAnew(NodeInstance visit, Job job) {
        Node node = flow.nodeOf(visit);
        flow.emit(new JobClosed(job.id()));
        flow.emit(new WorkCameBack(visit.id(), Rework.calling(visit.id())));
        flow.types().of(node).enter(node, flow.now(visit), flow);
    }
}
