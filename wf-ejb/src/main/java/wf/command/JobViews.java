package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import wf.contract.JobInfo;
import wf.contract.JobState;
import wf.store.JobRow;

/** A job in the words of the contract; what it carries is not shown. */
@Singleton
public class JobViews {

    private final Views views;
    private final InstantSource clock;

    @Inject
    public JobViews(Views views, InstantSource clock) {
        this.views = views;
        this.clock = clock;
    }

    public JobInfo info(JobRow row) {
        JobInfo info = new JobInfo();
        info.id = row.id;
        info.kind = row.kind;
        info.state = JobState.valueOf(row.state);
        info.instanceId = row.instanceId;
        info.definitionId = row.definitionId;
        info.nodeId = row.nodeId;
        info.target = row.content().target();
        info.dueAt = views.date(row.dueAt);
        info.attempts = row.attempts;
        boolean held = row.leaseUntil != null && row.leaseUntil.isAfter(clock.instant());
        info.node = held ? row.leaseOwner : null;
        info.leaseUntil = held ? views.date(row.leaseUntil) : null;
        info.lastError = row.lastError == null || row.lastError.isEmpty() ? null : row.lastError;
        return info;
    }
}
