package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import wf.calendar.DayPart;
import wf.contract.ScheduleKind;
import wf.rule.Evaluation;
import wf.rule.schedule.LastWorkday;
import wf.rule.schedule.Schedule;
import wf.rule.schedule.TimerKind;
import wf.runtime.Directories;
import wf.setting.Settings;
import wf.store.CalendarStore;
import wf.store.ScheduleRow;

/** When a schedule is due, as what is stored says it, by the calendars as they are now. */
@Singleton
public class Times {

    private final CalendarStore calendars;
    private final Directories directories;
    private final ZoneId zone;

    @Inject
    public Times(CalendarStore calendars, Directories directories, Settings settings) {
        this.calendars = calendars;
        this.directories = directories;
        this.zone = settings.zone();
    }

    public Evaluation<Schedule> of(ScheduleRow row) {
        ScheduleKind kind = ScheduleKind.valueOf(row.kind);
        String text = row.times.strip();
        try {
            ZoneId own = row.zone == null ? zone : ZoneId.of(row.zone);
            return switch (kind) {
                case AT -> Schedule.parse(TimerKind.DATE, text, own);
                case EVERY -> Schedule.parse(TimerKind.CYCLE, text.startsWith("P") ? "R/" + text : text.startsWith("R") ? text : "R/", own);
                case CRON -> text.startsWith("R") ? Evaluation.failed("\"" + text + "\" is no cron line") : Schedule.parse(TimerKind.CYCLE, text, own);
                case LAST_WORKDAY -> lastWorkday(row, text);
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            return Evaluation.failed(e.getMessage());
        }
    }

    private Evaluation<Schedule> lastWorkday(ScheduleRow row, String text) {
        int minute = DayPart.minute(text);
        return minute == 24 * 60 ? Evaluation.failed("24:00 belongs to the next day")
                : Evaluation.of(new LastWorkday(calendars.of(row.tenant, directories, zone).of(null), LocalTime.of(minute / 60, minute % 60)));
    }
}
