package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.OperationRequest;
import wf.contract.ReturnRequest;
import wf.contract.SubmitRequest;
import wf.contract.TransferRequest;
import wf.contract.Verification;
import wf.contract.WorkItemState;

/** Whoever changes the journal behind the product's back is found out, whatever he did to it (§0.8). */
class VerificationTest extends StoreTest {

    @BeforeAll
    void deploy() {
        engine.deploy(process("back").step("draft", byStarter()).step("review", by("li")).end());
    }

    /** With five rows in its journal. */
    private long journal() {
        long instance = engine.start("zhao", "back", Map.of("amount", 100)).instanceId();
        for (int i = 0; i < 2; i++) {
            SubmitRequest submit = new SubmitRequest();
            submit.opinion = "fine";
            engine.execute("zhao", Command.onItem("submit", engine.openItems(instance).get(0).id(), submit));
            engine.execute("li", Command.onItem("return", engine.openItems(instance).get(0).id(), new ReturnRequest()));
        }
        assertThat(verified(instance).intact).isTrue();
        return instance;
    }

    private Verification verified(long instance) {
        return engine.shell.snapshotReader.verify(engine.caller("admin"), instance);
    }

    private void isBrokenAt(long instance, long row) {
        assertThat(verified(instance).intact).isFalse();
        assertThat(verified(instance).brokenAt).isEqualTo(row);
    }

    private void change(long instance, String what) throws Exception {
        change(what + " and tenant = 'default' and instance_id = " + instance);
    }

    /** Its row alone knows whether an item was opened: every twentieth version is stored as a whole, and tells the same as the journal. */
    @Test
    void workThatWasOpenedMeanwhileIsNoForgery() {
        engine.deploy(process("file").fork(line("read", by("li")), line("pay", offeredTo("wang", "sun"))).end());
        long instance = engine.start("zhao", "file", Map.of()).instanceId();
        engine.open("li", instance, itemAt(instance, "read"));
        try (StoreEngine other = secondNode().amongOthers()) {
            for (int version = 2; version <= 20; version++) {
                String operation = version % 2 == 0 ? "claim" : "unclaim";
                assertThat(other.perform("wang", operation, instance, itemAt(instance, "pay"), new OperationRequest()).refused()).isNull();
            }
        }
        assertThat(verified(instance).rows).isEqualTo(20);
        assertThat(verified(instance).intact).as("also of an instance without variables").isTrue();
        assertThat(engine.shell.snapshotReader.get(engine.caller("admin"), instance, 20).openItems).hasSize(2);
    }

    @Test
    void workThatWasOpenedIsNewToWhomeverItIsPassedOnTo() {
        engine.deploy(process("pass").step("review", by("li")).end());
        long instance = engine.start("zhao", "pass", Map.of()).instanceId();
        engine.open("li", instance, itemAt(instance, "review"));
        TransferRequest request = new TransferRequest();
        request.user = "wang";
        try (StoreEngine other = secondNode().amongOthers()) {
            assertThat(other.perform("li", "transfer", instance, itemAt(instance, "review"), request).refused()).isNull();
        }
        assertThat(engine.openItems(instance)).extracting(Engine.Item::state).containsExactly(WorkItemState.READY);
    }

    private long itemAt(long instance, String node) {
        return engine.openItems(instance).stream().filter(i -> i.node().equals(node)).findFirst().orElseThrow().id();
    }

    @Test
    void aChangedOpinionIsFound() throws Exception {
        long instance = journal();
        change(instance, "update wf_journal set opinion = 'not fine' where seq = 2");
        isBrokenAt(instance, 2);
    }

    @Test
    void aChangedValueIsFound() throws Exception {
        long instance = journal();
        forge("seq = 1 and tenant = 'default' and instance_id = " + instance, text -> text.replace(":100}", ":900}"));
        isBrokenAt(instance, 1);
    }

    @Test
    void aTextThatWasPutBesideTheTrueOneIsFound() throws Exception {
        long instance = journal();
        change(instance, "update wf_journal set body = 'nothing of the kind' where seq = 2");
        isBrokenAt(instance, 2);
    }

    @Test
    void aTextThatNobodyCanReadAnyMoreIsFound() throws Exception {
        long instance = journal();
        garble("seq = 4 and tenant = 'default' and instance_id = " + instance);
        isBrokenAt(instance, 4);
    }

    @Test
    void aJournalThatAnEarlierVersionBeganIsWhole() throws Exception {
        long instance = journal();
        asOfVersion11(instance);
        StoreEngine later = secondNode();
        later.execute("zhao", Command.onItem("submit", later.openItems(instance).get(0).id(), new SubmitRequest()));
        later.checkStored(instance);
        assertThat(verified(instance).intact).isTrue();
        assertThat(rows("wf_journal where body <> '' and packed is null and instance_id = " + instance)).isEqualTo(5);
        assertThat(rows("wf_journal where body = '' and packed is not null and instance_id = " + instance)).isEqualTo(1);
        assertThat(rows("wf_instance where content is null and moving is not null and lasting is not null and id = " + instance)).isEqualTo(1);
    }

    @Test
    void anotherPersonInARowIsFound() throws Exception {
        long instance = journal();
        change(instance, "update wf_journal set actor = 'wang' where seq = 3");
        isBrokenAt(instance, 3);
    }

    @Test
    void aMissingRowIsFound() throws Exception {
        long instance = journal();
        change(instance, "delete from wf_journal where seq = 3");
        isBrokenAt(instance, 4);
    }

    @Test
    void rowsInAnotherOrderAreFound() throws Exception {
        long instance = journal();
        change(instance, "update wf_journal set seq = 99 where seq = 2");
        change(instance, "update wf_journal set seq = 2 where seq = 4");
        change(instance, "update wf_journal set seq = 4 where seq = 99");
        isBrokenAt(instance, 2);
    }

    @Test
    void aTailThatWasCutOffIsFound() throws Exception {
        long instance = journal();
        change(instance, "delete from wf_journal where seq > 3");
        isBrokenAt(instance, 4);
    }

    @Test
    void aRowThatWasPutBehindTheEndIsFound() throws Exception {
        long instance = journal();
        change("insert into wf_journal (tenant, instance_id, seq, op_id, operation, actor, on_behalf_of, as_admin, channel, client_ip, happened_at,"
                + " definition_id, version_before, version_after, node_id, opinion, body, packed, algorithm, hash)"
                + " select tenant, instance_id, 6, op_id, operation, actor, on_behalf_of, as_admin, channel, client_ip, happened_at,"
                + " definition_id, version_before, version_after, node_id, opinion, body, packed, algorithm, hash from wf_journal"
                + " where seq = 5 and tenant = 'default' and instance_id = " + instance);
        isBrokenAt(instance, 6);
    }

    @Test
    void aJournalThatIsGoneAltogetherIsFound() throws Exception {
        long instance = journal();
        change(instance, "delete from wf_journal where seq > 0");
        isBrokenAt(instance, 1);
    }

    @Test
    void aJournalUnderWhichTheInstanceWasPutBackIsFound() throws Exception {
        long instance = journal();
        change("update wf_instance set journal_length = 4, journal_hash = (select hash from wf_journal where seq = 4 and tenant = 'default'"
                + " and instance_id = " + instance + ") where tenant = 'default' and id = " + instance);
        isBrokenAt(instance, 6);
    }
}
