package wf.operation;

import java.util.Map;
import wf.value.Value;

/** What was, for the few operations that bring it back; found out only when one of them asks. */
@FunctionalInterface
public interface Past {

    /** For operations that bring nothing back. */
    Past UNKNOWN = visit -> {
        throw new IllegalStateException("this operation does not look at what was");
    };

    /** The variables of the process as they were at the version of the instance. */
    default Map<String, Value> variablesAsOf(long version) {
        throw new IllegalStateException("nobody knows version " + version);
    }

    /** The variables of the process as they were when the visit was entered. */
    Map<String, Value> variablesWhenEntered(long nodeInstanceId);
}
