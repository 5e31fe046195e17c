package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.offeredToGroup;
import static wf.scenario.Model.process;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.DeleteInstanceRequest;
import wf.contract.DeputyMode;
import wf.contract.InstanceInfo;
import wf.contract.InstanceListKind;
import wf.contract.OperationRequest;
import wf.contract.RestoreInstanceRequest;
import wf.contract.SubmitRequest;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemPage;
import wf.contract.WorkListKind;
import wf.org.DeputyRow;
import wf.query.InstanceListFilter;
import wf.query.WorkListFilter;

/** Who passed work on finds it in a list of his, and a deputy finds what is offered to his principals (§6.7). */
class PassedOnTest extends StoreTest {

    private static long lastGrant = 5_000;
    private World wf;

    @BeforeAll
    void deploy() {
        for (StoreEngine each : List.of(engine, neighbour)) {
            each.deploy(process("order").step("draft", byStarter()).step("review", by("li")).step("pay", by("sun")).end());
        }
        engine.deploy(process("offer").step("draft", byStarter()).step("pool", offeredToGroup("finance")).step("law", offeredTo("li", "sun")).end());
    }

    @BeforeEach
    void nothingBefore() throws Exception {
        change("delete from wf_deputy");
        change("delete from wf_passed_on");
        change("delete from wf_work_item_closed");
        change("delete from wf_candidate");
        wf = new World(engine);
        wf.started("it", "order", "zhao");
        wf.actor("zhao").submits("draft");
        assertThat(passed("zhao")).isEmpty();
    }

    private List<WorkItemInfo> list(String person, WorkListKind kind, WorkListFilter wanted) {
        WorkItemPage page = engine.shell.lists.page(engine.caller(person), kind, wanted, null, 100);
        assertThat(engine.shell.lists.count(engine.caller(person), kind, wanted, true).count).isEqualTo(page.items.size());
        return page.items;
    }

    private List<String> passed(String person) {
        return list(person, WorkListKind.PASSED, WorkListFilter.ALL).stream().map(i -> i.nodeId + " " + i.state).toList();
    }

    private List<String> claimable(String person) {
        return list(person, WorkListKind.CLAIMABLE, WorkListFilter.ALL).stream().map(i -> i.nodeId + (i.onBehalfOf == null ? "" : " for " + i.onBehalfOf.id)).toList();
    }

    private List<Long> readable(String person) {
        List<InstanceInfo> instances = engine.shell.instanceLists.page(engine.caller(person), InstanceListKind.READABLE, InstanceListFilter.ALL, null, 100).instances;
        assertThat(engine.shell.instanceLists.count(engine.caller(person), InstanceListKind.READABLE, InstanceListFilter.ALL, true).count).isEqualTo(instances.size());
        return instances.stream().map(i -> i.id).toList();
    }

    private void granted(String principal, String deputy, DeputyMode mode, String process, String node) {
        DeputyRow row = new DeputyRow();
        row.tenant = engine.tenant;
        row.id = ++lastGrant;
        row.principal = principal;
        row.deputy = deputy;
        row.mode = mode.name();
        row.defKey = process;
        row.nodeId = node;
        row.validFrom = engine.now().minus(Duration.ofDays(1));
        row.validTo = engine.now().plus(Duration.ofDays(1));
        engine.shell.transactions.required(() -> {
            engine.shell.em.persist(row);
            return null;
        });
    }

    private void administer(String operation, OperationRequest request) {
        engine.execute("admin", Command.onInstance(operation, wf.currentInstance(), request));
    }

    // ---- passed on ----

    @Test
    void whoTransferredWorkFindsItAndMayReadIt() {
        wf.actor("li").transfers("review", "wang");
        assertThat(passed("li")).containsExactly("review TRANSFERRED");
        assertThat(readable("li")).containsExactly(wf.currentInstance());
        assertThat(passed("wang")).isEmpty();
        assertThat(list("li", WorkListKind.DONE, WorkListFilter.ALL)).as("he did not do it").isEmpty();
        wf.actor("wang").transfers("review", "li");
        wf.actor("li").transfers("review", "wang");
        assertThat(passed("li")).as("each time").hasSize(2);
        assertThat(readable("li")).as("an instance stands there once").containsExactly(wf.currentInstance());
    }

    /** What a deputy does counts as done by his principal, and stands in that one's done list; what an administrator does counts as the administrator's. */
    @Test
    void whatAnotherDidInHisSteadStandsThereWhereItDoesNotCountAsHis() {
        long item = engine.openItems(wf.currentInstance()).get(0).id();
        engine.execute("admin", Command.onItem("submit", item, new SubmitRequest()));
        assertThat(passed("li")).containsExactly("review SUBMITTED");
        assertThat(list("admin", WorkListKind.DONE, WorkListFilter.ALL)).hasSize(1);
        granted("sun", "qian", DeputyMode.ACT_FOR, null, null);
        wf.actor("qian").inSteadOf("sun").submits("pay");
        assertThat(list("sun", WorkListKind.DONE, WorkListFilter.ALL)).hasSize(1);
        assertThat(passed("sun")).isEmpty();
        assertThat(passed("qian")).isEmpty();
    }

