package wf.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.command.Attempts;
import wf.contract.MessageKind;
import wf.contract.NoticeAction;
import wf.contract.NoticeState;
import wf.meter.Meters;
import wf.refusal.Messages;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.ChannelFailed;
import wf.spi.ChannelMessage;
import wf.spi.MessageChannel;
import wf.store.Column;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.NoticeRow;
import wf.store.NoticeStore;

/**
 * Sends what is due: outside of any transaction, since a mail server takes its time, under a lease that keeps others away. A
 * crash after the sending sends it once more, under the same id. What fails is tried again, ever less often; in the end it is
 * a dead letter.
 */
@Singleton
public class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class.getName());
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private final NoticeStore notices;
    private final JobStore jobs;
    private final Channels channels;
    private final People people;
    private final Attempts attempts;
    private final Meters meters;
    private final InstantSource clock;
    private final Duration lease;
    private final int most;
    private final String link;

    @Inject
    public Deliveries(NoticeStore notices, JobStore jobs, Channels channels, People people, Attempts attempts, Meters meters, InstantSource clock,
            Settings settings) {
        this.notices = notices;
        this.jobs = jobs;
        this.channels = channels;
        this.people = people;
        this.attempts = attempts;
        this.meters = meters;
        this.clock = clock;
        this.lease = settings.time(Setting.NOTIFY_SECONDS, ChronoUnit.SECONDS).multipliedBy(4).plus(MARGIN);
        this.most = Math.max(1, settings.number(Setting.NOTIFY_ATTEMPTS));
        this.link = settings.text(Setting.LINK).replaceFirst("/+$", "");
    }

    /** What is to be sent: the rows that go out together, the first of which has the job. */
    private record Parcel(JobRow job, List<NoticeRow> rows, Person person) { }

    /** Somebody was told that it is due. Where it is not, or somebody else sends it, nothing happens. */
    public void deliver(String tenant, long notice) {
        Optional<JobRow> row = attempts.of(Locale.ENGLISH, () -> jobs.find(tenant, notice));
        row.filter(r -> !r.dueAt.isAfter(now()) && (r.leaseUntil == null || !r.leaseUntil.isAfter(now()))).ifPresent(r -> deliver(r, r.attempts + 1));
    }

    /** The job of a message, which the caller has claimed. */
    public void deliver(JobRow row) {
        deliver(row, Math.max(1, row.attempts));
    }

    private void deliver(JobRow row, int attempt) {
        if (!attempts.of(Locale.ENGLISH, () -> jobs.lease(row, now().plus(lease), attempt))) {
            return;
        }
        Optional<Parcel> parcel = attempts.of(Locale.ENGLISH, () -> packed(row));
        if (parcel.isPresent()) {
            send(parcel.get());
        }
    }

    /** Empty when there is nothing to send any more: then its job has gone, too. */
    private Optional<Parcel> packed(JobRow job) {
        NoticeRow row = notices.find(job.tenant, job.id).orElse(null);
        if (row != null && row.bundle != null && row.bundle == NoticeRow.TO_BE_BUNDLED && row.state.equals(NoticeState.WAITING.name())) {
            notices.bundle(row, now());
            row = notices.find(job.tenant, job.id).orElse(null);
        }
        List<NoticeRow> rows = row == null ? List.of() : row.bundle != null && row.bundle == row.id ? notices.bundled(row)
                : row.bundle == null && row.state.equals(NoticeState.WAITING.name()) ? List.of(row) : List.of();
        if (rows.isEmpty()) {
            jobs.take(job);
            return Optional.empty();
        }
        return Optional.of(new Parcel(job, rows, people.find(job.tenant, row.person).orElseThrow()));
    }

    private void send(Parcel parcel) {
        NoticeRow row = parcel.rows().get(0);
        try {
            Optional<MessageChannel> channel = channels.find(row.channel);
            if (channel.isEmpty()) {
                throw new ChannelFailed("there is no channel " + row.channel + " any more", true);
            }
            boolean out = channel.get().send(message(parcel));
            settle(parcel, out ? NoticeState.SENT : NoticeState.NOWHERE, out ? now() : null, null);
        } catch (ChannelFailed e) {
            failed(parcel, e.getMessage(), e.isForGood());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "message " + row.id + " of tenant " + row.tenant + " failed on channel " + row.channel);
            failed(parcel, String.valueOf(e.getMessage()), false);
        }
    }

    private void failed(Parcel parcel, String why, boolean forGood) {
        int tried = Math.max(1, parcel.job().attempts);
        String cleaned = Column.clean(why);
        if (forGood || tried >= most) {
            LOG.warning(() -> "message " + parcel.job().id + " of tenant " + parcel.job().tenant + " is a dead letter: " + cleaned);
            settle(parcel, NoticeState.DEAD, null, cleaned);
            return;
        }
        attempts.of(Locale.ENGLISH, () -> {
            notices.settle(parcel.job().tenant, ids(parcel), NoticeState.WAITING, null, cleaned);
            jobs.postpone(parcel.job(), now().plus(pause(tried)), tried, cleaned);
            return null;
        });
    }

    /** Twice as long after each attempt, and not all at the same moment. */
    private static Duration pause(int tried) {
        long longest = LONGEST_PAUSE.toMillis();
        long millis = Math.min(longest, FIRST_PAUSE.toMillis() << 2 * Math.min(tried - 1, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis, millis + millis / 4));
    }

    private void settle(Parcel parcel, NoticeState state, Instant at, String error) {
        meters.count("wf_messages_total", 1, "channel", parcel.rows().get(0).channel, "state", state.name());
        attempts.of(Locale.ENGLISH, () -> {
            notices.settle(parcel.job().tenant, ids(parcel), state, at, error);
            jobs.take(parcel.job());
            if (state == NoticeState.SENT) {
                notices.insert(retractions(parcel));
            }
            return null;
        });
    }

    /** Of what was taken back while it was under way, and has arrived all the same. */
    private List<NoticeRow> retractions(Parcel parcel) {
        return notices.goneMeanwhile(parcel.job().tenant, ids(parcel)).stream().filter(r -> Planner.isEntry(r, channels))
                .map(r -> Planner.retraction(r, r.goneAs == null ? NoticeAction.DELETE : NoticeAction.valueOf(r.goneAs), now())).toList();
    }

    private static List<Long> ids(Parcel parcel) {
        return parcel.rows().stream().map(r -> r.id).toList();
    }

    // ---- what it says ----

    private ChannelMessage message(Parcel parcel) {
        NoticeRow row = parcel.rows().get(0);
        ChannelMessage message = new ChannelMessage();
        message.tenant = row.tenant;
        message.id = "wf-" + row.tenant + "-" + parcel.job().id;
        message.about = "wf-" + row.tenant + "-" + (row.itemId == 0 ? "n" + row.id : row.itemId) + "-" + row.person;
        message.action = NoticeAction.valueOf(row.action);
        message.kind = MessageKind.valueOf(row.kind);
        message.personId = parcel.person().id();
        message.personName = parcel.person().name();
        message.mail = parcel.person().mail();
        message.mobile = parcel.person().mobile();
        message.locale = parcel.person().language();
        message.workItemId = row.itemId == 0 ? null : row.itemId;
        message.instanceId = row.instanceId == 0 ? null : row.instanceId;
        message.link = link.isEmpty() ? null : link + (row.itemId == 0 ? "/" : "/#/items/" + row.itemId);
        message.at = Date.from(row.createdAt);
        boolean many = row.bundle != null;
        message.subject = many ? Messages.text(parcel.person().locale(), "notice.digest", parcel.rows().size()) : row.subject;
        message.body = many ? digest(parcel.rows()) : row.body;
        return message;
    }

    private static String digest(List<NoticeRow> rows) {
        StringBuilder body = new StringBuilder();
        rows.forEach(r -> body.append("<h3>").append(Words.html(r.subject)).append("</h3>\n<p>").append(r.body).append("</p>\n"));
        return body.toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
