package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredToGroup;
import static wf.scenario.Model.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.command.Idempotency;
import wf.command.Sight;
import wf.contract.AttachRequest;
import wf.contract.AttachmentInfo;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.JumpRequest;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.ReturnRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.TerminateRequest;
import wf.contract.WorkItemState;
import wf.contract.WorkListKind;
import wf.query.InstanceFilter;
import wf.query.WorkListFilter;
import wf.refusal.Refused;
import wf.store.OperationLog;

/** What holds for every operation: ids, versions, previews, tenants, lists (§0.6). */
class OperationTest extends StoreTest {

    private static final List<String> TABLES = List.of("wf_instance", "wf_work_item", "wf_work_item_closed", "wf_journal",
            "wf_operation", "wf_outbox", "wf_trail", "wf_candidate", "wf_incident");

    private long leave() {
        engine.deploy(process("leave").step("draft", byStarter()).step("review", by("li")).end());
        return engine.start("zhao", "leave", Map.of("days", 2)).instanceId();
    }

    private long itemOf(long instance) {
        return engine.openItems(instance).get(0).id();
    }

    private static SubmitRequest submit(String opId) {
        SubmitRequest request = new SubmitRequest();
        request.opId = opId;
        return request;
    }

    private static void refused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(code);
            assertThat(e.problem().message).isNotBlank().doesNotContain("{", "Exception");
        });
    }

    @Test
    void whoseWorkAnAdministratorDidStillReadsTheInstance() {
        long instance = leave();
        engine.perform("zhao", "submit", instance, itemOf(instance), new SubmitRequest());
        engine.perform("admin", "submit", instance, itemOf(instance), new SubmitRequest());
        assertThat(engine.shell.reading.instance(engine.caller("li"), instance)).isNotNull();
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.reading.instance(engine.caller("wang"), instance));
    }

    @Test
    void whoLostHisWorkToAnothersJumpIsToldThatItIsClosedAndOthersHearNothing() {
        long instance = leave();
        engine.perform("zhao", "submit", instance, itemOf(instance), new SubmitRequest());
        long item = itemOf(instance);
        JumpRequest back = new JumpRequest();
        back.nodeId = "draft";
        engine.perform("admin", "jump", instance, item, back);
        refused(ErrorCode.ILLEGAL_STATE, () -> engine.execute("li", Command.onItem("submit", item, new SubmitRequest())));
        refused(ErrorCode.NOT_FOUND, () -> engine.execute("wang", Command.onItem("submit", item, new SubmitRequest())));
    }

    @Test
    void theSameOperationIdGivesTheFirstReplyAndNoSecondEffect() throws Exception {
        long instance = leave();
        Command command = Command.onItem("submit", itemOf(instance), submit("op-1"));
        OperationReply first = engine.execute("zhao", command);
        long journal = rows("wf_journal");
        OperationReply second = engine.execute("zhao", command);
        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(rows("wf_journal")).isEqualTo(journal);
    }

    @Test
    void theFirstReplyIsTheSameHoweverFarTheInstanceHasGone() throws Exception {
        engine.deploy(process("far").step("draft", byStarter()).step("review", offeredToGroup("finance")).end());
        StartRequest request = new StartRequest();
        request.definitionKey = "far";
        request.opId = "far-1";
        OperationReply started = engine.execute("zhao", Command.create("start", request));
        long draft = started.itemsCreated.get(0).id;
        OperationReply submitted = engine.execute("zhao", Command.onItem("submit", draft, submit("far-2")));
        long review = submitted.itemsCreated.get(0).id;
        String clerk = submitted.told.get(0).id;
        engine.execute(clerk, Command.onItem("claim", review, new OperationRequest()));
        OperationReply ended = engine.execute(clerk, Command.onItem("submit", review, submit("far-3")));
        long instances = rows("wf_instance");
        assertThat(engine.execute("zhao", Command.create("start", request))).usingRecursiveComparison().isEqualTo(started);
        assertThat(engine.execute("zhao", Command.onItem("submit", draft, submit("far-2")))).usingRecursiveComparison().isEqualTo(submitted);
        assertThat(engine.execute(clerk, Command.onItem("submit", review, submit("far-3")))).usingRecursiveComparison().isEqualTo(ended);
        assertThat(rows("wf_instance")).isEqualTo(instances);
    }

    @Test
    void anOperationOfAnEarlierVersionKeepsItsReply() throws Exception {
        long instance = leave();
        Command command = Command.onItem("submit", itemOf(instance), submit("old-1"));
        OperationReply first = engine.execute("zhao", command);
        first.version = 17;
        change("update wf_journal set sole = null, payload_hash = null where op_id = 'old-1'");
        engine.shell.transactions.required(() -> {
            new OperationLog(engine.shell.entityManager()).remember("default", null, "old-1", "zhao", null,
                    Idempotency.fingerprint("submit", "item " + command.workItemId(), command.request()), Instant.now(), first);
            return null;
        });
        assertThat(engine.execute("zhao", command).version).isEqualTo(17);
        refused(ErrorCode.DUPLICATE_OP, () -> engine.execute("li", command));
        OperationReply started = engine.execute("zhao", Command.create("start", leaveRequest(null)));
        refused(ErrorCode.DUPLICATE_OP, () -> engine.execute("zhao", Command.onItem("submit", started.itemsCreated.get(0).id, submit("old-1"))));
    }

    @Test
    void anIdThatIsForgottenIsNoneAnyMore() throws Exception {
        long instance = leave();
        Command command = Command.onItem("submit", itemOf(instance), submit("gone-1"));
        engine.execute("zhao", command);
        change("update wf_journal set sole = null, payload_hash = null where op_id = 'gone-1'");
        assertThat(engine.shell.journal.verify("default", instance).intact).isTrue();
        refused(ErrorCode.ILLEGAL_STATE, () -> engine.execute("zhao", command));
    }

    @Test
    void anOperationIdOfAnInstanceIsNoneOfADefinition() {
        long instance = leave();
        engine.execute("zhao", Command.onItem("submit", itemOf(instance), submit("both-1")));
        DeployRequest deploy = new DeployRequest();
        deploy.source = process("both").step("a", byStarter()).end().getBytes(StandardCharsets.UTF_8);
        deploy.opId = "both-1";
        refused(ErrorCode.DUPLICATE_OP, () -> engine.shell.attempts.of(Locale.ENGLISH,
                () -> engine.shell.definitions.deploy(engine.caller("admin"), deploy)));
    }

    @Test
    void ofManyWhoSendTheSameAtOnceOneActsAndAllGetItsReply() throws Exception {
        leave();
        StartRequest request = leaveRequest("at-once");
        long before = rows("wf_instance");
        List<CompletableFuture<Long>> replies = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(
                () -> engine.execute("zhao", Command.create("start", request)).instanceId)).toList();
        Set<Long> instances = new HashSet<>();
        replies.forEach(r -> instances.add(r.join()));
        assertThat(instances).hasSize(1);
        assertThat(rows("wf_instance")).isEqualTo(before + 1);
    }

    private static StartRequest leaveRequest(String opId) {
        StartRequest request = new StartRequest();
        request.definitionKey = "leave";
        request.opId = opId;
        return request;
    }

    @Test
    void anOperationIdIsNobodyElsesAndForNothingElse() {
        long instance = leave();
        long item = itemOf(instance);
        engine.execute("zhao", Command.onItem("submit", item, submit("op-2")));
        refused(ErrorCode.DUPLICATE_OP, () -> engine.execute("li", Command.onItem("submit", item, submit("op-2"))));
        SubmitRequest other = submit("op-2");
        other.opinion = "something else";
        refused(ErrorCode.DUPLICATE_OP, () -> engine.execute("zhao", Command.onItem("submit", item, other)));
    }

    @Test
    void aRefusedOperationIdMayBeTriedAgain() {
        long instance = leave();
        long item = itemOf(instance);
        refused(ErrorCode.NOT_FOUND, () -> engine.execute("qian", Command.onItem("submit", item, submit("op-3"))));
        assertThat(engine.execute("zhao", Command.onItem("submit", item, submit("op-3"))).itemsCreated).hasSize(1);
    }

    @Test
    void aVersionThatTheCallerNamesMustBeCurrent() {
        long instance = leave();
        SubmitRequest request = submit(null);
        request.expectedVersion = 99L;
        refused(ErrorCode.STALE_VERSION, () -> engine.execute("zhao", Command.onItem("submit", itemOf(instance), request)));
        request.expectedVersion = 1L;
        assertThat(engine.execute("zhao", Command.onItem("submit", itemOf(instance), request)).version).isEqualTo(2);
    }

    @Test
    void aPreviewTellsEverythingAndStoresNothing() throws Exception {
        long instance = leave();
        long[] before = counts();
        SubmitRequest request = submit("op-4");
        request.preview = true;
        OperationReply preview = engine.execute("zhao", Command.onItem("submit", itemOf(instance), request));
        assertThat(preview.preview).isTrue();
        assertThat(preview.itemsClosed).extracting(i -> i.state).containsExactly(WorkItemState.SUBMITTED);
        assertThat(preview.itemsCreated).extracting(i -> i.id, i -> i.owner.id).containsExactly(tuple(null, "li"));
        assertThat(preview.told).extracting(p -> p.id).containsExactly("li");
        assertThat(counts()).isEqualTo(before);
        request.preview = false;
        OperationReply done = engine.execute("zhao", Command.onItem("submit", itemOf(instance), request));
        assertThat(done.version).isEqualTo(preview.version);
        assertThat(done.itemsCreated.get(0).id).isNotNull();
    }

    @Test
    void aRefusalLeavesNoRow() throws Exception {
        long instance = leave();
        long item = itemOf(instance);
        long[] before = counts();
        refused(ErrorCode.NOT_FOUND, () -> engine.execute("qian", Command.onItem("submit", item, submit("op-5"))));
        refused(ErrorCode.TARGET_INVALID, () -> engine.execute("zhao", Command.onItem("return", item, new ReturnRequest())));
        SubmitRequest wrong = submit("op 6");
        refused(ErrorCode.INVALID_INPUT, () -> engine.execute("zhao", Command.onItem("submit", item, wrong)));
        SubmitRequest name = submit(null);
        name.variables = List.of(World.property("x", 1));
        name.variables.get(0).name = "java.lang";
        refused(ErrorCode.INVALID_INPUT, () -> engine.execute("zhao", Command.onItem("submit", item, name)));
        assertThat(counts()).isEqualTo(before);
    }

    private long[] counts() throws Exception {
        long[] counts = new long[TABLES.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = rows(TABLES.get(i));
        }
        return counts;
    }

    @Test
    void whatOneTenantHasDoesNotExistForAnother() {
        long instance = leave();
        long item = itemOf(instance);
        refused(ErrorCode.NOT_FOUND, () -> neighbour.execute("zhao", Command.onItem("submit", item, submit(null))));
        refused(ErrorCode.NOT_FOUND, () -> neighbour.shell.reading.instance(neighbour.caller("admin"), instance));
        TerminateRequest terminate = new TerminateRequest();
        terminate.reason = "no";
        refused(ErrorCode.NOT_FOUND, () -> neighbour.execute("admin", Command.onInstance("terminate", instance, terminate)));
        StartRequest start = new StartRequest();
        start.definitionKey = "leave";
        refused(ErrorCode.NOT_FOUND, () -> neighbour.execute("zhao", Command.create("start", start)));
        assertThat(neighbour.shell.lists.page(neighbour.caller("zhao"), WorkListKind.TODO, new WorkListFilter(null, null, null), null, null).items).isEmpty();
        assertThat(neighbour.shell.found.count(neighbour.caller("admin"), new InstanceFilter(null, null, null, null, null)).count).isZero();
    }

    @Test
    void theListsShowWhoseTurnItIsAndTheirCountsAgree() {
        engine.deploy(process("lists").step("draft", byStarter()).fork(line("legal", by("zhou")), line("pay", offeredToGroup("finance"))).end());
        WorkListFilter mine = new WorkListFilter("lists", null, null);
        for (int i = 0; i < 5; i++) {
            long instance = engine.start("qian", "lists", Map.of()).instanceId();
            engine.execute("qian", Command.onItem("submit", itemOf(instance), submit(null)));
        }
        var todo = engine.shell.lists.page(engine.caller("zhou"), WorkListKind.TODO, mine, null, 2);
        assertThat(todo.items).hasSize(2).allMatch(i -> i.nodeId.equals("legal") && i.starter.id.equals("qian"));
        var rest = engine.shell.lists.page(engine.caller("zhou"), WorkListKind.TODO, mine, todo.next, 200);
        assertThat(rest.items).hasSize(3).doesNotContainAnyElementsOf(todo.items);
        assertThat(rest.next).isNull();
        assertThat(engine.shell.lists.count(engine.caller("zhou"), WorkListKind.TODO, mine, false).count).isEqualTo(5);
        assertThat(engine.shell.lists.count(engine.caller("sun"), WorkListKind.CLAIMABLE, mine, false).count).isEqualTo(5);
        assertThat(engine.shell.lists.page(engine.caller("qian"), WorkListKind.DONE, mine, null, null).items).hasSize(5)
                .allMatch(i -> i.closedAt != null && i.state == WorkItemState.SUBMITTED);
        engine.execute("sun", Command.onItem("claim", engine.shell.lists.page(engine.caller("sun"), WorkListKind.CLAIMABLE, mine, null, 1)
                .items.get(0).id, new OperationRequest()));
        assertThat(engine.shell.lists.count(engine.caller("wang"), WorkListKind.CLAIMABLE, mine, false).count).isEqualTo(4);
        assertThat(engine.shell.lists.count(engine.caller("sun"), WorkListKind.TODO, mine, false).count).isEqualTo(1);
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.lists.page(engine.caller("sun"), WorkListKind.TODO, mine, "x!", null));
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.lists.page(engine.caller("sun"), WorkListKind.TODO, mine, null, -1));
    }

    @Test
    void theDoneListShowsANodeOfAnInstanceOnce() {
        engine.deploy(process("again").step("draft", byStarter()).step("review", by("li")).end());
        long instance = engine.start("zhao", "again", Map.of()).instanceId();
        engine.execute("zhao", Command.onItem("submit", itemOf(instance), submit(null)));
        engine.execute("li", Command.onItem("return", itemOf(instance), new ReturnRequest()));
        engine.execute("zhao", Command.onItem("submit", itemOf(instance), submit(null)));
        WorkListFilter mine = new WorkListFilter("again", null, null);
        assertThat(engine.shell.lists.count(engine.caller("zhao"), WorkListKind.DONE, mine, false).count).isEqualTo(1);
    }

    @Test
    void whatTheHolderSavesIsThereWhenHeOpensAndGoesInWhenHeSubmits() {
        long instance = leave();
        long item = itemOf(instance);
        OperationRequest draft = new OperationRequest();
        draft.opinion = "half done";
        draft.variables = List.of(World.property("note", "from the draft"));
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.items.save(engine.caller("zhao"), item, draft));
        OpenReply open = engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.items.open(engine.caller("zhao"), item));
        assertThat(open.opinionDraft).isEqualTo("half done");
        assertThat(open.workItem.state).isEqualTo(WorkItemState.OPENED);
        assertThat(open.operations).extracting(o -> o.name, o -> o.allowed).contains(
                tuple("submit", true), tuple("return", false));
        engine.execute("zhao", Command.onItem("submit", item, submit(null)));
        assertThat(engine.variable(instance, "note")).isEqualTo("from the draft");
        var entries = engine.shell.history.read(engine.caller("zhao"), engine.shell.reading.instance(engine.caller("zhao"), instance).image(),
                engine.shell.reading.instance(engine.caller("zhao"), instance).definition(), new SamplePeople(), new Sight("zhao", false, Set.of("CREATOR"))).entries;
        assertThat(entries).extracting(e -> e.operation, e -> e.opinion).containsExactly(
                tuple("start", null), tuple("submit", "half done"));
    }

    @Test
    void attachmentsBelongToThoseWhoWorkOnTheInstance() {
        long instance = leave();
        AttachRequest file = new AttachRequest();
        file.name = "proof.txt";
        file.content = "proof".getBytes(StandardCharsets.UTF_8);
        AttachmentInfo info = engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.attachments.attach(engine.caller("zhao"), instance, file));
        assertThat(engine.shell.attachments.get(engine.caller("zhao"), info.id).content).asString().isEqualTo("proof");
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.attachments.get(engine.caller("qian"), info.id));
        refused(ErrorCode.NOT_FOUND, () -> neighbour.shell.attachments.get(neighbour.caller("admin"), info.id));
        file.name = "../etc/passwd";
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.attachments.attach(engine.caller("zhao"), instance, file));
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.attachments.remove(engine.caller("zhao"), info.id, null));
        assertThat(engine.shell.attachments.list(engine.caller("zhao"), instance).attachments).isEmpty();
    }

    @Test
    void aClosedItemIsToldToThoseWhoMayKnowAndNotToOthers() {
        long instance = leave();
        long item = itemOf(instance);
        engine.execute("zhao", Command.onItem("submit", item, submit(null)));
        refused(ErrorCode.ILLEGAL_STATE, () -> engine.execute("zhao", Command.onItem("submit", item, submit(null))));
        refused(ErrorCode.NOT_FOUND, () -> engine.execute("qian", Command.onItem("submit", item, submit(null))));
    }

    @Test
    void previewReplyAndHistoryTellUntilWhenDelayedWorkWaits() {
        long instance = leave();
        Date moment = Date.from(engine.now().plus(Duration.ofDays(1)));
        SubmitRequest request = submit("wait-1");
        request.delayUntil = moment;
        request.preview = true;
        OperationReply preview = engine.execute("zhao", Command.onItem("submit", itemOf(instance), request));
        assertThat(preview.delayedUntil).isEqualTo(moment);
        assertThat(preview.itemsClosed).hasSize(1);
        assertThat(preview.itemsCreated).isEmpty();
        assertThat(engine.openItems(instance)).hasSize(1);
        request.preview = false;
        OperationReply reply = engine.execute("zhao", Command.onItem("submit", itemOf(instance), request));
        assertThat(reply.delayedUntil).isEqualTo(moment);
        var on = engine.shell.reading.instance(engine.caller("zhao"), instance);
        assertThat(engine.shell.history.read(engine.caller("zhao"), on.image(), on.definition(), on.directory(), on.sight()).entries).extracting(e -> e.delayedUntil).containsExactly(null, moment);
    }
}