    @Test
    void whatWentToTheDeputyByItselfStandsThereToo() throws Exception {
        granted("sun", "zhou", DeputyMode.TRANSFER, null, null);
        try (StoreEngine later = secondNode()) {
            later.execute("li", Command.onItem("submit", engine.openItems(wf.currentInstance()).get(0).id(), new SubmitRequest()));
        }
        assertThat(passed("sun")).containsExactly("pay TRANSFERRED");
        assertThat(readable("sun")).containsExactly(wf.currentInstance());
    }

    @Test
    void whatIsTakenBackIsPassedOnNoLonger() {
        long item = engine.openItems(wf.currentInstance()).get(0).id();
        SubmitRequest later = new SubmitRequest();
        later.delayUntil = Date.from(engine.now().plusSeconds(3_600));
        engine.execute("admin", Command.onItem("submit", item, later));
        assertThat(passed("li")).hasSize(1);
        engine.execute("admin", Command.onItem("takeBack", item, new OperationRequest()));
        assertThat(passed("li")).isEmpty();
    }

    @Test
    void whileTheInstanceIsDeletedItStandsInNoList() {
        wf.actor("li").transfers("review", "wang");
        administer("deleteInstance", new DeleteInstanceRequest());
        assertThat(passed("li")).isEmpty();
        assertThat(readable("li")).isEmpty();
        administer("restoreInstance", new RestoreInstanceRequest());
        assertThat(passed("li")).containsExactly("review TRANSFERRED");
        assertThat(readable("li")).containsExactly(wf.currentInstance());
        DeleteInstanceRequest purge = new DeleteInstanceRequest();
        purge.purge = true;
        administer("deleteInstance", purge);
        assertThat(passed("li")).isEmpty();
    }

    @Test
    void theListIsFilteredSortedAndPagedAsTheOthersAre() {
        wf.actor("li").transfers("review", "wang");
        for (int n = 0; n < 4; n++) {
            wf.started("more" + n, "order", "zhao");
            wf.actor("zhao").submits("draft");
            engine.clock.advance(Duration.ofSeconds(1));
            wf.actor("li").transfers("review", "wang");
        }
        assertThat(list("li", WorkListKind.PASSED, new WorkListFilter("order", null, null))).hasSize(5);
        assertThat(list("li", WorkListKind.PASSED, new WorkListFilter("offer", null, null))).isEmpty();
        WorkItemPage first = engine.shell.lists.page(engine.caller("li"), WorkListKind.PASSED, WorkListFilter.ALL, null, 3);
        WorkItemPage second = engine.shell.lists.page(engine.caller("li"), WorkListKind.PASSED, WorkListFilter.ALL, first.next, 3);
        assertThat(first.items).hasSize(3).isSortedAccordingTo((a, b) -> b.closedAt.compareTo(a.closedAt));
        assertThat(second.items).hasSize(2).noneMatch(i -> first.items.stream().anyMatch(f -> f.id.equals(i.id)));
        assertThat(second.next).isNull();
    }

    @Test
    void tenantsKnowNothingOfEachOther() {
        wf.actor("li").transfers("review", "wang");
        assertThat(neighbour.shell.lists.page(neighbour.caller("li"), WorkListKind.PASSED, WorkListFilter.ALL, null, 10).items).isEmpty();
        assertThat(neighbour.shell.lists.count(neighbour.caller("li"), WorkListKind.PASSED, WorkListFilter.ALL, true).count).isZero();
    }

    // ---- offers to a principal ----

    private void offered(String name) {
        wf.started(name, "offer", "zhao");
        wf.actor("zhao").submits("draft");
    }

    @Test
    void aDeputyFindsWhatIsOfferedToHisPrincipalAndTakesItForHim() {
        offered("a");
        assertThat(claimable("li")).isEmpty();
        granted("wang", "li", DeputyMode.ACT_FOR, null, null);
        assertThat(claimable("li")).containsExactly("pool for wang");
        assertThat(claimable("qian")).isEmpty();
        wf.actor("li").inSteadOf("wang").claims("pool");
        assertThat(claimable("li")).isEmpty();
        wf.expect().todoOf("wang");
    }

    @Test
    void whatHeCouldTakeHimselfIsHisOwnAndStandsThereOnce() {
        offered("a");
        granted("wang", "sun", DeputyMode.ACT_FOR, null, null);
        assertThat(claimable("sun")).containsExactly("pool");
    }

    @Test
    void aGrantForAStepShowsTheOffersOfThatStepOnly() {
        offered("a");
        granted("wang", "li", DeputyMode.ACT_FOR, "offer", "law");
        assertThat(claimable("li")).isEmpty();
        granted("zhou", "li", DeputyMode.ACT_FOR, "offer", "pool");
        assertThat(claimable("li")).containsExactly("pool for zhou");
        granted("sun", "qian", DeputyMode.ACT_FOR, "order", null);
        assertThat(claimable("qian")).isEmpty();
    }

    @Test
    void aGrantThatIsOverShowsNothing() {
        offered("a");
        granted("wang", "li", DeputyMode.ACT_FOR, null, null);
        engine.clock.advance(Duration.ofDays(2));
        assertThat(claimable("li")).isEmpty();
    }
}
