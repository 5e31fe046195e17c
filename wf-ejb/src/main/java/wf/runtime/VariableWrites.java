package wf.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.instance.InstanceEvent.VariablesChanged.Change;
import wf.instance.InstanceEvent.VariablesChanged;
import wf.value.Value;

/** Writing variables: only what really changes becomes part of the event, with the value before. */
public final class VariableWrites {

    private static final int MAX_CHARACTERS = 2_000_000;

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
            refuseIfTooLarge();
        }
    }

    /** An instance is read and written as a whole, so all its variables together have a limit too. */
    private void refuseIfTooLarge() {
        long characters = flow.instance().variables().values().stream().mapToLong(v -> v.text().length()).sum();
        if (characters > MAX_CHARACTERS) {
            flow.refuse(Rejection.of(ErrorCode.QUOTA, "VARIABLES_TOO_LARGE", String.valueOf(MAX_CHARACTERS)));
        }
    }
}
