package wf.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Working time as an office in China knows it. */
class WorkCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final SpecialDay NATIONAL_DAY = new SpecialDay(false, "国庆节", null);
    private static final SpecialDay MAKE_UP = new SpecialDay(true, "调休上班", null);
    private static final CalendarLayer HOUSE = new CalendarLayer(SHANGHAI, null,
            Map.of(day(1), NATIONAL_DAY, day(2), NATIONAL_DAY, day(5), NATIONAL_DAY, day(6), NATIONAL_DAY, day(7), NATIONAL_DAY, day(10), MAKE_UP));

    private final WorkCalendar house = WorkCalendar.of(List.of(HOUSE), ZoneId.of("UTC"));

    private static LocalDate day(int ofOctober) {
        return LocalDate.of(2026, 10, ofOctober);
    }

    private static Instant at(String time) {
        return LocalDateTime.parse("2026-" + time).atZone(SHANGHAI).toInstant();
    }

    private Instant later(String from, String span) {
        return Span.parse(span).after(at(from), house).orElseThrow();
    }

    @Test
    void holidaysAreFreeAndMakeUpDaysAreNot() {
        assertThat(house.isWorkday(day(1))).isFalse();
        assertThat(house.isWorkday(day(8))).isTrue();
        assertThat(house.isWorkday(day(10))).as("a Saturday on which is worked").isTrue();
        assertThat(house.isWorkday(day(11))).isFalse();
        assertThat(house.special(day(10))).contains(MAKE_UP);
    }

    @Test
    void workingHoursPassOverNightsLunchAndHolidays() {
        assertThat(later("09-30T16:00", "h1")).isEqualTo(at("09-30T17:00"));
        assertThat(later("09-30T16:00", "h2")).as("in the evening, not the next morning").isEqualTo(at("09-30T18:00"));
        assertThat(later("09-30T16:00", "h3")).isEqualTo(at("10-08T10:00"));
        assertThat(later("10-08T11:30", "m45")).isEqualTo(at("10-08T13:15"));
        assertThat(later("10-03T02:00", "m1")).isEqualTo(at("10-08T09:01"));
        assertThat(later("10-09T17:59", "h8")).as("the Saturday counts").isEqualTo(at("10-10T17:59"));
    }

    @Test
    void workingDaysEndAtTheSameTimeOfDay() {
        assertThat(later("09-29T16:20", "d2")).isEqualTo(at("10-08T16:20"));
        assertThat(later("10-03T12:00", "d1")).as("what comes on a free day counts from the next morning").isEqualTo(at("10-09T09:00"));
        assertThat(later("10-08T22:00", "d1")).isEqualTo(at("10-10T09:00"));
        assertThat(later("10-09T12:30", "d1")).isEqualTo(at("10-10T13:00"));
        assertThat(later("10-09T16:20", "-d1")).isEqualTo(at("10-08T16:20"));
    }

    @Test
    void atTheTimeOfDayAtWhichNobodyWorksTheWorkBeforeItEnds() {
        WorkDay early = new WorkDay(List.of(new DayPart(480, 900)));
        CalendarLayer saturdays = new CalendarLayer(null, null, Map.of(day(10), new SpecialDay(true, null, early)));
        WorkCalendar calendar = WorkCalendar.of(List.of(saturdays, HOUSE), SHANGHAI);
        assertThat(new WorkTime(calendar).addDays(at("10-09T16:20"), 1)).contains(at("10-10T15:00"));
        assertThat(new WorkTime(calendar).addDays(at("10-10T08:10"), 1)).contains(at("10-12T09:00"));
    }

    @Test
    void naturalTimeKnowsNoHolidays() {
        assertThat(later("09-30T16:00", "D6")).isEqualTo(at("10-06T16:00"));
        assertThat(later("09-30T16:00", "H6")).isEqualTo(at("09-30T22:00"));
        assertThat(later("09-30T16:00", "-M30")).isEqualTo(at("09-30T15:30"));
    }

    @Test
    void timeBeforeIsReckonedBackwards() {
        assertThat(later("10-08T10:00", "-h3")).isEqualTo(at("09-30T16:00"));
        assertThat(new WorkTime(house).between(at("10-08T10:00"), at("09-30T16:00"))).contains(Duration.ofHours(-3));
    }

    @Test
    void theNearestWordCountsAndTheOthersGoOn() {
        CalendarLayer li = new CalendarLayer(null, null, Map.of(day(8), new SpecialDay(false, "leave", null), day(1), MAKE_UP));
        CalendarLayer night = new CalendarLayer(null, Map.of(DayOfWeek.SUNDAY, new WorkDay(List.of(new DayPart(1_200, 1_440)))), Map.of());
        WorkCalendar calendar = WorkCalendar.of(List.of(li, night, HOUSE), ZoneId.of("UTC"));
        assertThat(calendar.isWorkday(day(1))).as("his own word").isTrue();
        assertThat(calendar.isWorkday(day(2))).as("the house's holiday stays").isFalse();
        assertThat(calendar.isWorkday(day(8))).isFalse();
        assertThat(calendar.isWorkday(day(9))).as("his department works on Sundays only").isFalse();
        assertThat(calendar.isWorkday(day(11))).isTrue();
        assertThat(calendar.hours(day(10)).parts()).as("make-up work goes as on his working day").containsExactly(new DayPart(1_200, 1_440));
        assertThat(calendar.zone()).isEqualTo(SHANGHAI);
    }

    @Test
    void aNightOfTwentyFiveHoursIsWorkedInFull() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        CalendarLayer always = new CalendarLayer(berlin, Map.of(DayOfWeek.SUNDAY, new WorkDay(List.of(new DayPart(0, 1_440)))), Map.of());
        WorkTime time = new WorkTime(WorkCalendar.of(List.of(always), berlin));
        Instant autumn = LocalDate.of(2026, 10, 25).atStartOfDay(berlin).toInstant();
        Instant spring = LocalDate.of(2026, 3, 29).atStartOfDay(berlin).toInstant();
        assertThat(time.between(autumn, autumn.plus(Duration.ofDays(2)))).contains(Duration.ofHours(25));
        assertThat(time.between(spring, spring.plus(Duration.ofDays(2)))).contains(Duration.ofHours(23));
    }

    @Test
    void whoNeverWorksIsNeverDone() {
        CalendarLayer never = new CalendarLayer(null, Map.of(DayOfWeek.MONDAY, WorkDay.FREE), Map.of());
        WorkTime time = new WorkTime(WorkCalendar.of(List.of(never), SHANGHAI));
        assertThat(time.add(at("10-08T10:00"), Duration.ofMinutes(1))).isEmpty();
        assertThat(time.add(at("10-08T10:00"), Duration.ofMinutes(-1))).isEmpty();
        assertThat(time.addDays(at("10-08T10:00"), 1)).isEmpty();
        assertThat(time.add(at("10-08T10:00"), Duration.ZERO)).contains(at("10-08T10:00"));
        assertThat(new WorkTime(house).between(Instant.EPOCH, at("10-08T10:00"))).as("beyond the horizon").isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new DayPart(600, 600)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkDay(List.of(new DayPart(0, 600), new DayPart(599, 700)))).hasMessageContaining("overlap");
        for (String wrong : List.of("d", "6d", "d6h", "", "d-6", "x6", "--d6", "d99999999")) {
            assertThat(Span.looksLike(wrong)).as(wrong).isFalse();
        }
        assertThatThrownBy(() -> Span.parse("D3661")).hasMessageContaining("ten years");
        assertThat(Span.parse("-d6")).hasToString("-d6");
        assertThat(Span.parse("H6")).hasToString("H6");
    }

    @Test
    void aReckoningTellsEachDay() {
        List<ReckonedDay> days = new WorkTime(house).reckon(at("09-30T16:00"), at("10-08T10:00"), 100);
        assertThat(days).hasSize(9);
        assertThat(days).extracting(ReckonedDay::worked).startsWith(Duration.ofHours(2), Duration.ZERO).endsWith(Duration.ZERO, Duration.ofHours(1));
        assertThat(days.get(1).special()).isEqualTo(NATIONAL_DAY);
        assertThat(days.get(3).special()).as("a Saturday by itself").isNull();
    }
}
