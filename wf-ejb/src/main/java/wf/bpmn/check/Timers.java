package wf.bpmn.check;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Times as ISO 8601 writes them (10.5.5, table 10.101). What is an expression says so and is looked at elsewhere. */
record Timers(BpmnFile file, Report report) implements Rules {

    private static final Set<String> PARTS = Set.of("timeDate", "timeDuration", "timeCycle");
    private static final Pattern DURATION = Pattern.compile("-?P(?=\\d|T\\d)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?"
            + "(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+([.,]\\d+)?S)?)?");
    private static final Pattern REPETITION = Pattern.compile("R\\d*");
    private static final Pattern CRON = Pattern.compile("([\\w*?/,#-]+\\s+){4,6}[\\w*?/,#-]+");

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
        literals(timer, "timeDate").filter(t -> !isDate(t)).forEach(t -> report.error("TIMER_DATE", timer, t));
    }

    /** timeDuration is a length of time, which may also be told by its ends. */
    private void durationIsADuration(XmlElement timer) {
        literals(timer, "timeDuration").filter(t -> !isDuration(t) && !isInterval(t))
                .forEach(t -> report.error("TIMER_DURATION", timer, t));
    }

    /** timeCycle is a repeating interval; cron expressions are this product's addition. */
    private void cycleIsARepetition(XmlElement timer) {
        literals(timer, "timeCycle").filter(t -> !isCycle(t) && !CRON.matcher(t).matches())
                .forEach(t -> report.error("TIMER_CYCLE", timer, t));
    }

    private static Stream<String> literals(XmlElement timer, String part) {
        return timer.children(part).stream().filter(Timers::isLiteral).map(XmlElement::text);
    }

    private static boolean isLiteral(XmlElement part) {
        return !part.text().isEmpty() && !part.text().contains("${") && !part.text().contains("#{")
                && part.attribute("language").isEmpty();
    }

    private static boolean isDate(String text) {
        return parses(DateTimeFormatter.ISO_DATE_TIME, text) || parses(DateTimeFormatter.ISO_DATE, text);
    }

    private static boolean parses(DateTimeFormatter format, String text) {
        try {
            format.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDuration(String text) {
        return DURATION.matcher(text).matches();
    }

    private static boolean isInterval(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == 2 && (isDate(parts[0]) && (isDate(parts[1]) || isDuration(parts[1]))
                || isDuration(parts[0]) && isDate(parts[1]));
    }

    private static boolean isCycle(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && REPETITION.matcher(text.substring(0, slash)).matches()
                && (isDuration(text.substring(slash + 1)) || isInterval(text.substring(slash + 1)));
    }
}
