package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.contract.ArrangementRequest;
import wf.contract.CalendarDay;
import wf.contract.CalendarReply;
import wf.contract.ErrorCode;
import wf.contract.PutCalendarRequest;
import wf.contract.Weekday;
import wf.contract.WorkTime;
import wf.contract.WorkingPart;
import wf.contract.WorkingWeekday;
import wf.refusal.Refused;
import wf.standing.WorkTimes.Whose;

/** 8.1 and Y8: administrators say when is worked, and everybody can ask. */
class CalendarTest extends StoreTest {

    private static final Whose HOUSE = new Whose(null, null);
    private static final Whose ZHAO = new Whose("zhao", null);

    @BeforeAll
    void theHouse() {
        PutCalendarRequest year = new PutCalendarRequest();
        year.zone = "Asia/Shanghai";
        year.holidays = List.of("CN-2026");
        put("tenant", year);
    }

    private CalendarReply put(String owner, PutCalendarRequest request) {
        return engine.shell.transactions.required(() -> engine.shell.calendars.put(engine.caller("admin"), owner, request));
    }

    private static CalendarDay free(String date, String name) {
        CalendarDay day = new CalendarDay();
        day.date = date;
        day.name = name;
        return day;
    }

    private boolean works(String who, String date, Whose whose) {
        return engine.shell.workTimes.isWorkday(engine.caller(who), date, whose).workday;
    }

    @Test
    void aYearOfHolidaysComesWithTheProduct() {
        assertThat(works("zhao", "2026-10-07", HOUSE)).isFalse();
        assertThat(works("zhao", "2026-10-10", HOUSE)).isTrue();
        assertThat(works("zhao", "2026-02-28", HOUSE)).isTrue();
        assertThat(works("zhao", "2026-11-28", HOUSE)).isFalse();
        assertThat(engine.shell.workTimes.isWorkday(engine.caller("zhao"), "2026-10-10", HOUSE).name).isEqualTo("国庆节调休上班");
        assertThat(engine.shell.calendars.get(engine.caller("admin"), "tenant").days).hasSize(13)
                .anySatisfy(d -> assertThat(d.date + " " + d.until + " " + d.name).isEqualTo("2026-02-15 2026-02-23 春节"));
    }

    @Test
    void aMomentExplainsItselfInBothLanguages() {
        WorkTime due = engine.shell.workTimes.add(engine.caller("zhao"), "2026-09-30T15:20:00+08:00", "h4", HOUSE);
        assertThat(due.to).isEqualTo("2026-10-08T02:20:00Z");
        assertThat(due.seconds).isEqualTo(4 * 3600);
        assertThat(due.because).isEqualTo("Due Thursday 8 October 2026 10:20: 4 working hours after Wednesday 30 September 2026 15:20 (Asia/Shanghai). "
                + "Counted: Wed 30 Sep 2 h 40 min, Thu 8 Oct 1 h 20 min. Free: Thu 1 Oct to Wed 7 Oct (国庆节).");
        Caller chinese = new Caller("default", "zhao", "REST", "127.0.0.1", Locale.CHINESE);
        assertThat(engine.shell.workTimes.add(chinese, "2026-09-30T15:20:00+08:00", "d2", HOUSE).because)
                .startsWith("到期时间 2026年10月9日星期五 15:20：2026年9月30日星期三 15:20后 2 个工作日（Asia/Shanghai）。").contains("10月1日周四至10月7日周三（国庆节）");
        assertThat(engine.shell.workTimes.between(engine.caller("zhao"), "2026-10-08T10:20:00+08:00", "2026-09-30T15:20:00+08:00", HOUSE).seconds)
                .isEqualTo(-4 * 3600);
    }

