package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.InstanceState;
import wf.definition.ProcessDefinition;
import wf.instance.InstanceEvent.InstanceStarted;
import wf.runtime.Flow;
import wf.runtime.Member;
import wf.runtime.Rejection;
import wf.runtime.Scopes;
import wf.runtime.VariableWrites;

/** An instance that no person starts: an event does, or an instance that calls it. The engine's own operation. */
public final class Begin implements Operation<BeginRequest> {

    @Override
    public String name() {
        return "begin";
    }

    @Override
    public Class<BeginRequest> requestType() {
        return BeginRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.ENGINE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of();
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Optional.empty();
    }

    @Override
    public Optional<Rejection> refuse(BeginRequest request, Subject on) {
        return request.startNode == null ? Start.canBeStarted(on.definition()) : Optional.empty();
    }

    @Override
    public void decide(BeginRequest request, Subject on, Flow flow) {
        String starter = request.starter == null ? Member.ENGINE.id() : request.starter;
        flow.emit(new InstanceStarted(InstanceState.RUNNING, starter, flow.facts().now(), request.department));
        new VariableWrites(flow).setAll(null, on.input());
        ProcessDefinition process = on.definition();
        if (request.startNode == null) {
            new Scopes(flow).beginProcess();
        } else {
            new Scopes(flow).beginProcess(process.node(request.startNode), process.node(request.eventNode));
        }
    }
}
