package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.call.Outcome;
import wf.call.RemoteCalls;
import wf.command.Attempts;
import wf.contract.ErrorCode;
import wf.definition.Retries;
import wf.instance.Job;
import wf.instance.ProcessInstance;
import wf.meter.Meters;
import wf.notice.Deliveries;
import wf.refusal.Refused;
import wf.setting.NodeName;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Column;
import wf.store.DefinitionStore;
import wf.store.InstanceStore;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.JobType;
import wf.store.Stored;

/**
 * Carries out one job: in a transaction that takes the row away together with the effect, so that it happens once,
 * and only by whoever had the row last. What is no longer asked for is dropped; what fails is tried again later and in the end
 * given up, which a node that waits for it is told.
 */
@Singleton
public class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** What a call does outside cannot be undone, so nobody takes it over while it may still be made, nor for twice so long after; half of that is left to store the answer. */
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private final JobStore jobs;
    private final InstanceStore instances;
    private final DefinitionStore definitions;
    private final Acts acts;
    private final Children children;
    private final Signals signals;
    private final Delivery delivery;
    private final TimerStarts timerStarts;
    private final Archiving archiving;
    private final OrgLoads orgLoads;
    private final Forgetting forgetting;
    private final Submissions submissions;
    private final Deliveries deliveries;
    private final Retelling retelling;
    private final OldNotices oldNotices;
    private final RemoteCalls calls;
    private final Meters meters;
    private final Attempts attempts;
    private final InstantSource clock;
    private final int most;
    private final Duration lease;
    private final int batch;
    private final String node;

    @Inject
    public Worker(JobStore jobs, InstanceStore instances, DefinitionStore definitions, Acts acts, Children children,
            Signals signals, Delivery delivery, TimerStarts timerStarts, Archiving archiving, Forgetting forgetting, OrgLoads orgLoads, Submissions submissions,
            Deliveries deliveries, Retelling retelling, OldNotices oldNotices, RemoteCalls calls, Meters meters, Attempts attempts, InstantSource clock, Settings settings) {
        this.jobs = jobs;
        this.instances = instances;
        this.definitions = definitions;
        this.acts = acts;
        this.children = children;
        this.signals = signals;
        this.delivery = delivery;
        this.timerStarts = timerStarts;
        this.archiving = archiving;
        this.orgLoads = orgLoads;
        this.forgetting = forgetting;
        this.submissions = submissions;
        this.deliveries = deliveries;
        this.retelling = retelling;
        this.oldNotices = oldNotices;
        this.calls = calls;
        this.meters = meters;
        this.attempts = attempts;
        this.clock = clock;
        this.most = settings.number(Setting.JOB_ATTEMPTS);
        this.lease = settings.time(Setting.JOB_LEASE_SECONDS, ChronoUnit.SECONDS);
        this.batch = settings.number(Setting.JOB_BATCH);
        this.node = NodeName.of(settings);
    }

    /**
     * What a look at the table came to.
     *
     * @param rows those that are due, and this node's for as long as the lease lasts
     * @param nextDue where there are none: when the next one is due, if any waits
     */
    record Claimed(List<JobRow> rows, Optional<Instant> nextDue) { }

    Claimed claim() {
        Instant now = now();
        return inTransaction(() -> {
            List<JobRow> rows = jobs.claim(node, batch, now, now.plus(lease));
            return new Claimed(rows, rows.isEmpty() ? jobs.nextDue(now) : Optional.empty());
        });
    }

    /** Whether so little of the lease is left, after it has waited for its turn, that it is better begun anew. */
    boolean isTooLate(JobRow row) {
        return row.leaseUntil != null && now().plus(lease.dividedBy(3)).isAfter(row.leaseUntil);
    }

    /** Claimed, and not begun. */
    void giveBack(List<JobRow> rows) {
        if (!rows.isEmpty()) {
            inTransaction(() -> {
                rows.forEach(jobs::giveBack);
                return null;
            });
        }
    }

    /**
     * Carries it out; whatever goes wrong is noted at the row.
     *
     * @param reserved until when the caller alone works on what comes of it
     * @throws RuntimeException when even that cannot be noted; then the row waits for its lease to end
     */
    Ran run(JobRow row, Instant reserved) {
        long begin = System.nanoTime();
        try {
            return attempted(row, reserved);
        } finally {
            meters.time("wf_job_seconds", System.nanoTime() - begin, "kind", row.kind);
        }
    }

    private Ran attempted(JobRow row, Instant reserved) {
        try {
            int limit = row.type().isNeverGivenUp() ? Integer.MAX_VALUE : row.type() == JobType.CALL ? Retries.MAX : most;
            return row.attempts > limit ? gaveUp(row, "it ended " + limit + " attempts with no answer", reserved) : carryOut(row, reserved);
        } catch (Refused e) {
            return refused(row, e, reserved);
        } catch (Hopeless e) {
            return gaveUp(row, e.getMessage(), reserved);
        } catch (Ambiguous e) {
            return gaveUp(row, "several wait for this message: " + e.getMessage(), reserved);
        } catch (RuntimeException e) {
            return failed(row, e, reserved);
        }
    }

    private Ran carryOut(JobRow row, Instant reserved) {
        if (row.type() == JobType.CALL) {
            return call(row, reserved);
        } else if (row.type() == JobType.ORGANISATION) {
            return orgLoads.load(row);
        } else if (row.type() == JobType.NOTICE) {
            deliveries.deliver(row);
            return Ran.NOTHING;
        }
        return inTransaction(() -> switch (row.type()) {
            case TIMER -> !jobs.holds(row) ? Ran.NOTHING : Ran.of(acts.trigger(row.tenant, row.instanceId, row.id, row.content().fired(), Map.of(), reserved));
            case LIMIT -> !jobs.holds(row) ? Ran.NOTHING : Ran.of(acts.reach(row, reserved));
            case CONTINUE -> !jobs.holds(row) ? Ran.NOTHING : Ran.of(acts.done(row.tenant, row.instanceId, row.id, Map.of(), reserved));
            case CHILD, CHILD_ALONE -> children.begin(row, reserved);
            case CANCEL_CHILDREN -> children.cancel(row, reserved);
            case TELL_PARENT -> children.tellParent(row, reserved);
            case ALIGN_CHILDREN -> children.align(row, reserved);
            case ARRIVALS, WAKE -> acts.goOn(row, jobs, reserved);
            case MESSAGE -> delivery.thrown(row, now(), reserved);
            case MATCH -> delivery.match(row, now(), reserved);
            case LOOK -> delivery.look(row);
            case SIGNAL -> signals.thrown(row, now(), reserved);
            case TRIGGER -> signals.trigger(row, reserved);
            case START -> signals.start(row, reserved);
            case COMMAND -> submissions.carryOut(row, now(), reserved);
            case TIMER_START, SCHEDULE -> timerStarts.fire(row, reserved);
            case ARCHIVE -> archiving.portion(row);
            case FORGET -> forgetting.portion(row);
            case TELL -> retelling.again(row, now());
            case NOTICES_OLD -> oldNotices.portion(row);
            case CALL, ORGANISATION, NOTICE -> throw new IllegalStateException("others are asked outside of transactions");
        });
    }

    /** Nobody else may call meanwhile, and no transaction is open while another system takes its time. */
    private Ran call(JobRow row, Instant reserved) {
        ProcessInstance instance = inTransaction(() -> instances.load(row.tenant, row.instanceId).orElseThrow().image());
        Optional<Job> job = instance.findJob(row.id);
        if (job.isEmpty()) {
            return outdated(row);
        }
        var definition = inTransaction(() -> definitions.get(row.tenant, instance.identity().definitionId()).process());
        Duration whole = calls.patience(definition, job.get()).plus(MARGIN).plus(MARGIN);
        long end = System.nanoTime() + whole.minus(MARGIN).toNanos();
        if (!inTransaction(() -> jobs.lease(row, now().plus(whole), Math.max(1, row.attempts)))) {
            return Ran.NOTHING;
        }
        Outcome outcome = calls.perform(definition, job.get());
        if (outcome instanceof Outcome.Failed failed && failed.retryable()) {
            Retries retries = definition.node(job.get().nodeId()).activity().retries();
            int tried = Math.max(1, row.attempts);
            if (tried < retries.times()) {
                return postponed(row, now().plus(retries.waitAfter(tried).orElseGet(() -> pause(tried))), tried, failed.detail());
            }
        }
        return stored(end, () -> inTransaction(() -> jobs.holds(row) ? Ran.of(answered(row, outcome, reserved)) : Ran.NOTHING));
    }

    private wf.command.Outcome answered(JobRow row, Outcome outcome, Instant reserved) {
        if (outcome instanceof Outcome.Done done) {
            return acts.done(row.tenant, row.instanceId, row.id, done.values(), reserved);
        }
        String code = outcome instanceof Outcome.BpmnError error ? error.code() : null;
        String detail = outcome instanceof Outcome.BpmnError error ? error.detail() : ((Outcome.Failed) outcome).detail();
        return acts.failed(row.tenant, row.instanceId, row.id, code, cleaned(detail), reserved);
    }

    /** The other system has done its part and must not be asked again only because others keep the instance busy. */
    static Ran stored(long end, Supplier<Ran> storing) {
        while (true) {
            try {
                return storing.get();
            } catch (Refused e) {
                if (e.problem().code != ErrorCode.LOCKED || System.nanoTime() > end || !paused()) {
                    throw e;
                }
            }
        }
    }

    /** False when the thread is to end. */
    private static boolean paused() {
        try {
            Thread.sleep(whileBusy().toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // ---- when it does not go well ----

    private Ran refused(JobRow row, Refused e, Instant reserved) {
        if (e.problem().code == ErrorCode.LOCKED) {
            return busy(row, e);
        } else if (row.type() == JobType.COMMAND) {
            return inTransaction(() -> submissions.refused(row, e.problem(), now()));
        } else if (row.type() == JobType.TIMER_START || row.type() == JobType.SCHEDULE) {
            return missed(row, e);
        } else if (row.type() == JobType.MATCH) {
            return gaveUp(row, e.problem().message, reserved);
        }
        return switch (e.problem().code) {
            case ILLEGAL_STATE, NOT_FOUND -> outdated(row);
            default -> gaveUp(row, e.problem().message, reserved);
        };
    }

    /** Others were faster, which is no failure; but a call has been made, and that counts. */
    private Ran busy(JobRow row, Refused e) {
        int counted = row.type() == JobType.CALL ? row.attempts : Math.max(0, row.attempts - 1);
        return postponed(row, now().plus(whileBusy()), counted, e.getMessage());
    }

    private static Duration whileBusy() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(500, 1_500));
    }

    private Ran missed(JobRow row, Refused e) {
        LOG.warning(() -> "job " + row.kind + " " + row.id + " of tenant " + row.tenant + " begins nothing this time: " + e.problem().message);
        return inTransaction(() -> timerStarts.refused(row, cleaned(e.problem().message)));
    }

    /** It is asked for no more. What an instance that stands still will ask for again is parked, and stays. */
    private Ran outdated(JobRow row) {
        inTransaction(() -> {
            if (isAskedForLater(row)) {
                jobs.park(row);
            } else {
                jobs.take(row);
            }
            return null;
        });
        return Ran.NOTHING;
    }

    /** An administrator may have let it go on while its instance stands still. */
    private boolean isAskedForLater(JobRow row) {
        return (row.type() == JobType.TIMER || row.type() == JobType.LIMIT || row.type() == JobType.CONTINUE) && jobs.holds(row)
                && instances.load(row.tenant, row.instanceId).map(Stored::image).filter(i -> i.isParked(row.id)).isPresent();
    }

    private Ran postponed(JobRow row, Instant until, int counted, String why) {
        inTransaction(() -> {
            jobs.postpone(row, until, counted, cleaned(why));
            return null;
        });
        return Ran.NOTHING;
    }

    private Ran failed(JobRow row, RuntimeException e, Instant reserved) {
        meters.count("wf_job_failures_total", 1, "kind", row.kind);
        LOG.log(Level.WARNING, e, () -> "job " + row.kind + " " + row.id + " of tenant " + row.tenant + " failed");
        return triedInVain(row, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), reserved);
    }

    private Ran triedInVain(JobRow row, String why, Instant reserved) {
        int tried = Math.max(1, row.attempts);
        return tried >= most ? gaveUp(row, why, reserved) : postponed(row, now().plus(pause(tried)), tried, why);
    }

    /** Four times as long after each attempt, and not all at the same moment. */
    private static Duration pause(int tried) {
        long millis = FIRST_PAUSE.toMillis() << 2 * (tried - 1);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis, millis + millis / 4));
    }

    /**
     * A node that waits for it is told, and stands at an incident; everything else waits for a person to look at it. What
     * nobody would look at in time is tried for ever, after the longest pause.
     */
    private Ran gaveUp(JobRow row, String why, Instant reserved) {
        if (row.type().isNeverGivenUp()) {
            return postponed(row, now().plus(pause(most)), Math.max(1, row.attempts), why);
        }
        if (row.type().isAwaited()) {
            try {
                return inTransaction(() -> !jobs.holds(row) ? Ran.NOTHING
                        : Ran.of(acts.failed(row.tenant, row.instanceId, row.id, null, cleaned(why), reserved)));
            } catch (Refused e) {
                if (e.problem().code == ErrorCode.ILLEGAL_STATE || e.problem().code == ErrorCode.NOT_FOUND) {
                    return outdated(row);
                } else if (e.problem().code == ErrorCode.LOCKED) {
                    return busy(row, e);
                }
            }
        }
        meters.count("wf_jobs_given_up_total", 1, "kind", row.kind);
        LOG.warning(() -> "job " + row.kind + " " + row.id + " of tenant " + row.tenant + " is given up: " + why);
        inTransaction(() -> {
            if (row.type() == JobType.COMMAND && jobs.holds(row)) {
                submissions.gaveUp(row, cleaned(why), now());
            }
            jobs.giveUp(row, cleaned(why));
            return null;
        });
        return Ran.NOTHING;
    }

    /** At the start of a node, which may be the one that was to look for them when it died. */
    void hurryKeptMessages() {
        inTransaction(() -> {
            jobs.hurryKeptMessages(now());
            return null;
        });
    }

    /** Others may work on these rows; what has no row yet gets one. */
    void release(List<JobRow> rows) {
        if (!rows.isEmpty()) {
            inTransaction(() -> {
                jobs.release(rows);
                return null;
            });
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return attempts.of(Locale.ENGLISH, work);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Not every database keeps a zero in a text. */
    private static String cleaned(String text) {
        return text == null ? "" : Column.clean(text);
    }
}
