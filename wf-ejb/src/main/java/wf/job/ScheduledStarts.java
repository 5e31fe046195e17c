package wf.job;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import wf.command.Outcome;
import wf.command.Starting;
import wf.command.Times;
import wf.contract.Property;
import wf.contract.ScheduleState;
import wf.rule.Evaluation;
import wf.rule.schedule.Firing;
import wf.rule.schedule.Misfire;
import wf.rule.schedule.Schedule;
import wf.runtime.Directories;
import wf.store.Column;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.Json;
import wf.store.ScheduleRow;
import wf.store.ScheduleStore;

/**
 * Processes whose schedule is due (§8.6). As with timers of models the row is set to its next time, or goes, in the transaction in which
 * the instance begins: so of several nodes one starts it, and none is lost with a node.
 */
@Singleton
public class ScheduledStarts {

    private static final int LONGEST_ERROR = 1_000;
    private final ScheduleStore schedules;
    private final DefinitionStore definitions;
    private final Times times;
    private final JobStore jobs;
    private final Acts acts;
    private final Directories directories;
    private final Starting starting;
    private final InstantSource clock;

    @Inject
    public ScheduledStarts(ScheduleStore schedules, DefinitionStore definitions, Times times, JobStore jobs, Acts acts, Directories directories,
            Starting starting, InstantSource clock) {
        this.schedules = schedules;
        this.definitions = definitions;
        this.times = times;
        this.jobs = jobs;
        this.acts = acts;
        this.directories = directories;
        this.starting = starting;
        this.clock = clock;
    }

    Ran fire(JobRow row, Instant reserved) {
        Optional<ScheduleRow> found = schedule(row);
        if (found.isEmpty()) {
            jobs.take(row);
            return Ran.NOTHING;
        }
        ScheduleRow schedule = found.get();
        if (row.content().isNow()) {
            return jobs.take(row) ? begin(schedule, reserved) : Ran.NOTHING;
        }
        Optional<Firing> firing = advance(row, schedule);
        return firing.filter(Firing::fires).isPresent() ? begin(schedule, reserved) : Ran.NOTHING;
    }

    /** Empty where it is gone, or this is no job of its any more. */
    private Optional<ScheduleRow> schedule(JobRow row) {
        return schedules.find(row.tenant, row.content().target())
                .filter(s -> row.content().isNow() || s.jobId == row.id && s.state.equals(ScheduleState.ACTIVE.name()));
    }

    /** Empty when somebody else was faster. */
    private Optional<Firing> advance(JobRow row, ScheduleRow schedule) {
        Evaluation<Schedule> parsed = times.of(schedule);
        Firing firing = parsed.isError() ? new Firing(false, Optional.empty(), schedule.fired)
                : Firing.of(parsed.value(), Misfire.valueOf(schedule.misfire), row.content().due(), row.content().fired(), now());
        Optional<Instant> next = firing.next().map(at -> at.truncatedTo(ChronoUnit.MICROS));
        boolean mine = next.isPresent() ? jobs.repeat(row, next.get(), JobBody.schedule(schedule.name, firing.fired(), next.get())) : jobs.take(row);
        if (!mine) {
            return Optional.empty();
        }
        schedule.nextAt = next.orElse(null);
        schedule.state = next.isPresent() ? schedule.state : ScheduleState.DONE.name();
        schedule.fired = firing.fired();
        schedule.lastAt = row.content().due();
        schedule.lastError = parsed.isError() ? Column.fit(parsed.error(), LONGEST_ERROR) : null;
        return Optional.of(firing);
    }

    private Ran begin(ScheduleRow schedule, Instant reserved) {
        Optional<DefinitionRow> definition = definitions.newestReleased(schedule.tenant, schedule.defKey);
        if (definition.isEmpty()) {
            schedule.lastError = "no version of " + schedule.defKey + " is released";
            return Ran.NOTHING;
        }
        if (!mayStart(schedule, definition.get())) {
            schedule.lastError = schedule.starter + " may not start " + schedule.defKey + ", or is gone";
            return Ran.NOTHING;
        }
        List<Property> variables = Json.read(schedule.variables, new TypeReference<List<Property>>() { });
        Outcome outcome = acts.begin(schedule.tenant, definition.get().id, schedule.starter, schedule.title, variables, reserved);
        schedule.lastInstanceId = outcome.reply().instanceId;
        schedule.lastError = null;
        return Ran.of(outcome);
    }

    /** Who might when it was said so may not for ever: the process has new versions, and people go. */
    private boolean mayStart(ScheduleRow schedule, DefinitionRow definition) {
        return directories.of(schedule.tenant).member(schedule.starter).filter(m -> starting.mayStart(m, definition)).isPresent();
    }

    /** This beginning was refused, which the schedule tells; the next one comes at its time all the same. */
    Ran refused(JobRow row, String why) {
        Optional<ScheduleRow> schedule = schedule(row);
        boolean mine = schedule.isPresent() && (row.content().isNow() ? jobs.take(row) : advance(row, schedule.get()).isPresent());
        if (mine) {
            schedule.get().lastError = Column.fit(why, LONGEST_ERROR);
        } else if (schedule.isEmpty()) {
            jobs.take(row);
        }
        return Ran.NOTHING;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
