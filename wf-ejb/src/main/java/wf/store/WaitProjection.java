package wf.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wf.instance.Event;
import wf.contract.JobState;
import wf.instance.InstanceEvent.DefinitionMigrated;
import wf.instance.InstanceEvent.InstanceDeleted;
import wf.instance.InstanceEvent.InstanceRestored;
import wf.instance.InstanceEvent.InstanceResumed;
import wf.instance.InstanceEvent.InstanceSuspended;
import wf.instance.Job;
import wf.instance.ProcessInstance;
import wf.instance.Renaming;
import wf.instance.Subscription;
import wf.instance.SubscriptionKind;
import wf.instance.WaitEvent.ArrivalKept;
import wf.instance.WaitEvent.JobClosed;
import wf.instance.WaitEvent.JobPosted;
import wf.instance.WaitEvent.SubscriptionClosed;
import wf.instance.WaitEvent.SubscriptionOpened;
import wf.instance.WaitEvent.TimerRepeated;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemResumed;
import wf.instance.WorkItemEvent.WorkItemSuspended;

/**
 * Writes what the events of one operation mean for workers: jobs, timers, and who waits for messages and signals. What
 * the same operation opens and closes never reaches a table. An operation without such events costs nothing.
 */
final class WaitProjection {

    private final EntityManager em;
    private final Writes writes;
    private final Ids ids;
    private final String tenant;
    private final ProcessInstance before;
    private final ProcessInstance after;
    private final Instant now;
    private final Map<Long, JobRow> jobs = new LinkedHashMap<>();
    private final Map<Long, SubscriptionRow> subscriptions = new LinkedHashMap<>();
    private final Map<Long, TimerRepeated> repeated = new LinkedHashMap<>();
    private final List<Long> goneJobs = new ArrayList<>();
    private final List<Long> goneSubscriptions = new ArrayList<>();
    private final List<JobRow> looked = new ArrayList<>();
    private final LimitRows limits;
    private boolean paused;

    WaitProjection(EntityManager em, Writes writes, Ids ids, String tenant, ProcessInstance before, ProcessInstance after, Instant now) {
        this.em = em;
        this.writes = writes;
        this.ids = ids;
        this.tenant = tenant;
        this.before = before;
        this.after = after;
        this.now = now;
        this.limits = new LimitRows(writes, tenant, before, after);
    }

    /**
     * @param reserved until when the caller alone works on what is due now; null leaves it to everybody
     * @return what is due now, in the order in which it was posted
     */
    List<JobRow> write(List<Event> events, Instant reserved) {
        List<JobRow> due = due(events, reserved);
        writes.delete("wf_job", tenant, goneJobs, null);
        writes.delete("wf_subscription", tenant, goneSubscriptions, null);
        jobs.values().forEach(writes::insert);
        subscriptions.values().forEach(writes::insert);
        if (reserved == null) {
            looked.forEach(writes::insert);
        }
        due.addAll(limits.write(now, reserved));
        repeated.values().forEach(this::repeat);
        return due;
    }

    /** When the first of what was posted is due that the caller does not do himself. */
    Optional<Instant> firstLeftToTheTick(Instant reserved) {
        return Stream.concat(Stream.of(jobs.values(), looked, limits.posted()).flatMap(Collection::stream).filter(j -> isReady(j) && (reserved == null || j.dueAt.isAfter(now)))
                .map(j -> j.dueAt), Stream.concat(repeated.values().stream().map(TimerRepeated::dueAt), limits.moved().stream())).min(Comparator.naturalOrder());
    }

    private List<JobRow> due(List<Event> events, Instant reserved) {
        events.forEach(this::note);
        if (after.standsStill()) {
            jobs.values().stream().filter(j -> j.type().isParked()).forEach(j -> j.state = JobState.PARKED.name());
        }
        List<JobRow> due = new ArrayList<>(jobs.values().stream().filter(j -> !j.dueAt.isAfter(now) && isReady(j)).toList());
        if (paused) {
            due.addAll(stoppedAndStarted().stream().filter(j -> !j.dueAt.isAfter(now) && isReady(j) && j.leaseUntil == null).toList());
        }
        due.forEach(j -> j.leaseUntil = reserved);
        looked.addAll(looks(reserved));
        due.addAll(looked);
        return due;
    }

