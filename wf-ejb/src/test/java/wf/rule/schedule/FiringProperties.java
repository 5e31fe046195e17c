package wf.rule.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import wf.calendar.WorkCalendar;

/** Schedules that are looked at with gaps, against a list of all their moments. */
class FiringProperties {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-05-01T00:00:00Z");

    /** All moments of the schedule, one after the other. */
    private static List<Instant> moments(Schedule schedule) {
        List<Instant> moments = new ArrayList<>();
        for (Optional<Instant> at = schedule.first(BEGIN); at.isPresent() && at.get().isBefore(END); at = schedule.next(at.get(), moments.size())) {
            moments.add(at.get());
        }
        return moments;
    }

    /** The moments for which it fires when somebody looks after each of these pauses. */
    private static List<Instant> fired(Schedule schedule, Misfire misfire, List<Integer> pauses) {
        List<Instant> fired = new ArrayList<>();
        Optional<Instant> due = schedule.first(BEGIN);
        Instant now = BEGIN;
        int count = 0;
        for (int i = 0; due.isPresent() && now.isBefore(END); i++) {
            now = now.plus(Duration.ofMinutes(pauses.get(i % pauses.size())));
            while (due.isPresent() && !due.get().isAfter(now) && due.get().isBefore(END)) {
                Firing firing = Firing.of(schedule, misfire, due.get(), count, now);
                if (firing.fires()) {
                    fired.add(due.get());
                }
                assertThat(firing.next()).as("it goes forward").matches(n -> n.isEmpty() || n.get().isAfter(fired.isEmpty() ? BEGIN.minusNanos(1) : fired.get(fired.size() - 1)));
                due = firing.next();
                count = firing.fired();
            }
        }
        return fired;
    }

    @Property(tries = 300)
    void eachMomentIsMadeUpFor(@ForAll("schedule") Schedule schedule, @ForAll("pauses") List<Integer> pauses) {
        assertThat(fired(schedule, Misfire.ALL, pauses)).isEqualTo(moments(schedule));
    }

    @Property(tries = 300)
    void noMomentFiresTwiceAndNoneThatIsNone(@ForAll("schedule") Schedule schedule, @ForAll("pauses") List<Integer> pauses, @ForAll Misfire misfire) {
        List<Instant> fired = fired(schedule, misfire, pauses);
        assertThat(fired).doesNotHaveDuplicates().isSorted();
        assertThat(moments(schedule)).containsAll(fired);
    }

    @Property(tries = 300)
    void oneLookAfterAGapFiresOnceOrNotAtAll(@ForAll("schedule") Schedule schedule, @ForAll("gap") int hours) {
        Instant now = BEGIN.plus(Duration.ofHours(hours));
        List<Instant> missed = moments(schedule).stream().filter(m -> m.plus(Firing.GRACE).isBefore(now)).toList();
        if (!missed.isEmpty()) {
            Firing once = Firing.of(schedule, Misfire.ONCE, missed.get(0), 0, now);
            Firing skip = Firing.of(schedule, Misfire.SKIP, missed.get(0), 0, now);
            Optional<Instant> after = moments(schedule).stream().filter(m -> !m.plus(Firing.GRACE).isBefore(now)).findFirst();
            assertThat(once.fires()).isTrue();
            assertThat(skip.fires()).isFalse();
            assertThat(once.next()).isEqualTo(skip.next());
            after.ifPresent(next -> assertThat(once.next()).contains(next));
            assertThat(once.fired()).isEqualTo(missed.size());
        }
    }

    @Property(tries = 100)
    void whoLooksInTimeMissesNothing(@ForAll("schedule") Schedule schedule, @ForAll Misfire misfire) {
        assertThat(fired(schedule, misfire, List.of(1))).isEqualTo(moments(schedule));
    }

    @Provide
    Arbitrary<Schedule> schedule() {
        return Arbitraries.of(Stream.concat(Stream.of("R/PT1H", "R7/PT20H", "R/2026-03-02T08:00:00Z/P1D", "0 8 * * 1-5", "*/30 * * * *", "30 2 * * *", "0 0 1 * *")
                        .map(text -> Schedule.parse(TimerKind.CYCLE, text, BERLIN).value()),
                Stream.of(new LastWorkday(WorkCalendar.of(List.of(), BERLIN), LocalTime.of(17, 0)), new DueDate(Instant.parse("2026-04-02T00:00:00Z")))).toList());
    }

    @Provide
    Arbitrary<List<Integer>> pauses() {
        return Arbitraries.integers().between(1, 60 * 24 * 9).list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Integer> gap() {
        return Arbitraries.integers().between(1, 1_400);
    }
}
