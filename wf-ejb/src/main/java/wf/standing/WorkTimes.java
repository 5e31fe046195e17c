package wf.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import wf.access.Caller;
import wf.calendar.Span;
import wf.calendar.WorkCalendar;
import wf.command.Inputs;
import wf.command.Reckonings;
import wf.command.Views;
import wf.contract.WorkTime;
import wf.contract.Workday;
import wf.query.Moments;
import wf.runtime.Directories;
import wf.setting.Settings;
import wf.store.CalendarStore;

/**
 * Y8 日期判断: questions about working time, by the calendar of the tenant, of a department, or of a person: oneself, or for
 * administrators anybody, since it tells when somebody is on leave.
 */
@Singleton
public class WorkTimes {

    private final CalendarStore calendars;
    private final Directories directories;
    private final OwnWrites writes;
    private final Views views;
    private final ZoneId zone;

    @Inject
    public WorkTimes(CalendarStore calendars, Directories directories, OwnWrites writes, Views views, Settings settings) {
        this.calendars = calendars;
        this.directories = directories;
        this.writes = writes;
        this.views = views;
        this.zone = settings.zone();
    }

    /** Whose calendar; null for both: the tenant's. */
    public record Whose(String person, String department) { }

    public Workday isWorkday(Caller caller, String date, Whose whose) {
        LocalDate day = new CalendarForm(caller.locale()).date(date, "date");
        WorkCalendar calendar = calendar(caller, whose);
        Workday workday = new Workday();
        workday.date = day.toString();
        workday.workday = calendar.isWorkday(day);
        workday.name = calendar.special(day).map(s -> s.name()).orElse(null);
        workday.parts.addAll(CalendarForm.parts(calendar.hours(day)));
        return workday;
    }

    /** @param span {@code d6}, {@code h6}, {@code m30}; a minus before it for earlier */
    public WorkTime add(Caller caller, String from, String span, Whose whose) {
        Locale locale = caller.locale();
        Instant begin = moment(from, "from", locale);
        Inputs.require(span != null && Span.looksLike(span), locale, "SPAN", span == null ? "" : span);
        Instant end = after(begin, span, calendar(caller, whose), locale);
        return answer(begin, end, calendar(caller, whose), locale, span);
    }

    private static Instant after(Instant begin, String span, WorkCalendar calendar, Locale locale) {
        try {
            return Span.parse(span).after(begin, calendar).orElseThrow(IllegalArgumentException::new);
        } catch (IllegalArgumentException e) {
            Inputs.require(false, locale, "SPAN_TOO_LONG", span);
            return null;
        }
    }

    public WorkTime between(Caller caller, String from, String to, Whose whose) {
        return answer(moment(from, "from", caller.locale()), moment(to, "to", caller.locale()), calendar(caller, whose), caller.locale(), null);
    }

    private WorkTime answer(Instant from, Instant to, WorkCalendar calendar, Locale locale, String span) {
        Duration between = new wf.calendar.WorkTime(calendar).between(from, to).orElse(null);
        Inputs.require(between != null, locale, "SPAN_TOO_LONG", from + " - " + to);
        WorkTime answer = new WorkTime();
        answer.from = views.date(from);
        answer.to = views.date(to);
        answer.seconds = between.toSeconds();
        answer.zone = calendar.zone().getId();
        answer.because = new Reckonings(locale, calendar).of(from, to, span);
        return answer;
    }

    private static Instant moment(String text, String field, Locale locale) {
        Inputs.require(text != null && !text.isBlank(), locale, "GIVEN", field);
        return Moments.read(field, text, locale);
    }

    private WorkCalendar calendar(Caller caller, Whose whose) {
        if (whose.department() != null && !whose.department().isBlank()) {
            return calendars.ofDepartment(caller.tenant(), whose.department().strip(), directories, zone);
        } else if (whose.person() == null || whose.person().isBlank()) {
            return calendars.of(caller.tenant(), directories, zone).of(null);
        }
        return calendars.of(caller.tenant(), directories, zone).of(writes.whose(caller, whose.person()));
    }
}
