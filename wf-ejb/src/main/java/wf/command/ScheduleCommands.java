package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import wf.access.Caller;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.ErrorCode;
import wf.contract.MisfirePolicy;
import wf.contract.PutScheduleRequest;
import wf.contract.ScheduleInfo;
import wf.contract.ScheduleKind;
import wf.contract.ScheduleList;
import wf.contract.ScheduleState;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.rule.Evaluation;
import wf.rule.Script;
import wf.rule.schedule.Schedule;
import wf.runtime.Directories;
import wf.runtime.Member;
import wf.runtime.Right;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;
import wf.store.Ids;
import wf.store.JobBody;
import wf.store.JobStore;
import wf.store.JobType;
import wf.store.Json;
import wf.store.ScheduleRow;
import wf.store.ScheduleStore;

/** 8.6 定时任务: administrators say when processes start by themselves, let that stand still and go on, and have one start now. */
@Singleton
public class ScheduleCommands {

    private static final int MOST = 100;
    private static final int LONGEST_TITLE = 255;
    private final ScheduleStore schedules;
    private final DefinitionStore definitions;
    private final JobStore jobs;
    private final Times times;
    private final DefinitionWrites writes;
    private final Directories directories;
    private final Starting starting;
    private final Views views;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public ScheduleCommands(ScheduleStore schedules, DefinitionStore definitions, JobStore jobs, Times times, DefinitionWrites writes,
            Directories directories, Starting starting, Views views, Ids ids, InstantSource clock) {
        this.schedules = schedules;
        this.definitions = definitions;
        this.jobs = jobs;
        this.times = times;
        this.writes = writes;
        this.directories = directories;
        this.starting = starting;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Says it anew where there is such a schedule: times count from now, and what was missed before is left out. */
    public DefinitionReply put(Caller caller, String name, PutScheduleRequest request) {
        return writes.once(caller, "putSchedule", name, request, reply -> {
            check(caller, name, request);
            ScheduleRow before = schedules.find(caller.tenant(), name).orElse(null);
            ScheduleRow row = row(caller, name, request, before);
            row.nextAt = first(caller, row);
            reply.schedules.add(info(caller, row));
            return () -> {
                if (before != null) {
                    schedules.forget(before);
                }
                schedules.put(row);
                schedules.await(row);
            };
        });
    }

    private void check(Caller caller, String name, PutScheduleRequest request) {
        Locale locale = caller.locale();
        Inputs.require(name != null && name.matches(Script.NAME), locale, "SCHEDULE_NAME", String.valueOf(name));
        Inputs.definitionKey(request.definitionKey, "definitionKey", locale);
        Inputs.require(request.kind != null, locale, "GIVEN", "kind");
        Inputs.require(request.times != null && !request.times.isBlank(), locale, "GIVEN", "times");
        Inputs.require(request.times.length() <= Schedule.MAX_TEXT, locale, "TEXT_TOO_LONG", "times", Schedule.MAX_TEXT);
        Inputs.require(request.zone == null || request.zone.length() <= 60, locale, "CALENDAR_ZONE", request.zone);
        Inputs.require(request.title == null || request.title.length() <= LONGEST_TITLE, locale, "TEXT_TOO_LONG", "title", LONGEST_TITLE);
        Inputs.values(List.of(), request.variables, locale);
        DefinitionRow definition = definitions.newestReleased(caller.tenant(), request.definitionKey)
                .orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND, Messages.text(locale, "reject.SCHEDULE_DEFINITION", request.definitionKey)));
        String starter = starter(caller, request);
        Member member = directories.of(caller.tenant()).member(starter)
                .orElseThrow(() -> Refused.because(ErrorCode.NO_PARTICIPANT, Messages.text(locale, "reject.UNKNOWN_PEOPLE", starter)));
        if (!starting.mayStart(member, definition)) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(locale, "reject.SCHEDULE_STARTER", member.name(), definition.name));
        }
    }

    private static String starter(Caller caller, PutScheduleRequest request) {
        return request.starter == null ? caller.person() : request.starter;
    }

    private ScheduleRow row(Caller caller, String name, PutScheduleRequest request, ScheduleRow before) {
        ScheduleRow row = new ScheduleRow();
        row.tenant = caller.tenant();
        row.name = name;
        row.jobId = request.preview ? 0 : ids.next();
        row.defKey = request.definitionKey;
        row.kind = request.kind.name();
        row.times = request.times.strip();
        row.zone = request.zone == null || request.zone.isBlank() ? null : request.zone.strip();
        row.misfire = (request.misfire == null ? MisfirePolicy.ONCE : request.misfire).name();
        row.starter = starter(caller, request);
        row.title = request.title;
        row.variables = Json.write(request.variables == null ? List.of() : request.variables);
        row.state = ScheduleState.ACTIVE.name();
        row.lastAt = before == null ? null : before.lastAt;
        row.lastInstanceId = before == null ? null : before.lastInstanceId;
        row.changedAt = now();
        row.changedBy = caller.person();
        return row;
    }

    /** A moment that is past already is no time to come. */
    private Instant first(Caller caller, ScheduleRow row) {
        Evaluation<Schedule> schedule = times.of(row);
        Inputs.require(!schedule.isError(), caller.locale(), "SCHEDULE_TIMES", row.times, schedule.error());
        Instant first = schedule.value().first(now()).orElse(null);
        boolean past = first == null || row.kind.equals(ScheduleKind.AT.name()) && !first.isAfter(now());
        Inputs.require(!past, caller.locale(), "SCHEDULE_NEVER", row.times);
        return first;
    }

    public DefinitionReply pause(Caller caller, String name, DefinitionRequest request) {
        return change(caller, "pauseSchedule", name, request, ScheduleState.ACTIVE, row -> {
            row.state = ScheduleState.PAUSED.name();
            row.nextAt = null;
            return () -> schedules.forget(row);
        });
    }

    /** What came while it stood still was not missed: it was not meant. */
    public DefinitionReply resume(Caller caller, String name, DefinitionRequest request) {
        return change(caller, "resumeSchedule", name, request, ScheduleState.PAUSED, row -> {
            row.state = ScheduleState.ACTIVE.name();
            row.nextAt = first(caller, row);
            row.jobId = request.preview ? 0 : ids.next();
            return () -> schedules.await(row);
        });
    }

    /** Besides its times, which stay as they are. */
    public DefinitionReply runNow(Caller caller, String name, DefinitionRequest request) {
        return change(caller, "runSchedule", name, request, null,
                row -> () -> jobs.post(row.tenant, ids.next(), JobType.SCHEDULE, now(), JobBody.runNow(row.name), null));
    }

    public DefinitionReply delete(Caller caller, String name, DefinitionRequest request) {
        return change(caller, "deleteSchedule", name, request, null, row -> () -> {
            schedules.forget(row);
            schedules.remove(row.tenant, row.name);
        });
    }

    /** @param needed the state in which it has to be, or null */
    private DefinitionReply change(Caller caller, String operation, String name, DefinitionRequest request, ScheduleState needed,
            Function<ScheduleRow, Runnable> change) {
        return writes.once(caller, operation, name, request, reply -> {
            ScheduleRow row = stored(caller, name);
            if (needed != null && !row.state.equals(needed.name())) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.SCHEDULE_STATE", name, row.state));
            }
            String before = Json.write(row);
            ScheduleRow changed = Json.read(before, ScheduleRow.class);
            Runnable store = change.apply(changed);
            reply.schedules.add(info(caller, changed));
            return () -> {
                changed.changedAt = now();
                changed.changedBy = caller.person();
                schedules.put(changed);
                store.run();
            };
        });
    }

    public ScheduleList list(Caller caller, String after, Integer limit) {
        writes.must(caller, Right.SCHEDULE_MANAGE);
        int most = limit == null ? MOST : Math.max(1, Math.min(limit, MOST));
        List<ScheduleRow> rows = new ArrayList<>(schedules.page(caller.tenant(), after == null ? "" : after, most + 1));
        ScheduleList list = new ScheduleList();
        if (rows.size() > most) {
            rows.remove(most);
            list.next = rows.get(most - 1).name;
        }
        rows.forEach(r -> list.schedules.add(info(caller, r)));
        return list;
    }

    public ScheduleInfo get(Caller caller, String name) {
        writes.must(caller, Right.SCHEDULE_MANAGE);
        return info(caller, stored(caller, name));
    }

    private ScheduleRow stored(Caller caller, String name) {
        return schedules.find(caller.tenant(), name).orElseThrow(() -> Situations.notFound(caller));
    }

    private ScheduleInfo info(Caller caller, ScheduleRow row) {
        ScheduleInfo info = new ScheduleInfo();
        info.name = row.name;
        info.definitionKey = row.defKey;
        info.kind = ScheduleKind.valueOf(row.kind);
        info.times = row.times;
        info.zone = row.zone;
        info.misfire = MisfirePolicy.valueOf(row.misfire);
        info.starter = views.person(directories.of(caller.tenant()), row.starter);
        info.title = row.title;
        info.state = ScheduleState.valueOf(row.state);
        info.nextAt = views.date(row.nextAt);
        info.lastAt = views.date(row.lastAt);
        info.lastInstanceId = row.lastInstanceId;
        info.lastError = row.lastError;
        info.fired = row.fired;
        info.changedAt = views.date(row.changedAt);
        info.changedBy = row.changedBy;
        return info;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
