package wf.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wf.access.Caller;
import wf.calendar.CalendarLayer;
import wf.calendar.SpecialDay;
import wf.command.Inputs;
import wf.command.Situations;
import wf.command.Views;
import wf.contract.ArrangementRequest;
import wf.contract.CalendarList;
import wf.contract.CalendarReply;
import wf.contract.ErrorCode;
import wf.contract.PutCalendarRequest;
import wf.contract.WorkingCalendar;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.standing.OwnWrites.Decided;
import wf.store.CalendarRow;
import wf.store.CalendarStore;

/**
 * 8.1: administrators say when is worked, of the tenant, of departments and of people. Nobody says it of himself, since deadlines
 * follow from it. What is due already stays due when it was.
 */
@Singleton
public class CalendarCommands {

    private static final int MOST = 100;
    private final CalendarStore calendars;
    private final Directories directories;
    private final OwnWrites writes;
    private final Views views;

    @Inject
    public CalendarCommands(CalendarStore calendars, Directories directories, OwnWrites writes, Views views) {
        this.calendars = calendars;
        this.directories = directories;
        this.writes = writes;
        this.views = views;
    }

    public CalendarReply put(Caller caller, String owner, PutCalendarRequest request) {
        return writes.once(caller, "putCalendar", owner, request, CalendarReply.class, opId -> {
            writes.mustAdminister(caller);
            mustBeKnown(caller, owner);
            CalendarRow row = new CalendarRow();
            row.tenant = caller.tenant();
            row.owner = owner;
            row.take(layer(caller, owner, request));
            row.changedAt = writes.now();
            row.changedBy = caller.person();
            return new Decided<>(reply(opId, request, row), () -> calendars.put(row));
        });
    }

    private CalendarLayer layer(Caller caller, String owner, PutCalendarRequest request) {
        CalendarForm form = new CalendarForm(caller.locale());
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        if (request.keepDays) {
            calendars.find(caller.tenant(), owner).ifPresent(r -> days.putAll(r.layer().days()));
        }
        for (String name : request.holidays == null ? List.<String>of() : request.holidays) {
            Optional<Map<LocalDate, SpecialDay>> year = Holidays.of(name);
            Inputs.require(year.isPresent(), caller.locale(), "CALENDAR_HOLIDAYS", name, String.join(", ", Holidays.NAMES));
            days.putAll(year.orElseThrow());
        }
        days.putAll(form.days(request.days));
        form.mustBeFew(days);
        return new CalendarLayer(form.zone(request.zone), form.week(request.week), days);
    }

    public CalendarReply delete(Caller caller, String owner, ArrangementRequest request) {
        return writes.once(caller, "deleteCalendar", owner, request, CalendarReply.class, opId -> {
            writes.mustAdminister(caller);
            return new Decided<>(reply(opId, request, stored(caller, owner)), () -> calendars.remove(caller.tenant(), owner));
        });
    }

    public WorkingCalendar get(Caller caller, String owner) {
        writes.mustAdminister(caller);
        return shown(stored(caller, owner), true);
    }

    public CalendarList list(Caller caller, String after, Integer limit) {
        writes.mustAdminister(caller);
        int most = limit == null ? MOST : Math.max(1, Math.min(limit, MOST));
        List<CalendarRow> rows = new ArrayList<>(calendars.page(caller.tenant(), after == null ? "" : after, most + 1));
        CalendarList list = new CalendarList();
        list.holidays.addAll(Holidays.NAMES);
        if (rows.size() > most) {
            rows.remove(most);
            list.next = rows.get(most - 1).owner;
        }
        rows.forEach(r -> list.calendars.add(shown(r, false)));
        return list;
    }

    private CalendarRow stored(Caller caller, String owner) {
        return calendars.find(caller.tenant(), owner).orElseThrow(() -> Situations.notFound(caller));
    }

    private void mustBeKnown(Caller caller, String owner) {
        var directory = directories.of(caller.tenant());
        boolean known = owner.equals(CalendarRow.TENANT)
                || owner.startsWith("user:") && directory.member(owner.substring(5)).isPresent()
                || owner.startsWith("dept:") && directory.hierarchy().department(owner.substring(5)).isPresent();
        if (!known) {
            throw Refused.because(ErrorCode.INVALID_INPUT, Messages.text(caller.locale(), "reject.CALENDAR_OWNER", owner));
        }
    }

    private CalendarReply reply(String opId, ArrangementRequest request, CalendarRow row) {
        CalendarReply reply = new CalendarReply();
        reply.opId = opId;
        reply.preview = request.preview;
        reply.calendar = shown(row, true);
        return reply;
    }

    private WorkingCalendar shown(CalendarRow row, boolean whole) {
        WorkingCalendar calendar = new WorkingCalendar();
        calendar.owner = row.owner;
        calendar.changedAt = views.date(row.changedAt);
        calendar.changedBy = row.changedBy;
        CalendarForm.show(row.layer(), calendar);
        if (whole) {
            CalendarForm.showDays(row.layer(), calendar);
        }
        return calendar;
    }
}
