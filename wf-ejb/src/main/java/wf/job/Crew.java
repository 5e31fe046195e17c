package wf.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;

/** Threads for work that nobody waits for, or nobody waits for any longer: the container's own. */
@Singleton
public class Crew {

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService managed;

    private final Executor own;

    public Crew() {
        this(null);
    }

    /** Without a container. */
    public Crew(Executor own) {
        this.own = own;
    }

    /** @throws java.util.concurrent.RejectedExecutionException when there are no threads, as at the end of the server */
    void execute(Runnable work) {
        (own == null ? managed : own).execute(work);
    }
}
