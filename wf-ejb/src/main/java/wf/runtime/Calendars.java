package wf.runtime;

import java.time.ZoneId;
import java.util.List;
import wf.calendar.WorkCalendar;

/** When people work, as a decision sees it; the same from its beginning to its end. */
@FunctionalInterface
public interface Calendars {

    /** @param person whose work it is; null: that of the whole tenant */
    WorkCalendar of(String person);

    /** Where nobody has said anything. */
    static Calendars usual(ZoneId zone) {
        WorkCalendar usual = WorkCalendar.of(List.of(), zone);
        return person -> usual;
    }
}
