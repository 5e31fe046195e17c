package wf.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wf.value.Value;

/** What came of a remote call. */
public sealed interface Outcome {

    /** It is done; what it gave, by the names that the node's settings want. */
    record Done(Map<String, Optional<Value>> values) implements Outcome {
        public Done {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** The answer is an error of the model, which a boundary event may catch. */
    record BpmnError(String code, String detail) implements Outcome { }

    /** It did not work; whether it may do so later. */
    record Failed(String detail, boolean retryable) implements Outcome { }
}
