package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.AssistRequest;
import wf.contract.WorkItemKind;
import wf.instance.WorkItem;
import wf.runtime.Consultations;
import wf.runtime.Flow;
import wf.runtime.Rejection;

/** F28 协办: the main handler asks others for help, and waits for them if he likes. */
public final class Assist implements Operation<AssistRequest> {

    @Override
    public String name() {
        return "assist";
    }

    @Override
    public Class<AssistRequest> requestType() {
        return AssistRequest.class;
    }

    @Override
    public boolean suits(WorkItem item) {
        return item.kind() == WorkItemKind.MAIN;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MAIN);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), Checks.isOfKind(on, WorkItemKind.MAIN), Checks.isTaken(on));
    }

    @Override
    public Optional<Rejection> refuse(AssistRequest request, Subject on) {
        return Checks.first(Others.areGiven(request.users), Others.areKnown(on, request.users), Others.areNotTheHolder(on, request.users),
                Others.areNotThere(on, WorkItemKind.ASSIST, asked(on), request.users), Others.areNotTooMany(on, request.users));
    }

    /** By which item those who help already were asked. */
    private static Long asked(Subject on) {
        return on.visit().askedFrom(on.item().id()).stream().filter(c -> c.kind().asksFor() == WorkItemKind.ASSIST)
                .map(c -> c.id()).findFirst().orElse(on.item().id());
    }

    @Override
    public void decide(AssistRequest request, Subject on, Flow flow) {
        new Consultations(flow).assist(on.item(), Others.named(request.users), request.wait);
    }
}
