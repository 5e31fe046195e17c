package wf.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import wf.definition.ProcessDefinition;
import wf.instance.Job;
import wf.value.Value;

/**
 * Calls to other systems, which a model asks for. They are made outside of any transaction and at least once: after a
 * crash the same job is called again, so the job's id makes a good idempotency key.
 */
public interface RemoteCalls {

    /**
     * Makes the call and waits for its end.
     *
     * @throws RuntimeException when it could not be made; it is tried again later, a few times
     */
    Answer invoke(ProcessDefinition definition, Job job);

    /**
     * @param outputs variables that it gave
     * @param code the error of the model that it failed with, or null
     * @param detail why it failed for good; null when it did not
     */
    record Answer(Map<String, Value> outputs, String code, String detail) {

        public Answer {
            outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        }

        public static Answer done(Map<String, Value> outputs) {
            return new Answer(outputs, null, null);
        }

        /** It failed, and trying again would not help. */
        public static Answer failed(String code, String detail) {
            return new Answer(Map.of(), code, detail);
        }

        public boolean isFailure() {
            return detail != null;
        }
    }
}
