package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Sketch.process;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.command.Reading;
import wf.contract.ErrorCode;
import wf.contract.HistoryEntry;
import wf.contract.OverdueLevel;
import wf.contract.OverdueNode;
import wf.contract.ReachedLevel;
import wf.contract.SubmitRequest;
import wf.contract.WorkItemInfo;
import wf.contract.WorkListKind;
import wf.contract.WorkTime;
import wf.query.OverdueNodes.Within;
import wf.query.WorkListFilter;
import wf.refusal.Refused;

/** What is late: found (Y10), explained, told by the history, and urged; and work that goes on after a time of work. */
class OverdueTest extends StoreTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private World started(String key, String attributes, String levels) {
        World wf = new World(engine);
        wf.deployed(process(key).start("s").user("draft", byStarter()).user("check", new Model.Who(" wf:assignee=\"li\" " + attributes, levels)).user("file", "wang").end("e")
                .path("s", "draft", "check", "file", "e").xml());
        wf.started("O", key, "zhao");
        wf.actor("zhao").submits("draft");
        return wf;
    }

    private List<OverdueNode> found(World wf, OverdueLevel level) {
        return engine.shell.transactions.required(() -> engine.shell.overdueNodes.page(engine.caller("admin"), new Within(null, wf.currentInstance()), null, level, null, null)).nodes;
    }

    private long item(World wf) {
        return engine.openItems(wf.currentInstance()).get(0).id();
    }

    @Test
    void whatIsLateOrWasWarnedOfIsFoundUntilItIsDone() {
        World wf = started("found", "wf:limit=\"H4\"", "<wf:level kind=\"WARN\" before=\"H1\" strategy=\"NOTIFY\" text=\"hurry\"/>");
        assertThat(found(wf, OverdueLevel.WARNED)).isEmpty();
        engine.pass(HOUR.multipliedBy(3));
        assertThat(found(wf, OverdueLevel.WARNED)).singleElement().satisfies(n -> {
            assertThat(n.nodeId).isEqualTo("check");
            assertThat(n.overdueSeconds).isEqualTo(-3600);
            assertThat(n.levels).isEqualTo(1);
        });
        assertThat(found(wf, null)).isEmpty();
        engine.pass(HOUR.multipliedBy(2));
        assertThat(found(wf, null)).singleElement().satisfies(n -> assertThat(n.overdueSeconds).isEqualTo(3600));
        assertThat(found(wf, OverdueLevel.WARNED)).isEmpty();
        wf.actor("admin").suspends();
        assertThat(found(wf, null)).as("nobody is late while it stands").isEmpty();
        wf.actor("admin").resumes();
        wf.actor("li").submits("check");
        assertThat(found(wf, null)).isEmpty();
    }

    @Test
    void ofTwoPagesOneFollowsTheOther() {
        started("pages", "wf:limit=\"M1\"", "");
        started("pages", "wf:limit=\"M2\"", "");
        engine.pass(HOUR);
        var first = engine.shell.transactions.required(() -> engine.shell.overdueNodes.page(engine.caller("admin"), new Within("pages", null), null, OverdueLevel.OVERDUE, null, 1));
        var second = engine.shell.transactions.required(() -> engine.shell.overdueNodes.page(engine.caller("admin"), new Within("pages", null), null, OverdueLevel.OVERDUE, first.next, 1));
        assertThat(first.nodes.get(0).dueAt).isAfter(second.nodes.get(0).dueAt);
        assertThat(second.next).isNull();
        assertThat(engine.shell.transactions.required(() -> neighbour.shell.overdueNodes.page(neighbour.caller("admin"), new Within(null, null), null, null, null, null)).nodes).isEmpty();
    }

    @Test
    void theHistoryTellsWhatCameAndWhatCouldNotBeDone() {
        World wf = started("told", "wf:limit=\"H4\"", "<wf:level kind=\"DUE\" strategy=\"URGE\" text=\"please\"/><wf:level kind=\"OVERDUE\" after=\"H1\" strategy=\"TRANSFER\" to=\"nobody\"/>"
                + "<wf:level kind=\"OVERDUE\" after=\"H2\" strategy=\"ALARM\"/>");
        engine.pass(HOUR.multipliedBy(7));
        Reading.Readable on = engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.reading.instance(engine.caller("admin"), wf.currentInstance()));
        List<ReachedLevel> levels = engine.shell.history.read(engine.caller("admin"), on.image(), on.definition(), on.directory(), on.sight()).entries.stream()
                .flatMap((HistoryEntry e) -> e.levels.stream()).toList();
        assertThat(levels).extracting(l -> l.level + " " + l.strategy).containsExactly("DUE URGE", "OVERDUE TRANSFER", "OVERDUE ALARM");
        assertThat(levels.get(0).told).containsExactly("user:li");
        assertThat(levels.get(1).refused).startsWith("NO_PARTICIPANT");
        assertThat(levels.get(2).told).as("his leader").isNotEmpty().doesNotContain("user:li");
    }

    @Test
    void whoIsUrgedByTheEngineIsUrged() throws Exception {
        World wf = started("urged", "wf:limit=\"H4\"", "<wf:level kind=\"OVERDUE\" repeat=\"H1\" times=\"2\" strategy=\"URGE\"/>");
        engine.pass(Duration.ofDays(1));
        assertThat(rows("wf_urge where work_item_id = " + item(wf) + " and urged_by = 'system'")).isEqualTo(2);
        assertThat(rows("wf_work_item where id = " + item(wf) + " and urged = 2")).isEqualTo(1);
    }

    @Test
    void anItemExplainsWhyItIsDue() {
        World wf = started("why", "wf:limit=\"h4\"", "");
        WorkTime due = engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.dueTimes.of(engine.caller("li"), item(wf)));
        assertThat(due.seconds).isEqualTo(4 * 3600);
        assertThat(due.because).startsWith("Due ").contains("4 working hours after");
        World none = started("none", "", "");
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.dueTimes.of(engine.caller("li"), item(none))));
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.dueTimes.of(engine.caller("zhou"), item(wf))));
    }

    @Test
    void workGoesOnAfterATimeOfWork() {
        World wf = started("delayed", "", "");
        SubmitRequest both = new SubmitRequest();
        both.delay = "d2";
        both.delayUntil = Date.from(engine.now().plus(HOUR));
        refused(ErrorCode.INVALID_INPUT, () -> submit(wf, both));
        for (String wrong : List.of("2d", "-d2", "D0", "")) {
            SubmitRequest none = new SubmitRequest();
            none.delay = wrong;
            refused(ErrorCode.INVALID_INPUT, () -> submit(wf, none));
        }
        SubmitRequest later = new SubmitRequest();
        later.delay = "H2";
        long item = item(wf);
        submit(wf, later);
        assertThat(done(item).delayedUntil).isEqualTo(Date.from(engine.now().plus(HOUR.multipliedBy(2))));
        engine.pass(HOUR);
        wf.expect().at();
        engine.pass(HOUR);
        wf.expect().at("file");
        assertThat(done(item).delayedUntil).isNull();
    }

    private WorkItemInfo done(long item) {
        return engine.shell.lists.page(engine.caller("li"), WorkListKind.DONE, WorkListFilter.ALL, null, 200).items.stream().filter(i -> i.id == item).findFirst().orElseThrow();
    }

    private void submit(World wf, SubmitRequest request) {
        engine.execute("li", Command.onItem("submit", item(wf), request));
    }

    private static void refused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.problem().code).isEqualTo(code));
    }
}
