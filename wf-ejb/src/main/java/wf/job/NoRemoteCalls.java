package wf.job;

import jakarta.inject.Singleton;
import wf.definition.ProcessDefinition;
import wf.instance.Job;

/** Where nothing can be called: every call fails for good, and says so at its node. */
@Singleton
public class NoRemoteCalls implements RemoteCalls {

    @Override
    public Answer invoke(ProcessDefinition definition, Job job) {
        return Answer.failed(null, "calls to other systems are not available here");
    }
}
