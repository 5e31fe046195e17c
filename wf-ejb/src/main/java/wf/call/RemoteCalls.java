package wf.call;

import java.time.Duration;
import wf.definition.ProcessDefinition;
import wf.instance.Job;

/**
 * Makes the calls to other systems that a model asks for: outside of any transaction and at least once, since after a
 * crash the same job is carried out again.
 */
public interface RemoteCalls {

    /** Makes the call and waits for its end. */
    Outcome perform(ProcessDefinition definition, Job job);

    /** How long the call may take: for so long, and a margin, its job is kept from other nodes. */
    default Duration patience(ProcessDefinition definition, Job job) {
        return Duration.ofMinutes(9);
    }
}
