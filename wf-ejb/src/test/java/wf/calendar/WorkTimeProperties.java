package wf.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Over random calendars in zones that change their clocks in every way that was ever thought of. */
class WorkTimeProperties {

    /** Among them changes just after midnight, by half an hour, by a whole day, and none. */
    private static final List<String> ZONES = List.of("Asia/Shanghai", "UTC", "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe",
            "Pacific/Apia", "America/Sao_Paulo", "Asia/Gaza", "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Kiritimati", "America/Havana", "Asia/Manila");

    @Property(tries = 4000)
    void asMuchHasPassedAsWasAdded(@ForAll("calendar") WorkCalendar calendar, @ForAll("moment") Instant from, @ForAll("time") Duration time) {
        WorkTime work = new WorkTime(calendar);
        Optional<Instant> to = work.add(from, time);
        to.ifPresent(end -> {
            assertThat(end.isBefore(from)).isEqualTo(time.isNegative());
            assertThat(work.between(from, end)).contains(time);
        });
    }

    @Property(tries = 2000)
    void itIsTheFirstSuchMoment(@ForAll("calendar") WorkCalendar calendar, @ForAll("moment") Instant from, @ForAll("time") Duration time) {
        WorkTime work = new WorkTime(calendar);
        work.add(from, time.abs()).filter(end -> end.isAfter(from)).ifPresent(end ->
                assertThat(work.between(from, end.minusNanos(1)).orElseThrow()).isLessThan(time.abs()));
    }

    @Property(tries = 2000)
    void whatLiesBetweenAddsUp(@ForAll("calendar") WorkCalendar calendar, @ForAll("moment") Instant one, @ForAll("time") Duration a, @ForAll("time") Duration b) {
        WorkTime work = new WorkTime(calendar);
        Instant two = one.plus(a);
        Instant three = two.plus(b);
        Duration whole = work.between(one, three).orElseThrow();
        assertThat(work.between(one, two).orElseThrow().plus(work.between(two, three).orElseThrow())).isEqualTo(whole);
        assertThat(whole.abs()).isLessThanOrEqualTo(Duration.between(one, three).abs());
    }

    @Property(tries = 2000)
    void workingDaysGoForwardAndEndInWorkingTime(@ForAll("calendar") WorkCalendar calendar, @ForAll("moment") Instant from, @ForAll("days") int days) {
        WorkTime work = new WorkTime(calendar);
        Optional<Instant> to = work.addDays(from, days);
        to.ifPresent(end -> {
            assertThat(end).isAfter(from);
            assertThat(calendar.isWorkday(end.minusNanos(1).atZone(calendar.zone()).toLocalDate())
                    || calendar.isWorkday(end.atZone(calendar.zone()).toLocalDate())).isTrue();
            work.addDays(from, days + 1).ifPresent(next -> assertThat(next).isAfter(end));
        });
    }

    @Provide
    Arbitrary<WorkCalendar> calendar() {
        return Arbitraries.randomValue(WorkTimeProperties::draw);
    }

    private static WorkCalendar draw(Random random) {
        Map<DayOfWeek, WorkDay> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                week.put(day, hours(random));
            }
        }
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            boolean worked = random.nextBoolean();
            days.put(LocalDate.ofEpochDay(14_000 + random.nextInt(7_500)), new SpecialDay(worked, null, worked && random.nextBoolean() ? hours(random) : null));
        }
        return WorkCalendar.of(List.of(new CalendarLayer(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), week, days)), ZoneId.of("UTC"));
    }

    private static WorkDay hours(Random random) {
        List<DayPart> parts = new ArrayList<>();
        int minute = random.nextInt(3) == 0 ? 0 : random.nextInt(700);
        while (minute < DayPart.DAY && parts.size() < 4) {
            int end = Math.min(DayPart.DAY, minute + 1 + random.nextInt(500));
            parts.add(new DayPart(minute, end));
            minute = end + random.nextInt(3) * random.nextInt(200);
        }
        return new WorkDay(parts);
    }

    /** 2008 to 2028, so that days that were left out and changes that were given up are among them. */
    @Provide
    Arbitrary<Instant> moment() {
        return Arbitraries.longs().between(1_200_000_000L, 1_830_000_000L).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Duration> time() {
        return Arbitraries.longs().between(-5_000_000, 5_000_000).map(Duration::ofSeconds);
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(1, 200);
    }
}
