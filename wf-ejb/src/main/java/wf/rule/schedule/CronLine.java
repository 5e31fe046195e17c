package wf.rule.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A cron line: five fields as on Unix, or six or seven as in Quartz, which begins with seconds, may end with years and
 * counts the days of the week from Sunday = 1. Unlike Quartz it takes {@code *} for both kinds of days, as most people
 * write it.
 */
final class CronLine implements Schedule {

    /** A line that has no moment in the hundred years after this one has none at all. */
    private static final ZonedDateTime EPOCH = ZonedDateTime.parse("2000-01-01T00:00:00Z");
    private static final int DAY_OF_MONTH = 3;
    private static final int DAY_OF_WEEK = 5;

    private final ExecutionTime times;
    private final ZoneId zone;

    private CronLine(ExecutionTime times, ZoneId zone) {
        this.times = times;
        this.zone = zone;
    }

    static CronLine parse(String text, ZoneId zone) {
        String[] fields = text.split("\\s+");
        if (fields.length < 5 || fields.length > 7 || text.contains("|")) {
            throw new IllegalArgumentException("\"" + text + "\" is neither a repetition such as R3/PT10M nor a cron line");
        }
        CronType type = fields.length == 5 ? CronType.UNIX : CronType.QUARTZ;
        if (type == CronType.QUARTZ) {
            leaveOneDayOpen(fields);
        }
        ExecutionTime times = times(type, String.join(" ", fields));
        if (times.nextExecution(EPOCH).isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" never comes");
        }
        return new CronLine(times, zone);
    }

    private static void leaveOneDayOpen(String[] fields) {
        boolean open = fields[DAY_OF_MONTH].equals("?") || fields[DAY_OF_WEEK].equals("?");
        if (!open && fields[DAY_OF_WEEK].equals("*")) {
            fields[DAY_OF_WEEK] = "?";
        } else if (!open && fields[DAY_OF_MONTH].equals("*")) {
            fields[DAY_OF_MONTH] = "?";
        }
    }

    /** The library throws whatever its parts throw on odd input, null pointers among them. */
    private static ExecutionTime times(CronType type, String line) {
        try {
            return ExecutionTime.forCron(new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type)).parse(line));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("\"" + line + "\" is no cron line: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<Instant> first(Instant from) {
        return Moments.at(from, zone).flatMap(this::after);
    }

    @Override
    public Optional<Instant> next(Instant previousDue, int firedSoFar) {
        return first(previousDue);
    }

    private Optional<Instant> after(ZonedDateTime previous) {
        return times.nextExecution(previous.truncatedTo(ChronoUnit.SECONDS))
                .filter(due -> due.isAfter(previous)).flatMap(Moments::within);
    }
}
