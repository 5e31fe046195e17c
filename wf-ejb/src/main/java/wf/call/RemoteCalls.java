package wf.call;

import wf.definition.ProcessDefinition;
import wf.instance.Job;

/**
 * Makes the calls to other systems that a model asks for: outside of any transaction and at least once, since after a
 * crash the same job is carried out again.
 */
public interface RemoteCalls {

    /** Makes the call and waits for its end. */
    Outcome perform(ProcessDefinition definition, Job job);
}
