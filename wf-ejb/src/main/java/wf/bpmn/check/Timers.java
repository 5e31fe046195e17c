package wf.bpmn.check;

import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Stream;
import wf.rule.schedule.Schedule;
import wf.rule.schedule.TimerKind;

/** Times as ISO 8601 writes them (10.5.5, table 10.101). What is an expression says so and is looked at elsewhere. */
record Timers(BpmnFile file, Report report) implements Rules {

    private static final Set<String> PARTS = Set.of("timeDate", "timeDuration", "timeCycle");

    @Override
    public void check() {
        file.all("timerEventDefinition").forEach(this::check);
    }

    private void check(XmlElement timer) {
        hasOnePart(timer);
        dateIsADate(timer);
        durationIsADuration(timer);
        cycleIsARepetition(timer);
    }

    /** In an executable process exactly one of date, duration and cycle is given. */
    private void hasOnePart(XmlElement timer) {
        if (timer.children(PARTS).size() != 1 && file.isExecutable(timer)) {
            report.error("TIMER_PARTS", timer);
        }
    }

    /** timeDate is a date, with or without a time of day. */
    private void dateIsADate(XmlElement timer) {
        broken(timer, "timeDate", TimerKind.DATE).forEach(t -> report.error("TIMER_DATE", timer, t));
    }

    /** timeDuration is a length of time. */
    private void durationIsADuration(XmlElement timer) {
        broken(timer, "timeDuration", TimerKind.DURATION).forEach(t -> report.error("TIMER_DURATION", timer, t));
    }

    /** timeCycle is a repeating interval; cron expressions are this product's addition. */
    private void cycleIsARepetition(XmlElement timer) {
        broken(timer, "timeCycle", TimerKind.CYCLE).forEach(t -> report.error("TIMER_CYCLE", timer, t));
    }

    /** The zone decides when a timer is due, not whether it ever can be. */
    private static Stream<String> broken(XmlElement timer, String part, TimerKind kind) {
        return timer.children(part).stream().filter(Timers::isLiteral).map(XmlElement::text)
                .filter(t -> Schedule.parse(kind, t, ZoneOffset.UTC).isError());
    }

    private static boolean isLiteral(XmlElement part) {
        return !part.text().isEmpty() && !part.text().contains("${") && !part.text().contains("#{")
                && part.attribute("language").isEmpty();
    }
}