    @Test
    void theWordOfADepartmentAndOfAPersonCountsBeforeThatOfTheHouse() {
        PutCalendarRequest rd = new PutCalendarRequest();
        WorkingWeekday sunday = new WorkingWeekday();
        sunday.day = Weekday.SUNDAY;
        WorkingPart part = new WorkingPart();
        part.from = "20:00";
        part.to = "24:00";
        sunday.parts.add(part);
        rd.week.add(sunday);
        put("dept:rd", rd);
        PutCalendarRequest leave = new PutCalendarRequest();
        leave.days.add(free("2026-11-29", "leave"));
        put("user:zhao", leave);
        assertThat(works("zhao", "2026-11-22", ZHAO)).isTrue();
        assertThat(works("zhao", "2026-11-23", ZHAO)).isFalse();
        assertThat(works("zhao", "2026-11-29", ZHAO)).isFalse();
        assertThat(works("zhao", "2026-11-29", new Whose(null, "rd"))).isTrue();
        assertThat(works("zhao", "2026-11-29", new Whose(null, "company"))).isFalse();
        engine.shell.transactions.required(() -> engine.shell.calendars.delete(engine.caller("admin"), "user:zhao", new ArrangementRequest()));
        assertThat(works("zhao", "2026-11-29", ZHAO)).isTrue();
        engine.shell.transactions.required(() -> engine.shell.calendars.delete(engine.caller("admin"), "dept:rd", new ArrangementRequest()));
        assertThat(engine.shell.calendars.list(engine.caller("admin"), null, null).calendars).extracting(c -> c.owner).containsExactly("tenant");
    }

    @Test
    void aPreviewStoresNothingAndTheSameIdActsOnce() {
        PutCalendarRequest request = new PutCalendarRequest();
        request.days.add(free("2026-12-24", null));
        request.preview = true;
        request.opId = "calendar-1";
        assertThat(put("dept:company", request).calendar.days).hasSize(1);
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.calendars.get(engine.caller("admin"), "dept:company"));
        request.preview = false;
        CalendarReply stored = put("dept:company", request);
        assertThat(put("dept:company", request).calendar.changedAt).isEqualTo(stored.calendar.changedAt);
        PutCalendarRequest more = new PutCalendarRequest();
        more.keepDays = true;
        more.days.add(free("2026-12-25", null));
        assertThat(put("dept:company", more).calendar.days).singleElement().satisfies(d -> assertThat(d.until).isEqualTo("2026-12-25"));
        engine.shell.transactions.required(() -> engine.shell.calendars.delete(engine.caller("admin"), "dept:company", new ArrangementRequest()));
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        refusedPut("user:nobody", new PutCalendarRequest());
        refusedPut("zhao", new PutCalendarRequest());
        PutCalendarRequest zone = new PutCalendarRequest();
        zone.zone = "Mars/Base";
        refusedPut("tenant", zone);
        PutCalendarRequest date = new PutCalendarRequest();
        date.days.add(free("2026-02-30", null));
        refusedPut("tenant", date);
        PutCalendarRequest backwards = new PutCalendarRequest();
        backwards.days.add(free("2026-02-03", null));
        backwards.days.get(0).until = "2026-02-02";
        refusedPut("tenant", backwards);
        PutCalendarRequest idle = new PutCalendarRequest();
        idle.week.add(new WorkingWeekday());
        idle.week.get(0).day = Weekday.MONDAY;
        refusedPut("tenant", idle);
        PutCalendarRequest year = new PutCalendarRequest();
        year.holidays = List.of("CN-1999");
        refusedPut("tenant", year);
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.workTimes.add(engine.caller("zhao"), "2026-09-30T15:20:00+08:00", "6h", HOUSE));
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.workTimes.add(engine.caller("zhao"), "2026-09-30T15:20:00+08:00", "d3661", HOUSE));
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.workTimes.add(engine.caller("zhao"), "2026-09-30", "h6", HOUSE));
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.workTimes.isWorkday(engine.caller("zhao"), "today", HOUSE));
    }

    private void refusedPut(String owner, PutCalendarRequest request) {
        refused(ErrorCode.INVALID_INPUT, () -> put(owner, request));
    }

    @Test
    void onlyAdministratorsSayAndReadWhenOthersWork() {
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.transactions.required(() -> engine.shell.calendars.put(engine.caller("zhao"), "user:zhao", new PutCalendarRequest())));
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.transactions.required(() -> engine.shell.calendars.delete(engine.caller("zhao"), "tenant", new ArrangementRequest())));
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.calendars.list(engine.caller("zhao"), null, null));
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.calendars.get(engine.caller("zhao"), "tenant"));
        refused(ErrorCode.FORBIDDEN, () -> works("zhao", "2026-11-29", new Whose("li", null)));
        assertThat(works("admin", "2026-11-30", new Whose("li", null))).isTrue();
    }

    private static void refused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.problem().code).isEqualTo(code));
    }
}
