package wf.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.Property;
import wf.contract.StartSubProcessRequest;
import wf.contract.WorkItemKind;
import wf.definition.ProcessDefinition;
import wf.instance.ParentLink;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.StartedProcesses;
import wf.value.Value;

/**
 * F22 启动子流程: the main handler starts an instance of another process, and waits for its end if he likes. It is his as if he
 * had started it elsewhere: he needs the right to, and nothing goes into it but what he sends.
 */
public final class StartSubProcess implements Operation<StartSubProcessRequest> {

    @Override
    public String name() {
        return "startSubProcess";
    }

    @Override
    public Class<StartSubProcessRequest> requestType() {
        return StartSubProcessRequest.class;
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
        return Checks.first(Checks.isRunning(on), Checks.isOfKind(on, WorkItemKind.MAIN), Checks.isTaken(on), isNotTooDeep(on));
    }

    private static Optional<Rejection> isNotTooDeep(Subject on) {
        return ParentLink.mayCall(on.instance().identity().parent()) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.QUOTA, "CALLS_TOO_DEEP", String.valueOf(ParentLink.MAX_DEPTH)));
    }

    @Override
    public Optional<Rejection> refuse(StartSubProcessRequest request, Subject on) {
        return Checks.isGiven(request.definitionKey, "definitionKey").or(() -> isCallable(request.definitionKey, on));
    }

    private static Optional<Rejection> isCallable(String key, Subject on) {
        Optional<ProcessDefinition> called = on.facts().kin().callable(key);
        return called.isEmpty() ? Optional.of(Rejection.of(ErrorCode.NOT_FOUND, "NO_RELEASED_DEFINITION", key))
                : Start.mayCreate(called.get(), on.facts()).or(() -> Start.canBeStarted(called.get()));
    }

    @Override
    public void decide(StartSubProcessRequest request, Subject on, Flow flow) {
        new StartedProcesses(flow).start(on.item(), request.definitionKey, sent(request, on), request.wait);
    }

    /** What the holder has typed into his form, and not sent with this, stays his. */
    private static Map<String, Value> sent(StartSubProcessRequest request, Subject on) {
        Map<String, Value> sent = new LinkedHashMap<>();
        for (Property property : request.variables) {
            on.input().getOrDefault(property.name, Optional.empty()).ifPresent(v -> sent.put(property.name, v));
        }
        return sent;
    }
}
