package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.timer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.AttachRequest;
import wf.contract.AttachmentInfo;
import wf.contract.CirculateRequest;
import wf.contract.DeleteInstanceRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.RemovedKind;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.SuspendInstanceRequest;
import wf.contract.TerminateRequest;
import wf.contract.UrgeRequest;
import wf.contract.Verification;
import wf.refusal.Refused;
import wf.setting.Setting;
import wf.store.Journal;

/** I10 with purge: nothing that an instance knew is left anywhere, and its journal still proves who did what when. */
class PurgeTest extends StoreTest {

    private static final String SECRET = "the price is 4711";
    private static final List<String> OF_INSTANCE = List.of("wf_work_item", "wf_work_item_closed", "wf_work_item_closed_archive", "wf_trail",
            "wf_trail_archive", "wf_snapshot", "wf_read_item", "wf_urge", "wf_attachment", "wf_job", "wf_subscription", "wf_incident",
            "wf_restored", "wf_sealing_key", "wf_journal_archive");

    @BeforeAll
    void deploy() {
        System.setProperty(Setting.SEALING_KEY.property(), "first");
        System.setProperty("wf.key.first", Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII)));
        for (StoreEngine at : List.of(engine, neighbour)) {
            at.deploy(process("full").start("s").user("draft", byStarter()).parallel("p")
                    .user("review", new Model.Who(" wf:assignee=\"li\"", "<wf:field name=\"card\" type=\"STRING\" access=\"WRITE\" sensitivity=\"encrypted\"/>"))
                    .boundary("late", "review", timer("PT2H")).user("offer", offeredTo("wang", "sun")).script("broken", "x = 1 / zero").end("e")
                    .path("s", "draft", "p", "review", "e").path("late", "e").path("p", "offer", "e").path("p", "broken", "e").xml());
        }
        engine.deploy(process("short").start("s").user("work", "li").end("e").path("s", "work", "e").xml());
    }

    @AfterAll
    void noKey() {
        System.clearProperty(Setting.SEALING_KEY.property());
        System.clearProperty("wf.key.first");
    }

    /** With rows in every table that instances have, but for the archive. */
    private long full(StoreEngine at) {
        long instance = at.start("zhao", "full", Map.of("note", SECRET, "card", "6222", "zero", 0)).instanceId();
        attach(at, instance, SECRET + instance);
        attach(at, instance, "a form that everybody attaches");
        SubmitRequest submit = new SubmitRequest();
        submit.opId = "submit-" + instance;
        submit.opinion = SECRET;
        at.execute("zhao", Command.onItem("submit", at.openItems(instance).get(0).id(), submit));
        CirculateRequest circulate = new CirculateRequest();
        circulate.users = List.of("sun");
        circulate.opinion = SECRET;
        UrgeRequest urge = new UrgeRequest();
        urge.text = SECRET;
        urge.workItemIds = at.openItems(instance).stream().filter(i -> "li".equals(i.owner())).map(Engine.Item::id).toList();
        at.shell.attempts.of(at.caller("zhao").locale(), () -> at.shell.circulation.circulate(at.caller("zhao"), instance, circulate));
        at.shell.attempts.of(at.caller("zhao").locale(), () -> at.shell.urging.urge(at.caller("zhao"), instance, urge));
        return instance;
    }

    private static void attach(StoreEngine at, long instance, String content) {
        AttachRequest request = new AttachRequest();
        request.name = "file.txt";
        request.content = content.getBytes(StandardCharsets.UTF_8);
        at.shell.attempts.of(at.caller("zhao").locale(), () -> at.shell.attachments.attach(at.caller("zhao"), instance, request));
    }

    private static DeleteInstanceRequest request(String opId, boolean preview) {
        DeleteInstanceRequest request = new DeleteInstanceRequest();
        request.purge = true;
        request.opId = opId;
        request.preview = preview;
        return request;
    }

    private OperationReply purge(String person, long instance, String opId) {
        return engine.execute(person, Command.onInstance("deleteInstance", instance, request(opId, false)));
    }

    private OperationReply preview(String person, long instance) {
        return engine.execute(person, Command.onInstance("deleteInstance", instance, request(null, true)));
    }

    private static void refused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(code));
    }

    private Verification verified(String person, long instance) {
        return engine.shell.snapshotReader.verify(engine.caller(person), instance);
    }

    private static Map<RemovedKind, Long> removed(OperationReply reply) {
        Map<RemovedKind, Long> removed = new TreeMap<>();
        reply.removed.forEach(r -> removed.put(r.kind, r.count));
        return removed;
    }

    @Test
    void noTableKeepsAnythingOfAPurgedInstance() throws Exception {
        long other = full(engine);
        long instance = full(engine);
        long contents = rows("wf_content");
        purge("admin", instance, null);
        for (String table : OF_INSTANCE) {
            assertThat(rows(table + " where instance_id = " + instance)).as(table).isZero();
        }
        assertThat(rows("wf_instance where id = " + instance)).isZero();
        assertThat(rows("wf_candidate c where not exists (select 1 from wf_work_item i where i.tenant = c.tenant and i.id = c.item_id)")).isZero();
        assertThat(rows("wf_operation where instance_id = " + instance)).as("ids stay used").isEqualTo(4);
        assertThat(rows("wf_operation where instance_id = " + instance + " and reply <> ''")).isZero();
        assertThat(rows("wf_operation where reply like '%" + instance + "%'")).isZero();
        assertThat(rows("wf_operation where instance_id = " + other + " and reply <> ''")).isEqualTo(4);
        assertThat(rows("wf_content")).as("what others attach too stays").isEqualTo(contents - 1);
        assertThat(rows("wf_journal where instance_id = " + instance + " and seq = 1 and packed is null and body = '' and opinion is null")).isEqualTo(1);
        assertThat(rows("wf_journal where instance_id = " + instance + " and opinion is not null")).isZero();
        engine.checkStored(other);
        assertThat(engine.shell.attachments.list(engine.caller("zhao"), other).attachments).hasSize(2)
                .allSatisfy(a -> assertThat(engine.shell.attachments.get(engine.caller("zhao"), a.id).content).isNotEmpty());
    }

    @Test
    void whatSomebodyAttachesElsewhereWhileItsLastInstanceIsPurgedStays() throws Exception {
        byte[] shared = "attached here, and soon there".getBytes(StandardCharsets.UTF_8);
        long purged = engine.start("zhao", "short", Map.of()).instanceId();
        long other = engine.start("zhao", "short", Map.of()).instanceId();
        attach(engine, purged, new String(shared, StandardCharsets.UTF_8));
        StoreEngine elsewhere = secondNode();
        ExecutorService person = Executors.newSingleThreadExecutor();
        try {
            Future<?> purge = engine.shell.attempts.of(engine.caller("zhao").locale(), () -> {
                attach(engine, other, new String(shared, StandardCharsets.UTF_8));
                Future<?> begun = person.submit(() -> elsewhere.execute("admin", Command.onInstance("deleteInstance", purged, request(null, false))));
                assertThatThrownBy(() -> begun.get(500, TimeUnit.MILLISECONDS)).as("it waits").isInstanceOf(TimeoutException.class);
                return begun;
            });
            purge.get(30, TimeUnit.SECONDS);
        } finally {
            person.shutdown();
        }
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.reading.instance(engine.caller("admin"), purged));
        assertThat(engine.shell.attachments.list(engine.caller("zhao"), other).attachments).singleElement()
                .satisfies(a -> assertThat(engine.shell.attachments.get(engine.caller("zhao"), a.id).content).isEqualTo(shared));
        purge("admin", other, null);
        assertThat(rows("wf_content where sha256 = '" + Journal.sha256(shared) + "'")).as("with the last it goes").isZero();
    }

    @Test
    void aPreviewTellsWhatWillGoAndRemovesNothing() {
        long instance = full(engine);
        Map<RemovedKind, Long> told = removed(preview("admin", instance));
        engine.checkStored(instance);
        assertThat(told).containsEntry(RemovedKind.WORK_ITEM, 3L).containsEntry(RemovedKind.VISIT, 1L).containsEntry(RemovedKind.JOURNAL_TEXT, 2L)
                .containsEntry(RemovedKind.ATTACHMENT, 2L).containsEntry(RemovedKind.READ_ITEM, 1L)
                .containsEntry(RemovedKind.URGE, 1L).containsEntry(RemovedKind.JOB, 1L).containsEntry(RemovedKind.INCIDENT, 1L).doesNotContainKey(RemovedKind.SNAPSHOT);
        assertThat(removed(purge("admin", instance, null))).isEqualTo(told);
    }

    @Test
    void onlyDeletionForGoodTellsOfWhatGoes() {
        long instance = full(engine);
        assertThat(engine.execute("admin", Command.onInstance("deleteInstance", instance, new DeleteInstanceRequest())).removed).isEmpty();
    }

    @Test
    void whoeverAsksForAPurgedInstanceIsToldThatThereIsNone() {
        long instance = full(engine);
        StoreEngine elsewhere = secondNode();
        elsewhere.shell.reading.open(elsewhere.caller("admin"), instance);
        elsewhere.execute("admin", Command.onInstance("suspendInstance", instance, suspend(true)));
        purge("admin", instance, null);
        for (StoreEngine node : List.of(engine, elsewhere)) {
            refused(ErrorCode.NOT_FOUND, () -> node.shell.reading.instance(node.caller("admin"), instance));
            refused(ErrorCode.NOT_FOUND, () -> node.shell.reading.instance(node.caller("zhao"), instance));
            refused(ErrorCode.NOT_FOUND, () -> node.execute("admin", Command.onInstance("terminate", instance, terminate())));
            refused(ErrorCode.NOT_FOUND, () -> node.execute("admin", Command.onInstance("deleteInstance", instance, request(null, false))));
            refused(ErrorCode.NOT_FOUND, () -> node.execute("admin", Command.onInstance("deleteInstance", instance, request(null, true))));
        }
    }

    private static OperationRequest suspend(boolean preview) {
        SuspendInstanceRequest request = new SuspendInstanceRequest();
        request.preview = preview;
        return request;
    }

    private static TerminateRequest terminate() {
        TerminateRequest request = new TerminateRequest();
        request.reason = "test";
        return request;
    }

    @Test
    void theSameOperationIdAgainTellsThatItIsDoneAndThoseOfWhatIsGoneAreNotUsedAnew() throws Exception {
        long instance = full(engine);
        OperationReply first = purge("admin", instance, "purge-" + instance);
        OperationReply again = purge("admin", instance, "purge-" + instance);
        assertThat(again.instanceId).isEqualTo(instance);
        assertThat(again.state).isEqualTo(InstanceState.DELETED).isEqualTo(first.state);
        assertThat(again.version).isEqualTo(first.version);
        refused(ErrorCode.DUPLICATE_OP, () -> purge("admin", instance + 1, "purge-" + instance));
        long running = rows("wf_instance");
        StartRequest start = new StartRequest();
        start.definitionKey = "short";
        start.opId = "start-" + instance;
        long begun = engine.execute("zhao", Command.create("start", start)).instanceId;
        purge("admin", begun, null);
        refused(ErrorCode.NOT_FOUND, () -> engine.execute("zhao", Command.create("start", start)));
        assertThat(rows("wf_instance")).as("it does not begin a second time").isEqualTo(running);
    }

    @Test
    void whoeverSendsWhatWasDoneBesideAPurgedInstanceOnceMoreIsToldThatThereIsNone() {
        long instance = full(engine);
        AttachRequest file = new AttachRequest();
        file.opId = "attach-" + instance;
        file.name = SECRET + ".txt";
        file.content = new byte[] {1, 2, 3};
        CirculateRequest circulate = new CirculateRequest();
        circulate.opId = "circulate-" + instance;
        circulate.users = List.of("wang");
        circulate.opinion = SECRET;
        assertThat(attach("zhao", instance, file).name).isEqualTo(file.name);
        long reading = circulate(instance, circulate).itemsCreated.get(0).id;
        OperationRequest read = new OperationRequest();
        read.opId = "read-" + instance;
        assertThat(markRead(reading, read).itemsClosed).hasSize(1);
        assertThat(markRead(reading, read).itemsClosed).as("as long as it is there").hasSize(1);
        purge("admin", instance, null);
        refused(ErrorCode.NOT_FOUND, () -> attach("zhao", instance, file));
        refused(ErrorCode.NOT_FOUND, () -> circulate(instance, circulate));
        refused(ErrorCode.NOT_FOUND, () -> markRead(reading, read));
        refused(ErrorCode.DUPLICATE_OP, () -> attach("li", instance, file));
    }

    private AttachmentInfo attach(String person, long instance, AttachRequest request) {
        return engine.shell.attempts.of(engine.caller(person).locale(), () -> engine.shell.attachments.attach(engine.caller(person), instance, request));
    }

    private OperationReply circulate(long instance, CirculateRequest request) {
        return engine.shell.attempts.of(engine.caller("zhao").locale(), () -> engine.shell.circulation.circulate(engine.caller("zhao"), instance, request));
    }

    private OperationReply markRead(long item, OperationRequest request) {
        return engine.shell.attempts.of(engine.caller("wang").locale(), () -> engine.shell.circulation.markRead(engine.caller("wang"), item, request));
    }

    @Test
    void theStarterPurgesHisDraftAndNothingElse() {
        StartRequest start = new StartRequest();
        start.definitionKey = "full";
        start.draft = true;
        long draft = engine.execute("zhao", Command.create("start", start)).instanceId;
        refused(ErrorCode.NOT_FOUND, () -> purge("li", draft, null));
        purge("zhao", draft, null);
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.reading.instance(engine.caller("zhao"), draft));
        long sent = full(engine);
        refused(ErrorCode.FORBIDDEN, () -> purge("zhao", sent, null));
        refused(ErrorCode.FORBIDDEN, () -> preview("zhao", sent));
    }

    @Test
    void whatIsInTheArchiveIsPurgedThere() throws Exception {
        System.setProperty(Setting.ARCHIVE_DAYS.property(), "30");
        try {
            long instance = engine.start("zhao", "short", Map.of("note", SECRET)).instanceId();
            engine.execute("li", Command.onItem("submit", engine.openItems(instance).get(0).id(), new SubmitRequest()));
            engine.shell.archiving.schedule("default");
            engine.pass(Duration.ofDays(32));
            assertThat(rows("wf_instance_archive where id = " + instance)).isEqualTo(1);
            refused(ErrorCode.FORBIDDEN, () -> purge("zhao", instance, null));
            refused(ErrorCode.NOT_FOUND, () -> purge("qian", instance, null));
            Map<RemovedKind, Long> told = removed(preview("admin", instance));
            assertThat(told).isEqualTo(Map.of(RemovedKind.WORK_ITEM, 1L, RemovedKind.VISIT, 1L, RemovedKind.JOURNAL_TEXT, 2L));
            assertThat(rows("wf_instance_archive where id = " + instance)).isEqualTo(1);
            assertThat(removed(purge("admin", instance, null))).isEqualTo(told);
            assertThat(rows("wf_instance_archive where id = " + instance)).isZero();
            for (String table : OF_INSTANCE) {
                assertThat(rows(table + " where instance_id = " + instance)).as(table).isZero();
            }
            assertThat(verified("admin", instance).intact).isTrue();
        } finally {
            System.clearProperty(Setting.ARCHIVE_DAYS.property());
        }
    }

    @Test
    void whatHasLostItsEncryptedValuesAlreadyIsDeletedAndPurgedToo() {
        long instance = full(engine);
        engine.execute("admin", Command.onInstance("terminate", instance, terminate()));
        engine.shell.attempts.of(engine.caller("admin").locale(), () -> engine.shell.erasing.erase(engine.caller("admin"), instance, new OperationRequest()));
        engine.execute("admin", Command.onInstance("deleteInstance", instance, new DeleteInstanceRequest()));
        engine.checkStored(instance);
        purge("admin", instance, null);
        assertThat(verified("admin", instance).intact).isTrue();
    }

    @Test
    void anotherTenantPurgesNothingOfThis() throws Exception {
        long mine = full(engine);
        long theirs = full(neighbour);
        refused(ErrorCode.NOT_FOUND, () -> neighbour.execute("admin", Command.onInstance("deleteInstance", mine, request(null, false))));
        neighbour.execute("admin", Command.onInstance("deleteInstance", theirs, request(null, false)));
        engine.checkStored(mine);
        refused(ErrorCode.NOT_FOUND, () -> verified("admin", theirs));
        assertThat(rows("wf_content where tenant = 'default'")).isPositive();
    }

    // ---- the chain ----

    @Test
    void theJournalOfAPurgedInstanceIsStillAChainForAdministrators() {
        long instance = full(engine);
        String before = verified("admin", instance).headHash;
        purge("admin", instance, null);
        Verification kept = verified("admin", instance);
        assertThat(kept.intact).isTrue();
        assertThat(kept.rows).isEqualTo(3);
        assertThat(kept.purgedBy).isEqualTo("admin");
        assertThat(kept.purgedAt).isNotNull();
        assertThat(kept.headHash).isNotBlank().isNotEqualTo(before);
        refused(ErrorCode.NOT_FOUND, () -> verified("zhao", instance));
    }

    @Test
    void whatGoesWithItsCallerWasPurgedByWhoeverPurgedThat() {
        engine.deploy(Model.process("callee").step("work", Model.by("li")).end());
        engine.deploy(Model.process("middle").element("call", "<callActivity id=\"call\" calledElement=\"callee\"/>").end());
        engine.deploy(Model.process("caller").element("call", "<callActivity id=\"call\" calledElement=\"middle\"/>").end());
        long caller = engine.start("zhao", "caller", Map.of()).instanceId();
        long middle = engine.shell.instances.openChildren("default", caller).get(0);
        long callee = engine.shell.instances.openChildren("default", middle).get(0);
        DeleteInstanceRequest request = request(null, false);
        request.cascade = true;
        engine.execute("admin", Command.onInstance("deleteInstance", caller, request));
        for (long purged : List.of(caller, middle, callee)) {
            assertThat(verified("admin", purged).purgedBy).isEqualTo("admin");
            assertThat(verified("admin", purged).intact).isTrue();
        }
    }

    @Test
    void whoeverForgesWhatIsKeptIsFoundOut() throws Exception {
        for (String forgery : List.of("update wf_journal set actor = 'wang' where seq = 1", "update wf_journal set hash = 'abc' where seq = 2",
                "update wf_journal set operation = 'save' where seq = 2", "delete from wf_journal where seq = 3", "delete from wf_journal where seq = 1",
                "update wf_journal set opinion = 'a good reason' where seq = 3", "delete from wf_journal where seq > 0")) {
            long instance = full(engine);
            purge("admin", instance, null);
            change(forgery + " and tenant = 'default' and instance_id = " + instance);
            assertThat(verified("admin", instance).intact).as(forgery).isFalse();
        }
    }

    @Test
    void aJournalThatWasForgedBeforeIsNotMadeTrueByThePurge() throws Exception {
        long instance = full(engine);
        change("update wf_journal set opinion = 'not fine' where seq = 2 and tenant = 'default' and instance_id = " + instance);
        purge("admin", instance, null);
        assertThat(verified("admin", instance).intact).isFalse();
        assertThat(verified("admin", instance).brokenAt).isEqualTo(2);
    }

    @Test
    void aLongJournalIsKeptAsAWhole() {
        long instance = engine.start("zhao", "short", Map.of()).instanceId();
        for (int i = 0; i < 505; i++) {
            engine.execute("admin", Command.onInstance(i % 2 == 0 ? "suspendInstance" : "resumeInstance", instance, i % 2 == 0 ? suspend(false) : new OperationRequest()));
        }
        assertThat(removed(purge("admin", instance, null))).containsEntry(RemovedKind.SNAPSHOT, 25L).containsEntry(RemovedKind.JOURNAL_TEXT, 506L);
        Verification kept = verified("admin", instance);
        assertThat(kept.intact).isTrue();
        assertThat(kept.rows).isEqualTo(507);
    }
}
