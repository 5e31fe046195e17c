package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wf.instance.SubscriptionKind;
import wf.store.EventStartRow;
import wf.store.Ids;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.JobType;
import wf.store.MessageStore;
import wf.store.SubscriptionRow;
import wf.value.Value;

/** A signal goes to everybody who waits for it at that moment, to each by a job of its own, and begins what it starts. */
@Singleton
public class Signals {

    /** More at once would be one very long transaction. */
    static final int PAGE = 1_000;
    private final MessageStore messages;
    private final JobStore jobs;
    private final Acts acts;
    private final Ids ids;

    @Inject
    public Signals(MessageStore messages, JobStore jobs, Acts acts, Ids ids) {
        this.messages = messages;
        this.jobs = jobs;
        this.acts = acts;
        this.ids = ids;
    }

    /** An instance has thrown it; what in that instance waited for it has heard it already. */
    Ran thrown(JobRow row, Instant now, Instant reserved) {
        if (!jobs.take(row)) {
            return Ran.NOTHING;
        }
        JobBody body = row.content();
        return Ran.posted(body.last() != null ? tell(row.tenant, body, row.instanceId, now, reserved)
                : fanOut(row.tenant, body.target(), body.inputs(), row.instanceId, now, reserved));
    }

    /**
     * A signal that was sent.
     *
     * @param receivers how many instances wait for it, whether they are told at once or by and by
     * @param started how many definitions begin
     * @param due what is to be done next
     */
    record Sent(int receivers, int started, List<JobRow> due) { }

    Sent sent(String tenant, String name, Map<String, Value> inputs, Instant now, Instant reserved) {
        List<JobRow> due = fanOut(tenant, name, inputs, null, now, reserved);
        int started = (int) due.stream().filter(j -> j.type() == JobType.START).count();
        return new Sent((int) messages.countWaitingForSignal(tenant, name), started, due);
    }

    private List<JobRow> fanOut(String tenant, String name, Map<String, Value> inputs, Long except, Instant now, Instant reserved) {
        JobBody everybody = JobBody.signal(name, inputs, 0, messages.lastWaitingForSignal(tenant, name));
        List<JobRow> posted = new ArrayList<>(tell(tenant, everybody, except, now, reserved));
        for (EventStartRow start : messages.starts(tenant, SubscriptionKind.SIGNAL, name)) {
            posted.add(jobs.post(start, JobType.START, ids.next(), now, JobBody.start(start.id, inputs), reserved));
        }
        return posted;
    }

    /**
     * The next of those who waited when it was sent; the rest is a job again.
     *
     * @param except the instance that has heard it already, or null
     */
    private List<JobRow> tell(String tenant, JobBody signal, Long except, Instant now, Instant reserved) {
        List<JobRow> posted = new ArrayList<>();
        List<SubscriptionRow> page = messages.waitingForSignal(tenant, signal.target(), signal.subscription(), signal.last(), PAGE);
        for (SubscriptionRow waiting : page) {
            if (except == null || waiting.instanceId != except) {
                posted.add(jobs.post(waiting, now, JobBody.trigger(waiting.id, signal.inputs()), reserved));
            }
        }
        if (page.size() == PAGE) {
            JobBody rest = JobBody.signal(signal.target(), signal.inputs(), page.get(PAGE - 1).id, signal.last());
            posted.add(jobs.post(tenant, except, now, rest, reserved));
        }
        return posted;
    }

    Ran trigger(JobRow row, Instant reserved) {
        if (!jobs.take(row)) {
            return Ran.NOTHING;
        }
        JobBody body = row.content();
        return Ran.of(acts.trigger(row.tenant, row.instanceId, body.subscription(), null, body.inputs(), reserved));
    }

    /** The version may have been retired since. */
    Ran start(JobRow row, Instant reserved) {
        JobBody body = row.content();
        return jobs.take(row) ? messages.findStart(row.tenant, body.start())
                .map(s -> Ran.of(acts.begin(s, body.inputs(), reserved))).orElse(Ran.NOTHING) : Ran.NOTHING;
    }
}
