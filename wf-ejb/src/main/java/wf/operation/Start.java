package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.StartRequest;
import wf.definition.ProcessDefinition;
import wf.instance.InstanceEvent.InstanceStarted;
import wf.runtime.Directory;
import wf.runtime.Facts;
import wf.runtime.Flow;
import wf.runtime.Member;
import wf.runtime.Rejection;
import wf.runtime.Scopes;
import wf.runtime.Starters;
import wf.runtime.VariableWrites;

/** I1 创建实例: a new instance, running or kept as its starter's draft. */
public final class Start implements Operation<StartRequest> {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Class<StartRequest> requestType() {
        return StartRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.NEW;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.ANYBODY);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return mayCreate(on);
    }

    @Override
    public Optional<Rejection> refuse(StartRequest request, Subject on) {
        return Checks.first(canBeStarted(on.definition()), canBeDraft(request, on), Checks.isHisDepartment(on, request.department));
    }

    /** I6: the definition names who may create instances, or leaves it open to everybody. */
    public static Optional<Rejection> mayCreate(Subject on) {
        return mayCreate(on.definition(), on.facts());
    }

    static Optional<Rejection> mayCreate(ProcessDefinition definition, Facts facts) {
        return mayCreate(definition, facts.actor(), facts.directory());
    }

    /** The same of anybody: whoever has somebody start it by a schedule asks, too. */
    public static Optional<Rejection> mayCreate(ProcessDefinition definition, Member actor, Directory directory) {
        boolean may = actor.administrator() || new Starters(definition, directory).include(actor);
        return may ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "MAY_NOT_CREATE", definition.name()));
    }

    static Optional<Rejection> canBeStarted(ProcessDefinition definition) {
        return definition.noneStarts().isEmpty()
                ? Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "STARTED_BY_EVENT", definition.name())) : Optional.empty();
    }

    private static Optional<Rejection> canBeDraft(StartRequest request, Subject on) {
        return request.draft && !on.definition().allowsDraft()
                ? Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "NO_DRAFT", on.definition().name())) : Optional.empty();
    }

    @Override
    public void decide(StartRequest request, Subject on, Flow flow) {
        InstanceState state = request.draft ? InstanceState.DRAFT : InstanceState.RUNNING;
        flow.emit(new InstanceStarted(state, flow.facts().actor().id(), flow.facts().now(), request.department));
        new Starters(on.definition(), flow.facts().directory()).found(flow.facts().actor()).ifPresent(flow::emit);
        flow.actIn(request.department);
        new VariableWrites(flow).setAll(null, on.input());
        new Scopes(flow).beginProcess();
    }
}
