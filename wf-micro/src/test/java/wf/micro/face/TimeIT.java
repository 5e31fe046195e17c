package wf.micro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.contract.ArrangementRequest;
import wf.contract.CalendarList;
import wf.contract.CalendarReply;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.OverdueLevel;
import wf.contract.OverdueNodePage;
import wf.contract.PutCalendarRequest;
import wf.contract.PutScheduleRequest;
import wf.contract.ScheduleInfo;
import wf.contract.ScheduleKind;
import wf.contract.ScheduleList;
import wf.contract.ScheduleState;
import wf.contract.WorkTime;
import wf.contract.Workday;
import wf.contract.WorkingCalendar;
import wf.micro.Product;
import wf.micro.RunningProduct;

/** Calendars, working time, what is late, and schedules, over every face. */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeIT {
    private Product product;

    @BeforeAll
    void prepare(Product running) {
        product = running;
    }

    Stream<Named<Face>> faces() {
        return product.faces();
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void aCalendarIsStoredReadAskedAndRemoved(Face face) {
        PutCalendarRequest request = new PutCalendarRequest();
        request.zone = "Asia/Shanghai";
        request.holidays = List.of("CN-2026");
        String owner = "user:sun";
        assertThat(face.call("admin", CalendarReply.class, "putCalendar", "owner", owner, "request", request).calendar.days).isNotEmpty();
        assertThat(face.call("admin", WorkingCalendar.class, "getCalendar", "owner", owner).zone).isEqualTo("Asia/Shanghai");
        assertThat(face.call("admin", CalendarList.class, "listCalendars").calendars).extracting(c -> c.owner).contains(owner);
        assertThat(face.call("sun", Workday.class, "isWorkday", "date", "2026-10-10", "person", "sun").workday).isTrue();
        WorkTime due = face.call("sun", WorkTime.class, "addWorkTime", "from", "2026-09-30T15:20:00+08:00", "span", "h4", "person", "sun");
        assertThat(due.because).contains("国庆节");
        assertThat(face.call("sun", WorkTime.class, "workTimeBetween", "from", "2026-09-30T15:20:00+08:00", "to", "2026-10-08T10:20:00+08:00", "person", "sun").seconds)
                .isEqualTo(4 * 3600);
        face.call("admin", CalendarReply.class, "deleteCalendar", "owner", owner, "request", new ArrangementRequest());
        assertThat(face.call("sun", Workday.class, "isWorkday", "date", "2026-10-10", "person", "sun").workday).isFalse();
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void aScheduleIsStoredStandsStillGoesOnAndIsRemoved(Face face) {
        Ground ground = new Ground(face);
        String name = "report." + ground.key;
        PutScheduleRequest request = new PutScheduleRequest();
        request.definitionKey = ground.key;
        request.kind = ScheduleKind.LAST_WORKDAY;
        request.times = "17:00";
        request.starter = "zhao";
        ScheduleInfo stored = face.call("admin", DefinitionReply.class, "putSchedule", "scheduleName", name, "request", request).schedules.get(0);
        assertThat(stored.nextAt).isNotNull();
        assertThat(change(face, "pauseSchedule", name).state).isEqualTo(ScheduleState.PAUSED);
        assertThat(change(face, "resumeSchedule", name).state).isEqualTo(ScheduleState.ACTIVE);
        change(face, "runSchedule", name);
        assertThat(face.call("admin", ScheduleList.class, "listSchedules").schedules).extracting(s -> s.name).contains(name);
        change(face, "deleteSchedule", name);
        assertThat(catchThrowableOfType(Refusal.class, () -> face.call("admin", ScheduleInfo.class, "getSchedule", "scheduleName", name)).code()).isEqualTo("NOT_FOUND");
    }

    private static ScheduleInfo change(Face face, String operation, String name) {
        return face.call("admin", DefinitionReply.class, operation, "scheduleName", name, "request", new DefinitionRequest()).schedules.get(0);
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void whatIsLateIsAskedFor(Face face) {
        Ground ground = new Ground(face);
        assertThat(face.call("admin", OverdueNodePage.class, "findOverdueNodes", "definitionKey", ground.key, "level", OverdueLevel.OVERDUE).nodes).isEmpty();
        assertThat(catchThrowableOfType(Refusal.class, () -> face.call("li", WorkTime.class, "explainDue", "workItemId", ground.review)).code()).isEqualTo("NOT_FOUND");
    }
}
