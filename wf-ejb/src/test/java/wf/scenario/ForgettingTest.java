package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;
import static wf.scenario.Model.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.AttachRequest;
import wf.contract.AttachmentInfo;
import wf.contract.DeleteInstanceRequest;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.setting.Setting;

/** An operation id is remembered for thirty days, and may be used anew after them (§0.6). */
class ForgettingTest extends StoreTest {

    private static final String JOB = "wf_job where kind = 'FORGET'";
    private int operations;

    @BeforeAll
    void deploy() {
        engine.deploy(process("brief").step("first", by("li")).step("second", by("li")).end());
        neighbour.deploy(process("brief").step("first", by("li")).step("second", by("li")).end());
    }

    @BeforeEach
    void schedule() {
        engine.shell.forgetting.schedule("default");
    }

    @AfterEach
    void asByDefault() {
        System.clearProperty(Setting.OPERATION_DAYS.property());
    }

    private String opId() {
        return "forget-" + ++operations;
    }

    private static void days(StoreEngine at, int days) {
        at.pass(Duration.ofDays(days));
    }

    private OperationReply start(StoreEngine at, String opId) {
        StartRequest request = new StartRequest();
        request.definitionKey = "brief";
        request.opId = opId;
        return at.execute("zhao", Command.create("start", request));
    }

    private void submit(long instance, String opId) {
        SubmitRequest request = new SubmitRequest();
        request.opId = opId;
        engine.execute("li", Command.onItem("submit", engine.openItems(instance).get(0).id(), request));
    }

    private AttachmentInfo attach(long instance, String opId) {
        AttachRequest request = new AttachRequest();
        request.name = "file.txt";
        request.content = "text".getBytes(StandardCharsets.UTF_8);
        request.opId = opId;
        return engine.shell.attempts.of(engine.caller("li").locale(), () -> engine.shell.attachments.attach(engine.caller("li"), instance, request));
    }

    private long remembered(String opId) throws Exception {
        long records = rows("wf_journal where op_id = '" + opId + "' and sole = 1 and payload_hash is not null");
        assertThat(rows("wf_journal where op_id = '" + opId + "' and (sole is not null or payload_hash is not null)")).isEqualTo(records);
        return records + rows("wf_operation where op_id = '" + opId + "'");
    }

    @Test
    void anOperationOnAnInstanceIsDoneOnceWithinThirtyDaysAndAnewAfterThem() throws Exception {
        String id = opId();
        long first = start(engine, id).instanceId;
        days(engine, 29);
        assertThat(start(engine, id).instanceId).isEqualTo(first);
        days(engine, 2);
        assertThat(remembered(id)).isZero();
        assertThat(start(engine, id).instanceId).isNotEqualTo(first);
        assertThat(remembered(id)).isEqualTo(1);
        engine.checkStored(first);
    }

    @Test
    void theReplyToAnOperationElsewhereIsRemovedAfterThirtyDays() throws Exception {
        long instance = start(engine, null).instanceId;
        String id = opId();
        AttachmentInfo first = attach(instance, id);
        days(engine, 29);
        assertThat(attach(instance, id).id).isEqualTo(first.id);
        days(engine, 2);
        assertThat(remembered(id)).isZero();
        assertThat(attach(instance, id).id).isNotEqualTo(first.id);
    }

    @Test
    void whatGoesOnForLongForgetsEachOperationInItsTime() throws Exception {
        String early = opId();
        String late = opId();
        long instance = start(engine, early).instanceId;
        days(engine, 20);
        submit(instance, late);
        days(engine, 11);
        assertThat(remembered(early)).isZero();
        assertThat(remembered(late)).isEqualTo(1);
        days(engine, 20);
        assertThat(remembered(late)).isZero();
        engine.checkStored(instance);
    }

    @Test
    void whatAnEarlierWalkHasSeenToIsNotLookedThroughAgain() throws Exception {
        String id = opId();
        long instance = start(engine, id).instanceId;
        days(engine, 32);
        assertThat(remembered(id)).isZero();
        change("update wf_journal set sole = 1, payload_hash = 'x' where instance_id = " + instance);
        days(engine, 2);
        assertThat(remembered(id)).isEqualTo(1);
        submit(instance, opId());
        days(engine, 2);
        assertThat(remembered(id)).as("it is when something has been done since").isZero();
    }

