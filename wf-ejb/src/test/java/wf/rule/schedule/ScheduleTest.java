package wf.rule.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Far more than any of them takes, and far less than walking all the way. */
    private static final Duration ENDLESS = Duration.ofSeconds(30);
    private static final Instant SET = Instant.parse("2026-01-31T02:00:00Z");

    @ParameterizedTest
    @CsvSource({"2026-05-01T08:00:00Z, 2026-05-01T08:00:00Z", "2026-05-01T08:00:00+08:00, 2026-05-01T00:00:00Z",
        "2026-05-01T08:00:00+0800, 2026-05-01T00:00:00Z", "2026-05-01T08:00, 2026-05-01T00:00:00Z",
        "2026-05-01, 2026-04-30T16:00:00Z", "2026-05-01Z, 2026-05-01T00:00:00Z",
        "2026-05-01T08:00:00.25, 2026-05-01T00:00:00.250Z", "2026-05-01T08:00[Europe/Berlin], 2026-05-01T06:00:00Z",
        "' 2026-05-01T08:00:00Z\n', 2026-05-01T08:00:00Z"})
    void aDateIsMeantInItsOwnZoneElseInOurs(String text, Instant due) {
        assertThat(schedule(TimerKind.DATE, text).first(SET)).contains(due);
        assertThat(schedule(TimerKind.DATE, text).next(due, 1)).isEmpty();
    }

    @Test
    void aDateInThePastIsDueAtOnce() {
        assertThat(schedule(TimerKind.DATE, "2020-01-01").first(SET)).contains(SET);
    }

    @ParameterizedTest
    @CsvSource({"PT10S, 2026-01-31T02:00:10Z", "P1M, 2026-02-28T02:00:00Z", "P1Y2M3DT4H5M6S, 2027-04-03T06:05:06Z",
        "P2W, 2026-02-14T02:00:00Z", "P1W1D, 2026-02-08T02:00:00Z", "PT1.5S, 2026-01-31T02:00:01.500Z",
        "'PT0,25S', 2026-01-31T02:00:00.250Z", "PT0S, 2026-01-31T02:00:00Z", "PT36H, 2026-02-01T14:00:00Z"})
    void aDurationFollowsTheCalendar(String text, Instant due) {
        assertThat(schedule(TimerKind.DURATION, text).first(SET)).contains(due);
        assertThat(schedule(TimerKind.DURATION, text).next(due, 1)).isEmpty();
    }

    @Test
    void aDayIsADayAlsoWhenTheClocksChangeBut24HoursAre24Hours() {
        Instant eveOfSummerTime = Instant.parse("2026-03-28T11:00:00Z");
        assertThat(in(BERLIN, TimerKind.DURATION, "P1D").first(eveOfSummerTime)).contains(Instant.parse("2026-03-29T10:00:00Z"));
        assertThat(in(BERLIN, TimerKind.DURATION, "PT24H").first(eveOfSummerTime)).contains(Instant.parse("2026-03-29T11:00:00Z"));
    }

    @Test
    void aRepetitionWithoutAStartCountsFromWhenTheTimerWasSet() {
        assertThat(all("R3/PT10S", SET)).containsExactly(Instant.parse("2026-01-31T02:00:10Z"),
                Instant.parse("2026-01-31T02:00:20Z"), Instant.parse("2026-01-31T02:00:30Z"));
        assertThat(all("R1/PT10S", SET)).hasSize(1);
    }

    @Test
    void aRepetitionWithAStartBeginsThereAndLosesWhatIsPast() {
        assertThat(all("R3/2026-02-01T00:00:00Z/PT1H", SET)).containsExactly(Instant.parse("2026-02-01T00:00:00Z"),
                Instant.parse("2026-02-01T01:00:00Z"), Instant.parse("2026-02-01T02:00:00Z"));
        assertThat(all("R3/2026-01-31T00:30:00Z/PT1H", SET)).containsExactly(Instant.parse("2026-01-31T02:30:00Z"));
        assertThat(all("R3/2026-01-31T00:00:00Z/PT1H", SET)).containsExactly(SET);
        assertThat(all("R3/2020-01-01T00:00:00Z/PT1H", SET)).isEmpty();
    }

    @Test
    void aRepetitionWithAnEndStopsThere() {
        assertThat(all("R/PT1H/2026-01-31T04:00:00Z", SET)).containsExactly(Instant.parse("2026-01-31T03:00:00Z"),
                Instant.parse("2026-01-31T04:00:00Z"));
        assertThat(all("R1/PT1H/2026-01-31T04:00:00Z", SET)).hasSize(1);
        assertThat(all("R3/PT1H/2026-01-01", SET)).isEmpty();
    }

    @Test
    void aStartAndAnEndGiveTheInterval() {
        assertThat(all("R2/2026-02-01T00:00:00Z/2026-02-01T06:00:00Z", SET)).containsExactly(
                Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-02-01T06:00:00Z"));
    }

    @Test
    void theLastDayOfTheMonthDoesNotWearOff() {
        assertThat(all("R4/2026-01-31T10:00:00Z/P1M", SET)).extracting(Instant::toString).containsExactly(
                "2026-01-31T10:00:00Z", "2026-02-28T10:00:00Z", "2026-03-31T10:00:00Z", "2026-04-30T10:00:00Z");
    }

    @Test
    void anOldStartIsReachedWithoutWalkingThere() {
        Schedule everySecond = schedule(TimerKind.CYCLE, "R/0001-01-01T00:00:00Z/PT1S");
        assertTimeoutPreemptively(ENDLESS, () -> {
            assertThat(everySecond.first(SET)).contains(SET);
            assertThat(everySecond.next(SET, 1)).contains(SET.plusSeconds(1));
        });
    }

    @ParameterizedTest
    @CsvSource({"0 8 * * *, 2026-02-01T00:00:00Z", "30 9 * * 1-5, 2026-02-02T01:30:00Z", "*/15 * * * *, 2026-01-31T02:15:00Z",
        "0 0 8 * * ?, 2026-02-01T00:00:00Z", "0 0 8 * * *, 2026-02-01T00:00:00Z", "0 0 8 L * ?, 2026-02-28T00:00:00Z",
        "0 0 8 ? * 6#3, 2026-02-20T00:00:00Z", "0 0 8 ? * MON-FRI, 2026-02-02T00:00:00Z", "0 0 8 LW * ?, 2026-02-27T00:00:00Z",
        "0 0 8 1 1 ? 2030, 2030-01-01T00:00:00Z", "0 0 8 29 2 ?, 2028-02-29T00:00:00Z", "'* * * * * ?', 2026-01-31T02:00:01Z"})
    void aCronLineSpeaksUnixAndQuartz(String text, Instant due) {
        assertThat(schedule(TimerKind.CYCLE, text).first(SET)).contains(due);
    }

    @Test
    void aCronLineEndsWithItsYears() {
        Schedule newYear = schedule(TimerKind.CYCLE, "0 0 8 1 1 ? 2030");
        assertThat(newYear.next(newYear.first(SET).orElseThrow(), 1)).isEmpty();
    }

    @Test
    void aDailyCronLineComesOnceOnTheDaysWhenTheClocksChange() {
        Schedule nightly = in(BERLIN, TimerKind.CYCLE, "30 2 * * *");
        assertThat(days(nightly, Instant.parse("2026-03-27T12:00:00Z"), 4)).doesNotHaveDuplicates();
        assertThat(days(nightly, Instant.parse("2026-10-23T12:00:00Z"), 4)).doesNotHaveDuplicates();
    }

    private static List<String> days(Schedule schedule, Instant from, int count) {
        List<String> days = new ArrayList<>();
        Instant due = from;
        for (int i = 0; i < count; i++) {
            due = schedule.next(due, i).orElseThrow();
            days.add(due.atZone(BERLIN).toLocalDate().toString());
        }
        return days;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INVALID", "tomorrow", "2026-13-01", "2026-02-30", "2026-02-29T08:00:00Z", "10000-01-01",
        "+10000-01-01T00:00:00Z", "-0001-01-01", "2026-05-01T25:00", "2026-05-01T", "2026-05-01T08:00:00+99:00", "PT5S",
        "2026-05-01T08:00[Nowhere/Land]", "R/PT5S"})
    void whatIsNoDateIsRefused(String text) {
        refused(TimerKind.DATE, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INVALID", "P", "PT", "P1DT", "T5S", "-PT5S", "PT-5S", "P1S", "PT1Y", "P1.5D", "5", "pt5s",
        "P999999999Y", "PT999999999H", "P1001Y", "P999999999W", "P99999999999D", "PT5S5M", "2026-05-01"})
    void whatIsNoDurationIsRefused(String text) {
        refused(TimerKind.DURATION, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "R", "R/", "R3", "R3/", "R0/PT5S", "R/PT0S", "R/PT0.9S", "R1001/PT0.5S", "R3/PT0.0001S",
        "R9999999999/PT5S", "R-2/PT5S", "R3/2026-01-01", "R3/2026-01-02/2026-01-01", "R3/2026-01-01/PT1H/2027-01-01",
        "PT5S", "R/P1001Y", "* * * *", "60 * * * *", "0 0 30 2 *", "0 0 0 31 2 ?", "0 0 8 * * ? 1999-1998", "0 0 8 ? * ?",
        "* * * * * * * *", "0 0 8 * * ?|0 0 9 * * ?", "0 0 8 1 1 ? 1980", "a b c d e", "@daily", "0/0 * * * *"})
    void whatIsNoCycleIsRefused(String text) {
        refused(TimerKind.CYCLE, text);
    }

    @Test
    void aHugeTextIsRefusedQuickly() {
        assertTimeoutPreemptively(ENDLESS, () -> {
            for (TimerKind kind : TimerKind.values()) {
                refused(kind, "P" + "1".repeat(1_000_000) + "Y");
                refused(kind, "0,".repeat(200_000) + "0 * * * *");
            }
        });
    }

    @Test
    void aRareCronLineIsFoundInReasonableTime() {
        assertTimeoutPreemptively(ENDLESS,
                () -> assertThat(schedule(TimerKind.CYCLE, "59 59 23 29 2 ? 2096").first(SET)).contains(Instant.parse("2096-02-29T15:59:59Z")));
    }

    private static void refused(TimerKind kind, String text) {
        assertThat(Schedule.parse(kind, text, SHANGHAI).error()).as(text).isNotBlank();
    }

    private static Schedule schedule(TimerKind kind, String text) {
        return in(SHANGHAI, kind, text);
    }

    private static Schedule in(ZoneId zone, TimerKind kind, String text) {
        var parsed = Schedule.parse(kind, text, zone);
        assertThat(parsed.error()).isNull();
        return parsed.value();
    }

    private static List<Instant> all(String cycle, Instant from) {
        Schedule schedule = schedule(TimerKind.CYCLE, cycle);
        List<Instant> all = new ArrayList<>();
        for (Optional<Instant> due = schedule.first(from); due.isPresent(); due = schedule.next(due.get(), all.size())) {
            all.add(due.get());
        }
        return all;
    }
}
