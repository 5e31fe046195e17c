package wf.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wf.instance.Deadline;

/** Levels had places before they had names, and instances that were stored then go on. */
class OldDeadlineTest {

    private static final String OLD = "{\"id\":1,\"nodeInstanceId\":2,\"nodeId\":\"check\",\"limit\":\"H4\",\"from\":\"2026-10-08T08:00:00Z\",\"dueAt\":\"2026-10-08T12:00:00Z\","
            + "\"reached\":[{\"level\":0,\"times\":1,\"last\":\"2026-10-08T10:00:00Z\"}],\"nextAt\":\"2026-10-08T12:00:00Z\",\"nextLevel\":1,\"timerId\":7}";

    @Test
    void aPlaceIsReadWhereANameStandsNow() {
        Deadline deadline = Json.read(OLD, Deadline.class);
        assertThat(deadline.nextLevel()).isEqualTo("1");
        assertThat(deadline.reached("0")).hasValueSatisfying(r -> assertThat(r.missed()).isFalse());
        assertThat(deadline.ordered()).isNull();
    }

    @Test
    void theFirstPlaceWasNotWritten() {
        Deadline deadline = Json.read(OLD.replace("\"level\":0,", "").replace("\"nextLevel\":1,", ""), Deadline.class);
        assertThat(deadline.nextLevel()).isEqualTo("0");
        assertThat(deadline.reached("0")).isPresent();
    }
}
