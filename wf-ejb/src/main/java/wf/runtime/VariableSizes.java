package wf.runtime;

import java.util.Collection;
import java.util.List;
import wf.contract.ErrorCode;
import wf.instance.InstanceEvent.VariablesChanged.Change;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.value.Value;

/**
 * How much all variables of an instance may hold together, since it is read and written as a whole. They are counted
 * once for a decision and from then on only what changes; variables that go with their visit are counted off when the
 * sum seems too large, not before.
 */
final class VariableSizes {

    static final int MAX_CHARACTERS = 2_000_000;
    static final Rejection TOO_LARGE = Rejection.of(ErrorCode.QUOTA, "VARIABLES_TOO_LARGE", String.valueOf(MAX_CHARACTERS));

    private final ProcessInstance instance;
    private long characters = -1;

    VariableSizes(ProcessInstance instance) {
        this.instance = instance;
    }

    /** Whether there is room for the changes, which then are counted. */
    boolean fit(List<Change> changes) {
        return fit(changes.stream().mapToLong(c -> length(c.after()) - length(c.before())).sum());
    }

    /** Whether there is room for these values beside the variables. */
    boolean fit(Collection<Value> values) {
        return fit(length(values));
    }

    private boolean fit(long more) {
        if (characters < 0 || characters + more > MAX_CHARACTERS) {
            characters = counted();
        }
        boolean fits = characters + more <= MAX_CHARACTERS;
        characters += fits ? more : 0;
        return fits;
    }

    private long counted() {
        long sum = length(instance.variables().values());
        for (NodeInstance visit : instance.nodeInstances()) {
            sum += length(visit.variables().values());
            if (visit.progress() != null) {
                sum += length(visit.progress().elements()) + length(visit.progress().outputs());
            }
        }
        sum += instance.jobs().stream().mapToLong(j -> length(j.inputs().values())).sum();
        sum += instance.compensables().stream().mapToLong(c -> length(c.variables().values())).sum();
        return sum;
    }

    private static long length(Collection<Value> values) {
        long sum = 0;
        for (Value value : values) {
            sum += value.text().length();
        }
        return sum;
    }

    private static long length(Value value) {
        return value == null ? 0 : value.text().length();
    }
}
