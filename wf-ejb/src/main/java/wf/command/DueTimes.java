package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import wf.access.Caller;
import wf.calendar.Span;
import wf.calendar.WorkCalendar;
import wf.contract.ErrorCode;
import wf.contract.WorkTime;
import wf.instance.Deadline;
import wf.instance.WorkItem;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.setting.Settings;
import wf.store.CalendarStore;
import wf.store.WorkItemRow;
import wf.store.WorkItemStore;

/** Why an item is due when it is, for those who may read its instance. */
@Singleton
public class DueTimes {

    private final WorkItemStore items;
    private final Reading reading;
    private final CalendarStore calendars;
    private final Directories directories;
    private final Views views;
    private final ZoneId zone;

    @Inject
    public DueTimes(WorkItemStore items, Reading reading, CalendarStore calendars, Directories directories, Views views, Settings settings) {
        this.items = items;
        this.reading = reading;
        this.calendars = calendars;
        this.directories = directories;
        this.views = views;
        this.zone = settings.zone();
    }

    public WorkTime of(Caller caller, long workItemId) {
        WorkItemRow row = items.find(caller.tenant(), workItemId).orElseThrow(() -> Situations.notFound(caller));
        Reading.Readable on = reading.instance(caller, row.instanceId);
        WorkItem item = on.image().findItem(workItemId).orElseThrow(() -> Situations.notFound(caller));
        Deadline deadline = on.image().deadlineOf(item.nodeInstanceId(), item.id()).or(() -> on.image().deadlineOf(item.nodeInstanceId(), null))
                .orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND, Messages.text(caller.locale(), "reject.NO_DEADLINE")));
        return answer(caller, deadline);
    }

    /** After a pause a limit in working time is no longer the sum that the model names: then what lies between is told. */
    private WorkTime answer(Caller caller, Deadline deadline) {
        WorkCalendar calendar = calendars.of(caller.tenant(), directories, zone).of(deadline.person());
        Optional<String> span = Optional.of(deadline.limit()).filter(Span::looksLike)
                .filter(s -> Span.parse(s).after(deadline.from(), calendar).filter(deadline.dueAt()::equals).isPresent());
        WorkTime answer = new WorkTime();
        answer.from = views.date(deadline.from());
        answer.to = views.date(deadline.dueAt());
        answer.seconds = new wf.calendar.WorkTime(calendar).between(deadline.from(), deadline.dueAt()).map(Duration::toSeconds).orElse(0L);
        answer.zone = calendar.zone().getId();
        answer.because = new Reckonings(caller.locale(), calendar).of(deadline.from(), deadline.dueAt(), span.orElse(null));
        return answer;
    }
}