    /** Whether the events asked for nothing that was due at once; for telling again what happened then. */
    boolean isSettled(List<Event> events) {
        events.forEach(this::note);
        return jobs.values().stream().noneMatch(j -> !j.dueAt.isAfter(now))
                && subscriptions.values().stream().noneMatch(s -> s.kind.equals(SubscriptionKind.MESSAGE.name()));
    }

    /** A deleted instance hears nobody. */
    private static boolean isHeard(Subscription subscription) {
        return subscription.kind() == SubscriptionKind.MESSAGE || subscription.kind() == SubscriptionKind.SIGNAL;
    }

    private static boolean isReady(JobRow row) {
        return row.state.equals(JobState.READY.name());
    }

    /** Rows that were there before: those whose clock has stopped are parked, and those whose clock runs again are due later. */
    private List<JobRow> stoppedAndStarted() {
        Map<Long, Subscription> timers = new LinkedHashMap<>();
        after.subscriptions().stream().filter(s -> s.kind() == SubscriptionKind.TIMER && changes(s)).forEach(s -> timers.put(s.id(), s));
        Set<Long> ids = new HashSet<>(timers.keySet());
        if (before.standsStill() != after.standsStill()) {
            after.jobs().stream().map(Job::id).filter(id -> before.findJob(id).isPresent()).forEach(ids::add);
        }
        List<JobRow> rows = ids.isEmpty() ? List.of() : stored("JobRow", JobRow.class, ids);
        rows.forEach(r -> stopOrStart(r, timers.get(r.id)));
        return rows;
    }

    private boolean changes(Subscription timer) {
        return before.findSubscription(timer.id()).filter(s -> before.isRunning(s) != after.isRunning(timer)).isPresent();
    }

    /** A lease stays: whoever makes a call now may still be at it when the instance goes on. */
    private void stopOrStart(JobRow row, Subscription timer) {
        boolean runs = timer == null ? !after.standsStill() : after.isRunning(timer);
        if (!runs && isReady(row)) {
            row.state = JobState.PARKED.name();
        } else if (runs && row.state.equals(JobState.PARKED.name())) {
            row.state = JobState.READY.name();
            row.dueAt = timer == null ? now : timer.dueAt();
        } else if (runs && timer != null && row.state.equals(JobState.PAUSED.name())) {
            row.dueAt = timer.dueAt();
        }
        if (row.leaseUntil != null && row.type() != JobType.CALL) {
            row.leaseUntil = null;
            row.leaseEpoch++;
        }
    }

    private void note(Event event) {
        limits.note(event);
        if (event instanceof InstanceDeleted) {
            before.subscriptions().stream().filter(WaitProjection::isHeard).forEach(s -> goneSubscriptions.add(s.id()));
        } else if (event instanceof InstanceRestored) {
            after.subscriptions().stream().filter(WaitProjection::isHeard).forEach(s -> subscriptions.put(s.id(), row(s)));
        }
        paused |= event instanceof InstanceDeleted || event instanceof InstanceRestored || event instanceof InstanceSuspended || event instanceof InstanceResumed || event instanceof WorkItemSuspended
                || event instanceof WorkItemResumed || event instanceof WorkItemClosed && before.hasPaused();
        if (event instanceof SubscriptionOpened e) {
            open(e.subscription());
        } else if (event instanceof SubscriptionClosed e) {
            close(e);
        } else if (event instanceof TimerRepeated e) {
            noteRepeated(e);
        } else if (event instanceof DefinitionMigrated e) {
            rename(e.names());
        } else if (event instanceof ArrivalKept e && e.arrival().endsJob()) {
            goneJobs.add(e.arrival().target());
        } else if (event instanceof JobPosted e) {
            jobs.put(e.job().id(), row(e.job()));
        } else if (event instanceof JobClosed e && jobs.remove(e.jobId()) == null) {
            goneJobs.add(e.jobId());
        }
    }

    /** What stands in the tables already has the ids of the version against which the instance goes on. */
    private void rename(Renaming names) {
        Set<Long> moved = new HashSet<>();
        before.jobs().stream().filter(j -> names.nodes().containsKey(j.nodeId())).forEach(j -> moved.add(j.id()));
        before.subscriptions().stream().filter(s -> names.nodes().containsKey(s.nodeId())).forEach(s -> moved.add(s.id()));
        if (!moved.isEmpty()) {
            stored("JobRow", JobRow.class, moved).forEach(r -> r.nodeId = names.node(r.nodeId));
            stored("SubscriptionRow", SubscriptionRow.class, moved).forEach(r -> r.nodeId = names.node(r.nodeId));
        }
    }

