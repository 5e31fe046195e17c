package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Sketch.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.DeleteInstanceRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.JobState;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.RestoreInstanceRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.WithdrawRequest;
import wf.contract.WorkListKind;
import wf.query.InstanceFilter;
import wf.query.Jobs;
import wf.query.WorkListFilter;
import wf.refusal.Refused;
import wf.spi.BusinessDataCall;
import wf.spi.BusinessDataHandler;
import wf.store.TestDatabase;

/** What deletion, restoring and copying mean for lists, data and the customer's records; only the store can show it. */
class RemovalTest {

    private static final WorkListFilter ALL = new WorkListFilter(null, null, null);
    private StoreEngine engine;
    private World wf;

    @BeforeEach
    void open() throws Exception {
        DataSource source = TestDatabase.H2.migrated();
        engine = new StoreEngine(source, "default");
        wf = new World(engine);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private OperationReply perform(String person, String operation, OperationRequest request) {
        return engine.execute(person, Command.onInstance(operation, wf.currentInstance(), request));
    }

    private int inLists(String person) {
        int found = 0;
        for (WorkListKind kind : WorkListKind.values()) {
            int listed = engine.shell.lists.page(engine.caller(person), kind, ALL, null, 50).items.size();
            assertThat(engine.shell.lists.count(engine.caller(person), kind, ALL, false).count).isEqualTo(listed);
            found += listed;
        }
        return found + instances(person, null);
    }

    private int instances(String person, InstanceState state) {
        InstanceFilter filter = new InstanceFilter(null, null, null, state, null);
        int listed = engine.shell.found.page(engine.caller(person), filter, null, 50).instances.size();
        assertThat(engine.shell.found.count(engine.caller(person), filter).count).isEqualTo(listed);
        return listed;
    }

    @Test
    void aDeletedInstanceIsInNoListAndAnAdministratorFindsItByItsState() {
        wf.deployed(process("lists").start("s").user("draft", "zhao").parallel("p").user("work", "li").user("offer", offeredTo("wang", "sun")).end("e")
                .path("s", "draft", "p", "work", "e").path("p", "offer", "e").xml());
        wf.started("L", "lists", "zhao");
        wf.actor("zhao").submits("draft");
        List<String> people = List.of("zhao", "li", "wang", "admin");
        assertThat(people).allMatch(p -> inLists(p) > 0);
        wf.actor("admin").deletes();
        assertThat(people).allMatch(p -> inLists(p) == 0);
        assertThat(instances("admin", InstanceState.DELETED)).isEqualTo(1);
        assertThat(instances("zhao", InstanceState.DELETED)).isZero();
        wf.actor("admin").restores();
        assertThat(people).allMatch(p -> inLists(p) > 0);
    }

    @Test
    void workOfASuspendedInstanceIsSeenButNotOffered() {
        wf.deployed(process("pool").start("s").user("offer", offeredTo("wang", "sun")).end("e").path("s", "offer", "e").xml());
        wf.started("P", "pool", "zhao");
        assertThat(inLists("wang")).isEqualTo(1);
        wf.actor("admin").suspends();
        assertThat(inLists("wang")).isZero();
        wf.actor("admin").resumes();
        assertThat(inLists("wang")).isEqualTo(1);
    }

    @Test
    void theStarterDeletesHisDraft() {
        engine.deploy(process("letter").start("s").user("write", byStarter()).user("sign", "li").end("e").path("s", "write", "sign", "e").xml());
        StartRequest start = new StartRequest();
        start.definitionKey = "letter";
        start.draft = true;
        wf.at("D", engine.execute("zhao", Command.create("start", start)).instanceId);
        wf.actor("zhao").deletes();
        wf.expect().is(InstanceState.DELETED);
        assertThat(inLists("zhao")).isZero();
        wf.actor("admin").restores();
        wf.expect().is(InstanceState.DRAFT);
    }

    @Test
    void jobsOfADeletedInstanceAreParked() {
        wf.deployed(process("jobs").start("s").user("work", "li").boundary("late", "work", Sketch.timer("PT1H")).end("e")
                .path("s", "work", "e").path("late", "e").xml());
        wf.started("J", "jobs", "zhao");
        wf.actor("admin").deletes();
        assertThat(engine.shell.jobPages.page(engine.caller("admin"), Jobs.Which.of(JobState.PARKED), null, 50).jobs).hasSize(1);
        wf.actor("admin").restores();
        assertThat(engine.shell.jobPages.page(engine.caller("admin"), Jobs.Which.of(JobState.READY), null, 50).jobs).hasSize(1);
    }

    // ---- the customer's records ----

    private final List<String> told = new ArrayList<>();

    private BusinessDataHandler records(String against) {
        return new BusinessDataHandler() {
            @Override
            public String beforeDelete(BusinessDataCall call) {
                told.add("before " + call.businessKey + " by " + call.actor);
                return against;
            }

            @Override
            public void afterDelete(BusinessDataCall call) {
                told.add("deleted " + call.instanceId);
            }

            @Override
            public void afterRestore(BusinessDataCall call) {
                told.add("restored " + call.definitionKey);
            }
        };
    }

    private void order() {
        engine.deploy(process("order").start("s").user("work", "li").end("e").path("s", "work", "e").xml());
        StartRequest start = new StartRequest();
        start.definitionKey = "order";
        start.businessKey = "O-1";
        wf.at("O", engine.execute("zhao", Command.create("start", start)).instanceId);
    }

    @Test
    void businessDataAreToldOfDeletionAndRestoring() {
        engine.shell.handlers.add(records(null));
        order();
        DeleteInstanceRequest preview = new DeleteInstanceRequest();
        preview.preview = true;
        perform("admin", "deleteInstance", preview);
        assertThat(told).isEmpty();
        wf.actor("admin").deletes();
        wf.actor("admin").restores();
        assertThat(told).containsExactly("before O-1 by admin", "deleted " + wf.currentInstance(), "restored order");
    }

    @Test
    void businessDataMayForbidThatTheirInstanceIsDeleted() {
        engine.shell.handlers.add(records("the order is paid"));
        order();
        assertThatThrownBy(() -> perform("admin", "deleteInstance", new DeleteInstanceRequest())).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(ErrorCode.RULE_REJECTED);
            assertThat(e.problem().message).contains("the order is paid");
        });
        wf.expect().is(InstanceState.RUNNING);
    }

    // ---- data ----

    @Test
    void theVariablesOfAnInstanceAreSetBackAndItsTokensStay() {
        wf.deployed(process("data").start("s").user("first", "li").user("second", "wang").end("e").path("s", "first", "second", "e").xml());
        wf.started("D", "data", "zhao", "amount", 10L, "kept", "yes");
        wf.actor("li").submits("first", "amount", 20L, "added", "new");
        wf.expect().at("second").has("amount", 20L).has("added", "new");
        wf.actor("wang").isRefused(ErrorCode.FORBIDDEN).restoresData(1);
        wf.actor("admin").isRefused(ErrorCode.INVALID_INPUT).restoresData(9);
        wf.actor("admin").restoresData(1);
        wf.expect().at("second").has("amount", 10L).has("added", null).has("kept", "yes");
        wf.actor("admin").suspends();
        wf.actor("admin").restoresData(2);
        wf.expect().is(InstanceState.SUSPENDED).has("amount", 20L).has("added", "new");
    }

    @Test
    void nothingIsSetBackInADeletedInstanceBeforeItIsThereAgain() {
        wf.deployed(process("order2").start("s").user("work", "li").end("e").path("s", "work", "e").xml());
        wf.started("O", "order2", "zhao");
        wf.actor("admin").deletes();
        RestoreInstanceRequest request = new RestoreInstanceRequest();
        request.version = 1L;
        assertThatThrownBy(() -> perform("admin", "restoreInstance", request)).isInstanceOfSatisfying(Refused.class,
                e -> assertThat(e.problem().code).isEqualTo(ErrorCode.ILLEGAL_STATE));
    }

    // ---- a copy of what was withdrawn ----

    @Test
    void whatWasWithdrawnIsBegunAnewWithItsData() {
        engine.deploy(process("claim").start("s").user("write", byStarter()).user("work", "li").end("e").path("s", "write", "work", "e").xml());
        StartRequest start = new StartRequest();
        start.definitionKey = "claim";
        start.title = "A claim";
        start.variables.add(World.property("amount", 7L));
        wf.at("C", engine.execute("zhao", Command.create("start", start)).instanceId);
        StartRequest copy = new StartRequest();
        copy.copyOf = wf.currentInstance();
        copy.draft = true;
        assertThatThrownBy(() -> engine.execute("zhao", Command.create("start", copy))).isInstanceOfSatisfying(Refused.class,
                e -> assertThat(e.problem().code).isEqualTo(ErrorCode.ILLEGAL_STATE));
        perform("zhao", "withdraw", new WithdrawRequest());
        assertThatThrownBy(() -> engine.execute("li", Command.create("start", copy))).isInstanceOfSatisfying(Refused.class,
                e -> assertThat(e.problem().code).isEqualTo(ErrorCode.NOT_FOUND));
        copy.variables.add(World.property("note", "again"));
        OperationReply begun = engine.execute("zhao", Command.create("start", copy));
        wf.at("copy", begun.instanceId);
        wf.expect().is(InstanceState.DRAFT).has("amount", 7L).has("note", "again");
        assertThat(engine.shell.reading.info(engine.caller("zhao"), begun.instanceId).title).isEqualTo("A claim");
        engine.execute("zhao", Command.onItem("submit", engine.openItems(begun.instanceId).get(0).id(), new SubmitRequest()));
        wf.expect().at("work");
        assertThat(engine.start("zhao", "claim", Map.of()).refused()).isNull();
    }
}
