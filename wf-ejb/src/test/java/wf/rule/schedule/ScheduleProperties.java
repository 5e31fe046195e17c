package wf.rule.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a model says: reading it never throws, and time goes forward. */
class ScheduleProperties {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    @Property
    void readingNeverThrows(@ForAll TimerKind kind, @ForAll("oddText") String text, @ForAll("zone") ZoneId zone) {
        var parsed = Schedule.parse(kind, text, zone);
        assertThat(parsed.isError()).isEqualTo(parsed.value() == null);
    }

    @Property(tries = 3000)
    void timeGoesForward(@ForAll TimerKind kind, @ForAll("plausible") String text, @ForAll("zone") ZoneId zone,
            @ForAll("moment") Instant from) {
        var parsed = Schedule.parse(kind, text, zone);
        if (!parsed.isError()) {
            Optional<Instant> due = parsed.value().first(from);
            due.ifPresent(first -> assertThat(first).isAfterOrEqualTo(from));
            for (int fired = 1; fired < 6 && due.isPresent(); fired++) {
                assertThat(due.get()).isBeforeOrEqualTo(LATEST.isBefore(from) ? from : LATEST);
                Optional<Instant> next = parsed.value().next(due.get(), fired);
                Instant previous = due.get();
                next.ifPresent(later -> assertThat(later).as("%s in %s", text, zone).isAfter(previous));
                due = next;
            }
        }
    }

    @Property
    void aRepetitionComesAsOftenAsItSays(@ForAll("times") int times, @ForAll("moment") Instant from) {
        Schedule schedule = Schedule.parse(TimerKind.CYCLE, "R" + times + "/PT1M", ZoneId.of("UTC")).value();
        int fired = 0;
        for (Optional<Instant> due = schedule.first(from); due.isPresent(); due = schedule.next(due.get(), fired)) {
            fired++;
        }
        boolean farAway = from.isAfter(Instant.parse("9990-01-01T00:00:00Z")) || from.isBefore(Instant.parse("0002-01-01T00:00:00Z"));
        assertThat(fired).isEqualTo(farAway ? fired : times);
    }

    @Provide
    Arbitrary<Integer> times() {
        return Arbitraries.integers().between(1, 40);
    }

    @Provide
    Arbitrary<ZoneId> zone() {
        return Arbitraries.of("UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia",
                "Africa/Cairo", "America/Sao_Paulo", "+14:00").map(ZoneId::of);
    }

    /** Mostly our own time, and near the changes of the clocks, but now and then anything that fits the type. */
    @Provide
    Arbitrary<Instant> moment() {
        Arbitrary<Instant> ours = Arbitraries.longs().between(1_262_304_000L, 2_000_000_000L).map(Instant::ofEpochSecond);
        Arbitrary<Instant> any = Arbitraries.longs().between(Instant.MIN.getEpochSecond() + 1, Instant.MAX.getEpochSecond())
                .map(Instant::ofEpochSecond);
        Arbitrary<Instant> changes = Arbitraries.of("2026-03-29T00:59:59.5Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z",
                "2011-12-29T20:00:00Z", "2026-11-01T05:30:00Z", "2026-04-04T15:15:00Z", "9999-12-31T23:59:59Z",
                "0001-01-01T00:00:00Z").map(Instant::parse);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, ours), net.jqwik.api.Tuple.of(1, any),
                net.jqwik.api.Tuple.of(3, changes));
    }

    @Provide
    Arbitrary<String> oddText() {
        Arbitrary<String> shaped = Arbitraries.strings().withChars("RPTYMWDHS0123456789/-:.,+Z []?*#L").ofMaxLength(40);
        return Arbitraries.oneOf(shaped, Arbitraries.strings().ofMaxLength(300), plausible());
    }

    @Provide
    Arbitrary<String> plausible() {
        return Arbitraries.oneOf(duration(), date(), repetition(), cron());
    }

    private static Arbitrary<String> duration() {
        return Combinators.combine(few("Y"), few("M"), few("D"), few("H"), few("M"), few("S"))
                .as((y, mo, d, h, m, s) -> "P" + y + mo + d + (h + m + s).transform(t -> t.isEmpty() ? "" : "T" + t));
    }

    private static Arbitrary<String> few(String unit) {
        return Arbitraries.integers().between(0, 40).injectNull(0.6).map(n -> n == null ? "" : n + unit);
    }

    private static Arbitrary<String> date() {
        Arbitrary<String> zone = Arbitraries.of("", "Z", "+08:00", "-0330");
        return Combinators.combine(Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L), zone)
                .as((second, offset) -> Instant.ofEpochSecond(second).toString().replace("Z", offset));
    }

    private static Arbitrary<String> repetition() {
        Arbitrary<String> times = Arbitraries.of("R", "R1", "R3", "R100", "R-1");
        return Combinators.combine(times, date(), duration(), Arbitraries.integers().between(0, 2)).as((r, start, every, form) ->
                form == 0 ? r + "/" + every : form == 1 ? r + "/" + start + "/" + every : r + "/" + every + "/" + start);
    }

    private static Arbitrary<String> cron() {
        Arbitrary<String> field = Arbitraries.of("*", "?", "0", "1", "5", "*/7", "1-5", "2,3", "L", "15W", "6#2", "59", "0/20");
        return field.list().ofMinSize(4).ofMaxSize(8).map(fields -> String.join(" ", fields));
    }
}
