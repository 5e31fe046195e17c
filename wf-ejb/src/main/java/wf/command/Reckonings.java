package wf.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wf.calendar.ReckonedDay;
import wf.calendar.Span;
import wf.calendar.WorkCalendar;
import wf.calendar.WorkTime;
import wf.refusal.Messages;

/** Why something is due when it is, in a sentence that people can check against their calendar on the wall. */
public final class Reckonings {

    /** Longer lists nobody reads. */
    private static final int MOST_DAYS = 62;
    private static final int MOST_TOLD = 6;
    private final Locale locale;
    private final WorkCalendar calendar;

    public Reckonings(Locale locale, WorkCalendar calendar) {
        this.locale = locale;
        this.calendar = calendar;
    }

    /** @param span what was added to the first moment, as it was said, or null */
    public String of(Instant from, Instant to, String span) {
        boolean backwards = to.isBefore(from);
        List<String> parts = new ArrayList<>();
        parts.add(span == null ? text("time.BETWEEN", moment(from), moment(to), worked(from, to), calendar.zone().getId())
                : text("time.DUE", moment(to), amount(Span.parse(span)), moment(from), calendar.zone().getId()));
        if (span == null || Span.parse(span).working()) {
            parts.addAll(days(backwards ? to : from, backwards ? from : to));
        }
        return String.join(text("time.between_sentences"), parts);
    }

    private String worked(Instant from, Instant to) {
        return new WorkTime(calendar).between(from, to).map(this::duration).orElse("");
    }

    private List<String> days(Instant from, Instant to) {
        List<ReckonedDay> days = new WorkTime(calendar).reckon(from, to, MOST_DAYS + 1);
        if (days.size() > MOST_DAYS) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        tell("time.COUNTED", days.stream().filter(d -> !d.worked().isZero()).map(this::counted).toList(), parts);
        tell("time.FREE", free(days), parts);
        return parts;
    }

    private void tell(String key, List<String> told, List<String> parts) {
        if (!told.isEmpty()) {
            List<String> shown = told.size() <= MOST_TOLD ? told
                    : List.of(told.get(0), told.get(1), text("time.MORE", told.size() - 3), told.get(told.size() - 1));
            parts.add(text(key, String.join(text("time.between"), shown)));
        }
    }

    private String counted(ReckonedDay day) {
        String made = day.special() != null && day.special().name() != null ? text("time.named", day.special().name()) : "";
        return text("time.counted", day(day.date()), duration(day.worked())) + made;
    }

    /** Free days that follow each other for the same reason are told together. */
    private List<String> free(List<ReckonedDay> days) {
        List<String> told = new ArrayList<>();
        for (int first = 0; first < days.size(); first++) {
            int last = first;
            while (!days.get(first).workday() && last + 1 < days.size() && !days.get(last + 1).workday()
                    && reason(days.get(last + 1)).equals(reason(days.get(first)))) {
                last++;
            }
            if (!days.get(first).workday()) {
                told.add(first == last ? day(days.get(first).date()) + reason(days.get(first))
                        : text("time.range", day(days.get(first).date()), day(days.get(last).date())) + reason(days.get(first)));
            }
            first = last;
        }
        return told;
    }

    private String reason(ReckonedDay day) {
        return day.special() == null || day.special().name() == null ? "" : text("time.named", day.special().name());
    }

    /** {@code d6} as people say it. */
    public String amount(Span span) {
        return text((span.working() ? "time.work_" : "time.") + span.unit().name().toLowerCase(Locale.ROOT), Math.abs(span.amount()),
                span.amount() < 0 ? text("time.before") : text("time.after"));
    }

    private String duration(Duration time) {
        Duration shown = time.abs();
        String sign = time.isNegative() ? "-" : "";
        return sign + (shown.toMinutesPart() == 0 ? text("time.h", shown.toHours()) : shown.toHours() == 0 ? text("time.min", shown.toMinutesPart())
                : text("time.h_min", shown.toHours(), shown.toMinutesPart()));
    }

    public String moment(Instant instant) {
        return DateTimeFormatter.ofPattern(text("time.moment_pattern"), locale).format(instant.atZone(calendar.zone()));
    }

    private String day(LocalDate date) {
        return DateTimeFormatter.ofPattern(text("time.day_pattern"), locale).format(date);
    }

    private String text(String key, Object... arguments) {
        return Messages.text(locale, key, arguments);
    }
}
