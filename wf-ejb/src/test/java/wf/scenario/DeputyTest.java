package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.command.Reading.Readable;
import wf.contract.ErrorCode;
import wf.contract.FormMode;
import wf.contract.HistoryEntry;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.ProcessInfoFormat;
import wf.contract.SubmitRequest;
import wf.contract.TransferRequest;
import wf.contract.WithdrawRequest;
import wf.contract.WorkListKind;
import wf.instance.WorkItem;
import wf.org.DeputyRow;
import wf.query.WorkListFilter;
import wf.refusal.Refused;

/** 代办: somebody stands in for another while a grant lasts, on that one's work, and both are seen to have had a part in it. */
class DeputyTest extends StoreTest {

    private static long lastId;
    private World wf;

    @BeforeAll
    void deploy() {
        for (StoreEngine each : List.of(engine, neighbour)) {
            each.deploy(process("order").step("draft", byStarter())
                    .step("review", new Model.Who(by("li").attributes(), "<wf:field name=\"price\" type=\"INTEGER\" access=\"REQUIRED\"/>"))
                    .step("pay", offeredTo("wang", "sun")).step("file", by("li")).end());
            each.deploy(process("other").step("draft", byStarter()).step("review", by("li")).end());
        }
    }

    @BeforeEach
    void anOrderIsUnderReview() throws Exception {
        change("delete from wf_deputy");
        wf = new World(engine);
        wf.started("it", "order", "zhao");
        wf.actor("zhao").submits("draft");
    }

    private DeputyRow granted(StoreEngine on, String principal, String deputy) {
        return granted(on, principal, deputy, null, null);
    }

    private DeputyRow granted(StoreEngine on, String principal, String deputy, String process, String node) {
        DeputyRow row = new DeputyRow();
        row.tenant = on.tenant;
        row.id = ++lastId;
        row.principal = principal;
        row.deputy = deputy;
        row.defKey = process;
        row.nodeId = node;
        row.validFrom = on.now().minus(Duration.ofDays(1));
        row.validTo = on.now().plus(Duration.ofDays(1));
        on.shell.transactions.required(() -> {
            on.shell.em.persist(row);
            return null;
        });
        return row;
    }

    private void revoked(DeputyRow grant) {
        Instant now = engine.now();
        engine.shell.transactions.required(() -> engine.shell.em.createQuery("update DeputyRow d set d.revokedAt = :now where d.tenant = :tenant and d.id = :id")
                .setParameter("now", now).setParameter("tenant", grant.tenant).setParameter("id", grant.id).executeUpdate());
    }

    private <T> T done(Supplier<T> work) {
        return engine.shell.attempts.of(Locale.ENGLISH, work);
    }

    private List<HistoryEntry> history(String reader) {
        Readable read = engine.shell.reading.instance(engine.caller(reader), wf.currentInstance());
        return engine.shell.history.read(engine.caller(reader), read.image(), read.definition(), read.directory(), read.sight()).entries;
    }

    private WorkItem itemOf(String person) {
        return engine.stored(wf.currentInstance()).items().stream().filter(i -> person.equals(i.owner())).findFirst().orElseThrow();
    }

    private OpenReply opened(String person, long item) {
        return done(() -> engine.shell.items.open(engine.caller(person), item));
    }

    private Supplier<OperationReply> performing(String person, String operation, long item, OperationRequest request) {
        return () -> engine.execute(person, Command.onItem(operation, item, request));
    }

    private static <R extends OperationRequest> R inSteadOf(String principal, R request) {
        request.onBehalfOf = principal;
        return request;
    }

