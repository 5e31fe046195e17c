package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wf.command.Outcome;
import wf.contract.ErrorCode;
import wf.contract.JobState;
import wf.instance.SubscriptionKind;
import wf.refusal.Refused;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Conflict;
import wf.store.EventStartRow;
import wf.store.Ids;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.JobType;
import wf.store.Json;
import wf.store.MessageAddress;
import wf.store.MessageRow;
import wf.store.MessageStore;
import wf.store.SubscriptionRow;
import wf.value.Value;

/**
 * Messages find whoever waits for them: exactly one instance, else the newest definition that begins at them, else they
 * are kept. Both sides write first, commit, and then look for the other, so that none can miss the other. Since whoever
 * waits looks without leaving a row, a kept message looks again by itself, ever less often.
 */
@Singleton
public class Delivery {

    private static final int TOLD = 5;
    private static final int LOOKED_AT = 20;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private final MessageStore messages;
    private final JobStore jobs;
    private final Acts acts;
    private final Ids ids;
    private final Duration keep;

    @Inject
    public Delivery(MessageStore messages, JobStore jobs, Acts acts, Ids ids, Settings settings) {
        this.messages = messages;
        this.jobs = jobs;
        this.acts = acts;
        this.ids = ids;
        this.keep = settings.time(Setting.MESSAGE_KEEP, ChronoUnit.DAYS);
    }

    /** Who is to get a message now; exactly one of the two, or neither. */
    record Receiver(SubscriptionRow waiting, EventStartRow start) {

        boolean isNobody() {
            return waiting == null && start == null;
        }
    }

    /** @throws Ambiguous when several wait for it */
    Receiver receiver(String tenant, String name, MessageAddress address) {
        List<SubscriptionRow> waiting = messages.waiting(tenant, address, TOLD);
        if (waiting.size() > 1) {
            throw new Ambiguous(waiting.stream().map(s -> s.instanceId + " (" + s.nodeId + ")").collect(Collectors.joining(", ")));
        } else if (waiting.size() == 1) {
            return new Receiver(waiting.get(0), null);
        }
        return new Receiver(null, newestStart(tenant, name));
    }

    private EventStartRow newestStart(String tenant, String name) {
        return messages.starts(tenant, SubscriptionKind.MESSAGE, name).stream().findFirst().orElse(null);
    }

    /** A message that was there first is nobody's mistake when several come for it at once: it goes to the first of them. */
    private Receiver longestWaiting(String tenant, JobBody message) {
        return messages.waiting(tenant, MessageAddress.of(message.target(), message.key()), 1).stream().findFirst()
                .map(s -> new Receiver(s, null)).orElseGet(() -> new Receiver(null, newestStart(tenant, message.target())));
    }

    /** Hands it over. A receiver that has gone on meanwhile is none: everything is looked at anew. */
    Outcome give(Receiver to, Map<String, Value> payload, Instant reserved) {
        if (to.start() != null) {
            return acts.begin(to.start(), payload, reserved);
        }
        try {
            return acts.trigger(to.waiting().tenant, to.waiting().instanceId, to.waiting().id, null, payload, reserved);
        } catch (Refused e) {
            if (e.problem().code == ErrorCode.ILLEGAL_STATE) {
                throw new Conflict("subscription " + to.waiting().id + " is over");
            }
            throw e;
        }
    }

    /** Nobody waits for it yet. Answers the job by which it looks once more, after the commit. */
    JobRow keep(String tenant, MessageAddress address, JobBody message, Instant now, Instant reserved) {
        MessageRow row = new MessageRow();
        row.tenant = tenant;
        row.id = ids.next();
        row.name = address.name();
        row.key = address.key();
        row.receivedAt = now;
        row.expiresAt = now.plus(keep);
        row.body = Json.write(message);
        messages.keep(row);
        return jobs.post(tenant, row.id, JobType.MATCH, now, JobBody.named(message.target(), message.key(), null), reserved);
    }

    Instant expiry(Instant now) {
        return now.plus(keep);
    }

    // ---- jobs ----

    /** An instance has thrown it. */
    Ran thrown(JobRow row, Instant now, Instant reserved) {
        if (!jobs.take(row)) {
            return Ran.NOTHING;
        }
        JobBody body = row.content();
        MessageAddress address = MessageAddress.of(body.target(), body.key());
        Receiver to = receiver(row.tenant, body.target(), address);
        return to.isNobody() ? Ran.posted(List.of(keep(row.tenant, address, body, now, reserved)))
                : Ran.of(give(to, body.inputs(), reserved));
    }

    /** A kept message looks for its receiver. */
    Ran match(JobRow row, Instant now, Instant reserved) {
        Optional<MessageRow> kept = messages.find(row.tenant, row.id);
        if (kept.isEmpty() || !kept.get().expiresAt.isAfter(now)) {
            jobs.take(row);
            messages.take(row.tenant, row.id);
            return Ran.NOTHING;
        }
        JobBody message = kept.get().content();
        Receiver to = longestWaiting(row.tenant, message);
        if (to.isNobody()) {
            jobs.postpone(row, nextLook(kept.get(), now), 0, null);
            return Ran.NOTHING;
        }
        boolean mine = jobs.take(row) && messages.take(row.tenant, row.id);
        return mine ? Ran.of(give(to, message.inputs(), reserved)).and(look(row.tenant, kept.get(), now)) : Ran.NOTHING;
    }

    /** Always after as long again as it has waited already. */
    private static Instant nextLook(MessageRow message, Instant now) {
        Duration waited = Duration.between(message.receivedAt, now);
        Duration pause = waited.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : waited.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : waited;
        Instant next = now.plus(pause);
        return next.isBefore(message.expiresAt) ? next : message.expiresAt;
    }

    /** Whoever took one message may take the next one too. */
    private static JobRow look(String tenant, MessageRow message, Instant now) {
        JobRow look = new JobRow();
        look.dueAt = now;
        look.tenant = tenant;
        look.kind = JobType.LOOK.name();
        look.body = Json.write(JobBody.named(message.name, message.key, null));
        return look;
    }

    /** Somebody began to wait: the oldest message that was kept for him looks again. */
    Ran look(JobRow row) {
        if (row.id != 0 && !jobs.take(row)) {
            return Ran.NOTHING;
        }
        JobBody address = row.content();
        return Ran.posted(messages.kept(row.tenant, new MessageAddress(address.target(), address.key()), LOOKED_AT).stream()
                .flatMap(id -> jobs.find(row.tenant, id).stream()).filter(j -> j.state.equals(JobState.READY.name())).limit(1).toList());
    }
}
