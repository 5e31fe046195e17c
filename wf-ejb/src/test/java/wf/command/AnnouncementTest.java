package wf.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wf.contract.InstanceState;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.Event;
import wf.instance.InstanceEvent.InstanceEnded;
import wf.instance.InstanceEvent.InstanceStarted;
import wf.instance.Terms;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.store.JournalRow;

/** The outbox names a row of the journal; what is to be told is read off that row. */
class AnnouncementTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void newWorkIsToldToItsHolderAndToThoseWhoMayClaimIt() {
        Announcement told = told(new InstanceStarted(InstanceState.RUNNING, "zhao", NOW, null), created(11, "li"), created(12, null, "group:finance"));
        assertThat(told.state()).isEqualTo(InstanceState.RUNNING);
        assertThat(told.created()).containsExactly(new Announcement.Created(11, "review", "li", null),
                new Announcement.Created(12, "review", null, List.of("group:finance")));
        assertThat(told.closed()).isEmpty();
    }

    @Test
    void workThatIsGoneIsWithdrawnAndWhatOnlyPassedIsNotMentioned() {
        Announcement told = told(closed(5), created(13, "li"), closed(13), new InstanceEnded(InstanceState.COMPLETED, null, NOW));
        assertThat(told.state()).isEqualTo(InstanceState.COMPLETED);
        assertThat(told.created()).isEmpty();
        assertThat(told.closed()).containsExactly(5L);
    }

    @Test
    void aStateThatStaysIsNotTold() {
        assertThat(told(closed(5), created(14, "li")).state()).isNull();
    }

    private static Announcement told(Event... events) {
        JournalRow row = new JournalRow();
        row.opId = "op";
        row.operation = "submit";
        row.actor = "zhao";
        row.seq = 3;
        row.happenedAt = NOW;
        return Announcement.of(row, List.of(events));
    }

    private static WorkItemCreated created(long id, String owner, String... candidates) {
        return new WorkItemCreated(new WorkItem(id, 2, 3, "review", WorkItemKind.MAIN, owner == null ? WorkItemState.OFFERED : WorkItemState.READY,
                owner, List.of(candidates), NOW, Terms.NONE, null, null));
    }

    private static WorkItemClosed closed(long id) {
        return new WorkItemClosed(id, WorkItemState.SUBMITTED, "zhao", NOW);
    }
}
