package wf.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wf.instance.InstanceEvent.VariablesChanged;
import wf.instance.InstanceEvent.VariablesChanged.Change;
import wf.instance.NodeInstance;
import wf.value.Value;

/** Writing variables: only what really changes becomes part of the event, with the value before. */
public final class VariableWrites {

    private final Flow flow;

    public VariableWrites(Flow flow) {
        this.flow = flow;
    }

    /**
     * Empty clears the variable. Each is written in the nearest scope around the visit that has it; null: the process.
     *
     * @return false when it was too much: the operation is refused, or the visit stands at an incident
     */
    public boolean setAll(NodeInstance visit, Map<String, Optional<Value>> values) {
        Variables variables = new Variables(flow);
        List<Change> changes = new ArrayList<>();
        values.forEach((name, value) -> change(variables.homeOf(name, visit), name, value.orElse(null)).ifPresent(changes::add));
        return emit(changes, visit);
    }

    public boolean set(NodeInstance visit, String name, Value value) {
        return setAll(visit, Map.of(name, Optional.ofNullable(value)));
    }

    /** The visit's own variables, whatever the scopes around it have. */
    public boolean setOwn(NodeInstance visit, Map<String, Optional<Value>> values) {
        List<Change> changes = new ArrayList<>();
        values.forEach((name, value) -> change(visit.id(), name, value.orElse(null)).ifPresent(changes::add));
        return emit(changes, visit);
    }

    private Optional<Change> change(Long scopeId, String name, Value value) {
        Map<String, Value> there = scopeId == null ? flow.instance().variables() : flow.instance().nodeInstance(scopeId).variables();
        Value before = there.get(name);
        return Objects.equals(before, value) ? Optional.empty() : Optional.of(new Change(scopeId, name, before, value));
    }

    private boolean emit(List<Change> changes, NodeInstance visit) {
        if (changes.isEmpty()) {
            return true;
        }
        if (!flow.sizes().fit(changes)) {
            flow.stop(visit, VariableSizes.TOO_LARGE);
            return false;
        }
        flow.emit(new VariablesChanged(changes));
        flow.variablesChanged();
        return true;
    }
}
