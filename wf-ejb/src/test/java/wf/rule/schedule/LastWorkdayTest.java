package wf.rule.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.calendar.CalendarLayer;
import wf.calendar.SpecialDay;
import wf.calendar.WorkCalendar;

class LastWorkdayTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** The last of September is a holiday here, and on the last Saturday of October is worked. */
    private static final CalendarLayer HOUSE = new CalendarLayer(SHANGHAI, null, Map.of(LocalDate.of(2026, 9, 30), new SpecialDay(false, null, null),
            LocalDate.of(2026, 10, 31), new SpecialDay(true, null, null)));
    private final Schedule schedule = new LastWorkday(WorkCalendar.of(List.of(HOUSE), SHANGHAI), LocalTime.of(17, 0));

    @Test
    void itIsTheLastDayOfTheMonthOnWhichIsWorked() {
        Instant september = schedule.first(Instant.parse("2026-09-01T00:00:00Z")).orElseThrow();
        assertThat(september).isEqualTo(Instant.parse("2026-09-29T09:00:00Z"));
        Instant october = schedule.next(september, 1).orElseThrow();
        assertThat(october).isEqualTo(Instant.parse("2026-10-31T09:00:00Z"));
        assertThat(schedule.next(october, 2)).contains(Instant.parse("2026-11-30T09:00:00Z"));
    }

    @Test
    void whoSetsItOnTheDayItselfIsInTimeUntilTheHour() {
        Instant due = Instant.parse("2026-11-30T09:00:00Z");
        assertThat(schedule.first(due)).contains(due);
        assertThat(schedule.first(due.plusSeconds(1))).contains(Instant.parse("2026-12-31T09:00:00Z"));
    }
}