    private <T> List<T> stored(String entity, Class<T> type, Set<Long> rows) {
        return Portions.of(rows).stream().flatMap(ids -> em.createQuery("select r from " + entity
                + " r where r.tenant = :tenant and r.id in :ids", type).setParameter("tenant", tenant)
                .setParameter("ids", ids).getResultList().stream()).toList();
    }

    private void open(Subscription subscription) {
        switch (subscription.kind()) {
            case TIMER -> jobs.put(subscription.id(), timer(subscription, subscription.dueAt(), subscription.fired()));
            case MESSAGE, SIGNAL -> subscriptions.put(subscription.id(), row(subscription));
            case CONDITION -> { } // The instance itself looks at it whenever its variables change.
        }
    }

    private void close(SubscriptionClosed event) {
        if (event.kind() == SubscriptionKind.TIMER && jobs.remove(event.subscriptionId()) == null) {
            repeated.remove(event.subscriptionId());
            goneJobs.add(event.subscriptionId());
        } else if ((event.kind() == SubscriptionKind.MESSAGE || event.kind() == SubscriptionKind.SIGNAL)
                && subscriptions.remove(event.subscriptionId()) == null) {
            goneSubscriptions.add(event.subscriptionId());
        }
    }

    private void noteRepeated(TimerRepeated event) {
        JobRow fresh = jobs.get(event.subscriptionId());
        if (fresh == null) {
            repeated.put(event.subscriptionId(), event);
        } else {
            fresh.dueAt = event.dueAt();
            fresh.body = Json.write(JobBody.timer(event.fired()));
        }
    }

    private JobRow row(Job job) {
        JobRow row = row(job.id(), JobType.of(job.kind()), job.nodeId(), job.dueAt(),
                new JobBody(job.nodeInstanceId(), job.target(), job.key(), job.inputs(), null, 0, null, null, 0, null, job.by()));
        return row;
    }

    private JobRow timer(Subscription subscription, Instant dueAt, int fired) {
        return row(subscription.id(), JobType.TIMER, subscription.nodeId(), dueAt, JobBody.timer(fired));
    }

    private JobRow row(long id, JobType type, String nodeId, Instant dueAt, JobBody body) {
        JobRow row = JobStore.row(tenant, id, type, dueAt, body);
        row.instanceId = before.id();
        row.nodeId = nodeId == null || nodeId.isEmpty() ? null : nodeId;
        return row;
    }

    private SubscriptionRow row(Subscription subscription) {
        MessageAddress address = MessageAddress.of(subscription.name(), subscription.key());
        SubscriptionRow row = new SubscriptionRow();
        row.tenant = tenant;
        row.id = subscription.id();
        row.instanceId = before.id();
        row.nodeId = subscription.nodeId();
        row.kind = subscription.kind().name();
        row.name = address.name();
        row.key = address.key();
        return row;
    }

    /**
     * Messages that came too early are looked for after the commit, since one may be on its way into the table now. Who
     * works on at once needs no row for that: should he die before, the message looks for its receiver itself, later.
     */
    private List<JobRow> looks(Instant reserved) {
        return subscriptions.values().stream().filter(s -> s.kind.equals(SubscriptionKind.MESSAGE.name()))
                .map(s -> new MessageAddress(s.name, s.key)).distinct()
                .map(a -> row(reserved == null ? ids.next() : 0, JobType.LOOK, null, now, JobBody.named(a.name(), a.key(), null)))
                .toList();
    }

    /** Whether its row is still there shows only in the database, where the instance is held by then. */
    private void repeat(TimerRepeated event) {
        writes.send();
        int known = em.createQuery("update JobRow j set j.dueAt = :due, j.attempts = 0, j.leaseUntil = null,"
                + " j.leaseEpoch = j.leaseEpoch + 1, j.body = :body"
                + " where j.tenant = :tenant and j.id = :id").setParameter("due", event.dueAt())
                .setParameter("body", Json.write(JobBody.timer(event.fired()))).setParameter("tenant", tenant)
                .setParameter("id", event.subscriptionId()).executeUpdate();
        if (known == 0) {
            writes.insert(timer(before.findSubscription(event.subscriptionId()).orElseThrow(), event.dueAt(), event.fired()));
        }
    }
}
