package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.access.Authority;
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
import wf.contract.RescheduleJobRequest;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Right;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.JobType;

/**
 * Y7: what administrators do about jobs: stop one, let it go on, have it done now or at another time, or tried again after it
 * was given up. Nobody decides about a job that is being worked on. What is done now is done before the answer.
 */
@Singleton
public class JobOrders {

    private final JobStore jobs;
    private final Acts acts;
    private final Submissions submissions;
    private final Settling settling;
    private final Attempts attempts;
    private final Idempotency idempotency;
    private final Directories directories;
    private final JobViews views;
    private final InstantSource clock;

    @Inject
    public JobOrders(JobStore jobs, Acts acts, Submissions submissions, Settling settling, Attempts attempts, Idempotency idempotency, Directories directories,
            JobViews views, InstantSource clock) {
        this.jobs = jobs;
        this.acts = acts;
        this.submissions = submissions;
        this.settling = settling;
        this.attempts = attempts;
        this.idempotency = idempotency;
        this.directories = directories;
        this.views = views;
        this.clock = clock;
    }

    /** What is done about a row that is in a state in which it may be; answers what is due at once. */
    private interface Order {
        List<JobRow> give(JobRow row, Instant now, Instant reserved);
    }

    private record Given(JobReply reply, List<JobRow> due) { }

    public JobReply retry(Caller caller, long jobId, JobRequest request) {
        return order(caller, "retryJob", jobId, request, Set.of(JobState.DEAD), (row, now, reserved) -> {
            if (row.type() == JobType.COMMAND && !submissions.reopen(row, now)) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.TICKET_OVER"));
            }
            return atOnce(caller, row, now, reserved);
        });
    }

    public JobReply run(Caller caller, long jobId, JobRequest request) {
        return order(caller, "runJob", jobId, request, Set.of(JobState.READY, JobState.PAUSED),
                (row, now, reserved) -> atOnce(caller, row, now, reserved));
    }

    public JobReply pause(Caller caller, long jobId, JobRequest request) {
        return order(caller, "pauseJob", jobId, request, Set.of(JobState.READY),
                (row, now, reserved) -> later(caller, row, JobState.PAUSED, row.dueAt, now));
    }

    /** What was due meanwhile is due now. */
    public JobReply resume(Caller caller, long jobId, JobRequest request) {
        return order(caller, "resumeJob", jobId, request, Set.of(JobState.PAUSED),
                (row, now, reserved) -> row.dueAt.isAfter(now) ? later(caller, row, JobState.READY, row.dueAt, now) : atOnce(caller, row, now, reserved));
    }

    /** The instance knows when its timers are due, so it is told. */
    public JobReply reschedule(Caller caller, long jobId, RescheduleJobRequest request) {
        return order(caller, "rescheduleJob", jobId, request, Set.of(JobState.READY, JobState.PAUSED), (row, now, reserved) -> {
            Instant due = due(caller, request);
            boolean ofInstance = row.type() == JobType.TIMER || row.type() == JobType.LIMIT;
            if (ofInstance) {
                // The instance is written, too: it is held first, as everybody does.
                mustBeFree(caller, jobs.holds(row));
            }
            later(caller, row, JobState.valueOf(row.state), due, now);
            if (ofInstance) {
                acts.moveTimer(row.tenant, row.instanceId, row.id, due, caller.person());
            } else if (row.type() == JobType.SCHEDULE || row.type() == JobType.TIMER_START) {
                jobs.moved(row, due);
            }
            return List.of();
        });
    }

    private static Instant due(Caller caller, RescheduleJobRequest request) {
        if (request.dueAt == null) {
            throw Refused.because(ErrorCode.INVALID_INPUT, Messages.text(caller.locale(), "reject.MOMENT", "dueAt"));
        }
        return request.dueAt.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    private List<JobRow> atOnce(Caller caller, JobRow row, Instant now, Instant reserved) {
        mustBeFree(caller, jobs.decide(row, JobState.READY, now, now, reserved));
        return List.of(row);
    }

    private List<JobRow> later(Caller caller, JobRow row, JobState state, Instant dueAt, Instant now) {
        mustBeFree(caller, jobs.decide(row, state, dueAt, now, null));
        return List.of();
    }

    private static void mustBeFree(Caller caller, boolean mine) {
        if (!mine) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.JOB_AT_WORK"));
        }
    }

    private JobReply order(Caller caller, String operation, long jobId, JobRequest request, Set<JobState> states, Order order) {
        Authority.of(directories, caller).must(Right.JOB_CONTROL);
        Inputs.opId(request.opId, caller.locale());
        JobReply reply = settling.write(caller, reserved -> given(caller, operation, jobId, request, states, order, reserved), Given::due).answer().reply();
        reply.job = attempts.of(caller.locale(), () -> jobs.find(caller.tenant(), jobId)).map(views::info).orElse(null);
        return reply;
    }

    private Given given(Caller caller, String operation, long jobId, JobRequest request, Set<JobState> states, Order order, Instant reserved) {
        String fingerprint = Idempotency.fingerprint(operation, jobId, request);
        Optional<JobReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, JobReply.class);
        if (earlier.isPresent()) {
            return new Given(earlier.get(), List.of());
        }
        JobRow row = jobs.find(caller.tenant(), jobId).orElseThrow(() -> Situations.notFound(caller));
        if (!states.contains(JobState.valueOf(row.state))) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, states.contains(JobState.DEAD) ? Messages.text(caller.locale(), "reject.JOB_NOT_DEAD")
                    : Messages.text(caller.locale(), "reject.JOB_STATE", row.state));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<JobRow> due = order.give(row, now, reserved);
        JobReply reply = new JobReply();
        reply.opId = idempotency.opId(request.opId);
        idempotency.remember(caller, row.instanceId, reply.opId, fingerprint, now, reply);
        return new Given(reply, due);
    }
}