    private static void isRefused(Supplier<?> act, ErrorCode code, String sentence) {
        assertThatThrownBy(act::get).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(code);
            assertThat(e.problem().message).contains(sentence);
        });
    }

    // ---- acting ----

    @Test
    void aDeputySubmitsForHisPrincipal() {
        granted(engine, "li", "qian");
        wf.actor("qian").inSteadOf("li").submits("review", "price", 7);
        wf.expect().offered("pay").has("price", 7L);
    }

    @Test
    void bothPeopleAreInTheHistoryAndInTheProcessInformation() {
        granted(engine, "li", "qian");
        wf.actor("qian").inSteadOf("li").submits("review", "price", 7);
        HistoryEntry last = history("zhao").get(history("zhao").size() - 1);
        assertThat(last.actor.id + " for " + last.onBehalfOf.id + " as " + last.identities).isEqualTo("qian for li as [DEPUTY]");
        assertThat(last.asAdmin).isFalse();
        String sheet = engine.shell.processInfos.format(engine.caller("zhao"), wf.currentInstance(), ProcessInfoFormat.XML, null, "en").content;
        assertThat(sheet).contains("qian").contains("onBehalfOf=\"li\"");
    }

    @Test
    void whatADeputyDidIsDoneByHisPrincipalAndComesBackToHim() {
        granted(engine, "li", "qian");
        wf.actor("qian").inSteadOf("li").submits("review", "price", 7);
        WorkListFilter all = new WorkListFilter(null, null, null);
        assertThat(engine.shell.lists.page(engine.caller("li"), WorkListKind.DONE, all, null, null).items).extracting(i -> i.instanceId)
                .contains(wf.currentInstance());
        wf.actor("wang").claims("pay");
        wf.actor("wang").returns("pay");
        wf.expect().at("review").todoOf("li");
    }

    @Test
    void whoGetsWorkFromHisOwnDeputyIsTold() {
        granted(engine, "li", "qian");
        wf.actor("qian").inSteadOf("li").submits("review", "price", 7);
        wf.actor("wang").claims("pay");
        granted(engine, "wang", "qian");
        OperationReply reply = performing("qian", "submit", itemOf("wang").id(), inSteadOf("wang", new SubmitRequest())).get();
        assertThat(reply.told).extracting(p -> p.id).containsExactly("li");
    }

    @Test
    void aDeputyClaimsForHisPrincipalAndTakesBackForHim() {
        granted(engine, "li", "qian");
        granted(engine, "sun", "qian");
        wf.actor("qian").inSteadOf("li").submits("review", "price", 7);
        wf.actor("qian").inSteadOf("li").takesBack("review");
        wf.expect().at("review").todoOf("li");
        wf.actor("qian").inSteadOf("li").submits("review", "price", 8);
        wf.actor("qian").inSteadOf("sun").claims("pay");
        wf.expect().todoOf("sun");
    }

    @Test
    void aDeputyKeepsADraftAndHisPrincipalSubmitsIt() {
        granted(engine, "li", "qian");
        OperationRequest draft = inSteadOf("li", new OperationRequest());
        draft.opinion = "looks good";
        draft.variables.add(World.property("price", 9));
        long item = itemOf("li").id();
        done(() -> engine.shell.items.save(engine.caller("qian"), item, draft));
        assertThat(opened("li", item).opinionDraft).isEqualTo("looks good");
        wf.actor("li").submits("review");
        wf.expect().has("price", 9L);
    }

    // ---- not acting ----

    @Test
    void aDeputySubmittingAfterHisGrantEndedIsRefused() {
        DeputyRow grant = granted(engine, "li", "qian");
        engine.clock.advance(Duration.between(engine.now(), grant.validTo));
        isRefused(performing("qian", "submit", itemOf("li").id(), inSteadOf("li", new SubmitRequest())), ErrorCode.FORBIDDEN, "no longer are a deputy of li");
        wf.expect().at("review").todoOf("li");
    }

    @Test
    void aDeputyWhoseGrantWasRevokedIsRefusedAtOnce() {
        DeputyRow grant = granted(engine, "li", "qian");
        OpenReply before = opened("qian", itemOf("li").id());
        revoked(grant);
        isRefused(performing("qian", "submit", before.workItem.id, inSteadOf("li", new SubmitRequest())), ErrorCode.FORBIDDEN, "no longer");
        isRefused(() -> opened("qian", before.workItem.id), ErrorCode.NOT_FOUND, "");
    }

    @Test
    void aGrantToComeIsNoneYet() {
        granted(engine, "li", "qian", "other", null);
        engine.shell.transactions.required(() -> engine.shell.em.createQuery("update DeputyRow d set d.defKey = null, d.validFrom = d.validTo").executeUpdate());
        wf.actor("qian").inSteadOf("li").isRefused(ErrorCode.NOT_FOUND).submits("review", "price", 7);
        wf.actor("zhao").inSteadOf("li").isRefused(ErrorCode.FORBIDDEN).submits("review", "price", 7);
    }

    @Test
    void aDeputyCannotTransfer() {
        granted(engine, "li", "qian");
        TransferRequest request = inSteadOf("li", new TransferRequest());
        request.user = "sun";
        isRefused(performing("qian", "transfer", itemOf("li").id(), request), ErrorCode.FORBIDDEN, "A deputy of li may not do this");
        wf.expect().todoOf("li");
    }

    @Test
    void aDeputyActsOnWorkAndNotOnTheInstance() {
        granted(engine, "zhao", "qian");
        WithdrawRequest request = inSteadOf("zhao", new WithdrawRequest());
        isRefused(() -> engine.execute("zhou", Command.onInstance("withdraw", wf.currentInstance(), inSteadOf("zhao", new WithdrawRequest()))),
                ErrorCode.FORBIDDEN, "on work items only");
        isRefused(() -> engine.execute("qian", Command.onInstance("withdraw", wf.currentInstance(), request)), ErrorCode.FORBIDDEN, "on work items only");
    }

    @Test
    void aGrantForOneProcessOrStepCountsThereOnly() {
        granted(engine, "li", "qian", "other", null);
        granted(engine, "li", "sun", "order", "file");
        wf.actor("qian").inSteadOf("li").isRefused(ErrorCode.NOT_FOUND).submits("review", "price", 7);
        wf.actor("sun").inSteadOf("li").isRefused(ErrorCode.NOT_FOUND).submits("review", "price", 7);
        granted(engine, "li", "qian", "order", "review");
        wf.actor("qian").inSteadOf("li").submits("review", "price", 7);
        wf.actor("wang").claims("pay");
        wf.actor("wang").submits("pay");
        wf.actor("sun").inSteadOf("li").submits("file");
        wf.started("b", "other", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("qian").inSteadOf("li").submits("review");
    }

    @Test
    void aDeputyOfADeputyIsNone() {
        granted(engine, "li", "qian");
        granted(engine, "qian", "sun");
        wf.actor("sun").inSteadOf("li").isRefused(ErrorCode.NOT_FOUND).submits("review", "price", 7);
        wf.actor("sun").inSteadOf("qian").isRefused(ErrorCode.NOT_FOUND).submits("review", "price", 7);
        isRefused(() -> opened("sun", itemOf("li").id()), ErrorCode.NOT_FOUND, "");
        wf.expect().at("review").todoOf("li");
    }

    @Test
    void whatThePrincipalAdministersIsNotHisDeputysToUse() {
        granted(engine, "admin", "qian");
        wf.actor("qian").inSteadOf("admin").isRefused(ErrorCode.NOT_FOUND).submits("review", "price", 7);
    }

    @Test
    void aGrantOfOneTenantIsNoneInAnother() {
        World there = new World(neighbour);
        there.started("there", "order", "zhao");
        there.actor("zhao").submits("draft");
        granted(neighbour, "li", "qian");
        there.actor("qian").inSteadOf("li").submits("review", "price", 7);
        wf.actor("qian").inSteadOf("li").isRefused(ErrorCode.NOT_FOUND).submits("review", "price", 7);
        isRefused(() -> opened("qian", itemOf("li").id()), ErrorCode.NOT_FOUND, "");
    }

    // ---- looking ----

    @Test
    void aDeputyOpensTheWorkOfHisPrincipalAsTheOneWhoDoesIt() {
        granted(engine, "li", "qian");
        OpenReply reply = opened("qian", itemOf("li").id());
        assertThat(reply.identities).containsExactly("MAIN", "DEPUTY");
        assertThat(reply.mode).isEqualTo(FormMode.FILL);
        assertThat(reply.workItem.owner.id).isEqualTo("li");
        assertThat(reply.operations).extracting(o -> o.name).contains("submit", "assist", "save").doesNotContain("transfer", "circulate", "withdraw");
        assertThat(reply.fields).extracting(f -> f.name).containsExactly("price");
    }

    @Test
    void aDeputyReadsTheInstanceWhileHisPrincipalHasWorkThere() {
        granted(engine, "li", "qian");
        assertThat(history("qian")).isNotEmpty();
        wf.actor("qian").inSteadOf("li").submits("review", "price", 7);
        isRefused(() -> history("qian"), ErrorCode.NOT_FOUND, "");
    }

    @Test
    void theSameAgainGivesTheFirstReply() {
        granted(engine, "li", "qian");
        SubmitRequest request = inSteadOf("li", new SubmitRequest());
        request.opId = "deputy-" + wf.currentInstance();
        request.variables.add(World.property("price", 1));
        long item = itemOf("li").id();
        OperationReply first = performing("qian", "submit", item, request).get();
        OperationReply again = performing("qian", "submit", item, request).get();
        assertThat(again.version).isEqualTo(first.version);
        assertThat(again.told).extracting(p -> p.id).isEqualTo(first.told.stream().map(p -> p.id).toList());
        request.onBehalfOf = null;
        isRefused(performing("qian", "submit", item, request), ErrorCode.DUPLICATE_OP, "");
    }
}
