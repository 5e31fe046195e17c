package wf.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.contract.DigestMode;
import wf.contract.MessageKind;
import wf.contract.MessageWishes;
import wf.store.NoticeRow;

/**
 * How somebody wants to be told: over what, when not, and whether together. Times are those of the clock on his wall, so quiet
 * hours are an hour longer or shorter in a night in which it is changed.
 *
 * @param zone his own, else that of the installation
 */
record Wishes(MessageWishes said, ZoneId zone) {

    private static final LocalTime DIGEST = LocalTime.of(8, 0);
    /** What must not wait for the next digest. */
    private static final Set<MessageKind> URGENT = Set.of(MessageKind.URGE, MessageKind.OVERDUE, MessageKind.WARN);
    private static final String MAIL = "mail";

    static Wishes of(MessageWishes said, ZoneId house) {
        return new Wishes(said, said.zone == null ? house : ZoneId.of(said.zone));
    }

    /** @param usual the channels of whoever has said nothing */
    List<String> channels(MessageKind kind, List<String> usual) {
        Optional<List<String>> wished = said.channels.stream().filter(w -> w.kind == kind).findFirst()
                .or(() -> said.channels.stream().filter(w -> w.kind == null).findFirst()).map(w -> w.channels);
        return wished.orElse(usual);
    }

    /** Whether it goes out with others. */
    boolean isBundled(MessageKind kind, String channel) {
        return channel.equals(MAIL) && said.digest != null && said.digest != DigestMode.NONE && !URGENT.contains(kind);
    }

    /** Fills in when it is to be sent, and whether together with others. */
    void schedule(NoticeRow row, MessageKind kind, Instant now) {
        boolean bundled = isBundled(kind, row.channel);
        row.bundle = bundled ? NoticeRow.TO_BE_BUNDLED : null;
        row.dueAt = afterQuiet(bundled ? digest(now) : now);
    }

    private Instant digest(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        if (said.digest == DigestMode.HOURLY) {
            return here.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
        }
        LocalTime at = said.digestAt == null ? DIGEST : LocalTime.parse(said.digestAt);
        return next(at, here.toLocalDate(), now);
    }

    /** The moment itself, or the end of the quiet hours that it falls into. */
    Instant afterQuiet(Instant moment) {
        if (said.quietFrom == null || said.quietTo == null || said.quietFrom.equals(said.quietTo)) {
            return moment;
        }
        LocalTime from = LocalTime.parse(said.quietFrom);
        LocalTime to = LocalTime.parse(said.quietTo);
        LocalTime at = moment.atZone(zone).toLocalTime();
        boolean quiet = from.isBefore(to) ? !at.isBefore(from) && at.isBefore(to) : !at.isBefore(from) || at.isBefore(to);
        return quiet ? next(to, moment.atZone(zone).toLocalDate(), moment) : moment;
    }

    /** The next time that the clock shows it; where the clock jumps over it, when it has. */
    private Instant next(LocalTime at, LocalDate today, Instant after) {
        for (int day = 0; ; day++) {
            ZonedDateTime then = ZonedDateTime.of(today.plusDays(day), at, zone);
            if (then.toInstant().isAfter(after)) {
                return then.toInstant();
            } else if (then.withLaterOffsetAtOverlap().toInstant().isAfter(after)) {
                return then.withLaterOffsetAtOverlap().toInstant();
            }
        }
    }
}