    @Test
    void morePortionsThanOneAreForgotten() throws Exception {
        for (int i = 0; i < 205; i++) {
            start(engine, "many-" + i);
        }
        days(engine, 32);
        assertThat(rows("wf_journal where op_id like 'many-%' and sole is not null")).isZero();
        assertThat(rows("wf_journal where op_id like 'many-%'")).isEqualTo(205);
    }

    @Test
    void theIdsOfAPurgedInstanceAreForgottenInTheirTime() throws Exception {
        String begun = opId();
        String purged = opId();
        long instance = start(engine, begun).instanceId;
        days(engine, 20);
        DeleteInstanceRequest request = new DeleteInstanceRequest();
        request.purge = true;
        request.opId = purged;
        engine.execute("admin", Command.onInstance("deleteInstance", instance, request));
        days(engine, 11);
        assertThat(remembered(begun)).isZero();
        assertThat(remembered(purged)).isEqualTo(1);
        days(engine, 20);
        assertThat(remembered(purged)).isZero();
        assertThat(engine.shell.snapshotReader.verify(engine.caller("admin"), instance).intact).isTrue();
    }

    @Test
    void eachTenantForgetsItsOwn() throws Exception {
        String id = opId();
        start(engine, id);
        start(neighbour, id);
        days(engine, 32);
        assertThat(rows("wf_journal where op_id = '" + id + "' and sole = 1 and tenant = 'neighbour'")).isEqualTo(1);
        assertThat(rows("wf_journal where op_id = '" + id + "' and sole = 1 and tenant = 'default'")).isZero();
    }

    @Test
    void anIdThatWasUsedAnewWhileItsInstanceWasInTheArchiveIsNoReasonAgainstFetchingThatBack() throws Exception {
        System.setProperty(Setting.ARCHIVE_DAYS.property(), "5");
        try {
            String id = opId();
            long instance = start(engine, id).instanceId;
            submit(instance, null);
            submit(instance, null);
            engine.shell.archiving.schedule("default");
            days(engine, 20);
            assertThat(start(engine, id).instanceId).as("it is not archived before").isEqualTo(instance);
            days(engine, 12);
            assertThat(rows("wf_instance_archive where id = " + instance)).isEqualTo(1);
            long second = start(engine, id).instanceId;
            engine.shell.attempts.of(engine.caller("admin").locale(), () -> engine.shell.unarchiving.restore(engine.caller("admin"), instance, new OperationRequest()));
            assertThat(start(engine, id).instanceId).isEqualTo(second).isNotEqualTo(instance);
            assertThat(engine.shell.snapshotReader.verify(engine.caller("admin"), instance).intact).isTrue();
        } finally {
            System.clearProperty(Setting.ARCHIVE_DAYS.property());
        }
    }

    @Test
    void aTenantThatComesLaterHasItsJobWithTheNextLook() throws Exception {
        engine.shell.forgetting.schedule();
        engine.shell.forgetting.schedule();
        assertThat(rows(JOB + " and tenant = 'default'")).isEqualTo(1);
        change("insert into wf_org_version (tenant, version) values ('newcomer', 1)");
        try {
            assertThat(rows(JOB + " and tenant = 'newcomer'")).isZero();
            engine.shell.forgetting.schedule();
            assertThat(rows(JOB + " and tenant = 'newcomer'")).isEqualTo(1);
        } finally {
            change("delete from wf_job where tenant = 'newcomer'");
            change("delete from wf_org_version where tenant = 'newcomer'");
        }
    }

    @Test
    void nothingIsForgottenWhereIdsAreRememberedForEver() throws Exception {
        System.setProperty(Setting.OPERATION_DAYS.property(), "0");
        String id = opId();
        long instance = start(engine, id).instanceId;
        days(engine, 400);
        assertThat(start(engine, id).instanceId).isEqualTo(instance);
        assertThat(rows(JOB)).isZero();
        engine.shell.forgetting.schedule();
        assertThat(rows(JOB)).isZero();
    }
}
