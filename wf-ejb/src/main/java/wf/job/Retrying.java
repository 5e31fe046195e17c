package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import wf.access.Caller;
import wf.command.Attempts;
import wf.command.Idempotency;
import wf.command.Inputs;
import wf.command.JobViews;
import wf.command.Situations;
import wf.contract.ErrorCode;
import wf.contract.JobReply;
import wf.contract.JobRequest;
import wf.contract.JobState;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Member;
import wf.store.JobRow;
import wf.store.JobStore;

/** An administrator has a job that was given up tried again, and is told what came of it. */
@Singleton
public class Retrying {

    private final JobStore jobs;
    private final Settling settling;
    private final Attempts attempts;
    private final Idempotency idempotency;
    private final Directories directories;
    private final JobViews views;
    private final InstantSource clock;

    @Inject
    public Retrying(JobStore jobs, Settling settling, Attempts attempts, Idempotency idempotency, Directories directories,
            JobViews views, InstantSource clock) {
        this.jobs = jobs;
        this.settling = settling;
        this.attempts = attempts;
        this.idempotency = idempotency;
        this.directories = directories;
        this.views = views;
        this.clock = clock;
    }

    private record Revived(JobReply reply, List<JobRow> due) { }

    public JobReply retry(Caller caller, long jobId, JobRequest request) {
        if (!directories.of(caller.tenant()).member(caller.person()).map(Member::administrator).orElse(false)) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.ADMINISTRATORS_ONLY"));
        }
        Inputs.opId(request.opId, caller.locale());
        JobReply reply = settling.write(caller, reserved -> revive(caller, jobId, request, reserved), Revived::due).answer().reply();
        reply.job = attempts.of(caller.locale(), () -> jobs.find(caller.tenant(), jobId)).map(views::info).orElse(null);
        return reply;
    }

    private Revived revive(Caller caller, long jobId, JobRequest request, Instant reserved) {
        String fingerprint = Idempotency.fingerprint("retryJob", jobId, request);
        Optional<JobReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, JobReply.class);
        if (earlier.isPresent()) {
            return new Revived(earlier.get(), List.of());
        }
        JobRow row = jobs.find(caller.tenant(), jobId).orElseThrow(() -> Situations.notFound(caller));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!row.state.equals(JobState.DEAD.name()) || !jobs.revive(row, now, reserved)) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.JOB_NOT_DEAD"));
        }
        JobReply reply = new JobReply();
        reply.opId = idempotency.opId(request.opId);
        idempotency.remember(caller, reply.opId, fingerprint, now, reply);
        return new Revived(reply, List.of(row));
    }
}
