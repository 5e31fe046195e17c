package wf.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wf.instance.InstanceEvent.VariablesChanged.Change;
import wf.instance.InstanceEvent.VariablesChanged;
import wf.value.Value;

/** Writing variables: only what really changes becomes part of the event, with the value before. */
public final class VariableWrites {

    private final Flow flow;

    public VariableWrites(Flow flow) {
        this.flow = flow;
    }

    public void set(String name, Value value) {
        setAll(Map.of(name, Optional.of(value)));
    }

    /** Empty clears the variable. */
    public void setAll(Map<String, Optional<Value>> values) {
        List<Change> changes = new ArrayList<>();
        new LinkedHashMap<>(values).forEach((name, value) -> {
            Value before = flow.instance().variables().get(name);
            if (!Objects.equals(before, value.orElse(null))) {
                changes.add(new Change(name, before, value.orElse(null)));
            }
        });
        if (!changes.isEmpty()) {
            flow.emit(new VariablesChanged(changes));
        }
    }
}
