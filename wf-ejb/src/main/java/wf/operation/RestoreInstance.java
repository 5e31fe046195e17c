package wf.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.RestoreInstanceRequest;
import wf.instance.InstanceEvent.VariablesChanged;
import wf.instance.InstanceEvent.VariablesChanged.Change;
import wf.instance.ParentLink;
import wf.runtime.BusinessRecords.Moment;
import wf.runtime.Flow;
import wf.runtime.Pauses;
import wf.runtime.Rejection;
import wf.value.Value;

/** I5 恢复实例数据: a deleted instance is what it was before; or the variables of an instance are what they were at a version. */
public final class RestoreInstance implements Operation<RestoreInstanceRequest> {

    @Override
    public String name() {
        return "restoreInstance";
    }

    @Override
    public Class<RestoreInstanceRequest> requestType() {
        return RestoreInstanceRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.INSTANCE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MANAGER);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return on.instance().state() == InstanceState.DELETED ? parentIsThere(on) : Checks.isUnderWay(on);
    }

    private static Optional<Rejection> parentIsThere(Subject on) {
        ParentLink parent = on.instance().identity().parent();
        return parent == null || !on.facts().kin().isDeleted(parent) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "PARENT_DELETED", String.valueOf(parent.instanceId())));
    }

    @Override
    public Optional<Rejection> refuse(RestoreInstanceRequest request, Subject on) {
        if (on.instance().state() == InstanceState.DELETED) {
            return request.version == null ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "RESTORE_WHOLE_FIRST"));
        }
        return Checks.first(Checks.isGiven(request.version, "version"), isKnown(request, on));
    }

    private static Optional<Rejection> isKnown(RestoreInstanceRequest request, Subject on) {
        boolean known = request.version == null || request.version >= 1 && request.version <= on.instance().version();
        return known ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "NO_SUCH_VERSION", Objects.toString(request.version, "–")));
    }

    @Override
    public void decide(RestoreInstanceRequest request, Subject on, Flow flow) {
        if (request.version == null) {
            new Pauses(flow).restore();
        } else {
            setBack(on.past().variablesAsOf(request.version), flow);
        }
        flow.facts().businessRecords().tell(Moment.AFTER_RESTORE, flow);
    }

    /** Tokens stay where they are: conditions are looked at when the next variable changes. */
    private static void setBack(Map<String, Value> then, Flow flow) {
        Map<String, Value> now = flow.instance().variables();
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(then.keySet());
        List<Change> changes = names.stream().filter(n -> !Objects.equals(now.get(n), then.get(n)))
                .map(n -> new Change(null, n, now.get(n), then.get(n))).toList();
        flow.emit(new VariablesChanged(changes));
    }
}
