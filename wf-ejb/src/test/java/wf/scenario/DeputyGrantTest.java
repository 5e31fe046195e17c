package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.command.Reading.Readable;
import wf.contract.AnswerDeputyRequest;
import wf.contract.ArrangementRequest;
import wf.contract.DeputyGrant;
import wf.contract.DeputyMode;
import wf.contract.DeputyReply;
import wf.contract.DeputyScope;
import wf.contract.DeputySide;
import wf.contract.DeputyState;
import wf.contract.ErrorCode;
import wf.contract.GrantDeputyRequest;
import wf.contract.HistoryEntry;
import wf.contract.ItemsReply;
import wf.contract.WorkItemPage;
import wf.contract.WorkListKind;
import wf.contract.WorkSelection;
import wf.query.WorkListFilter;
import wf.refusal.Refused;

/** U26 代办: naming deputies, accepting that, ending it, and who may. */
class DeputyGrantTest extends StoreTest {

    private World wf;

    @BeforeAll
    void deploy() {
        for (StoreEngine each : List.of(engine, neighbour)) {
            each.deploy(process("order").step("draft", byStarter()).step("review", by("li")).step("pay", offeredTo("wang", "sun")).end());
            each.deploy(process("other").step("draft", byStarter()).step("review", by("li")).end());
        }
    }

    @BeforeEach
    void anOrderIsUnderReview() throws Exception {
        change("delete from wf_deputy");
        engine.clock.advance(Duration.ofSeconds(10));
        wf = new World(engine);
        wf.started("it", "order", "zhao");
        wf.actor("zhao").submits("draft");
    }

    private static GrantDeputyRequest to(String deputy) {
        GrantDeputyRequest request = new GrantDeputyRequest();
        request.deputy = deputy;
        return request;
    }

    private GrantDeputyRequest to(String deputy, Duration from, Duration until) {
        GrantDeputyRequest request = to(deputy);
        request.from = Date.from(engine.now().plus(from));
        request.to = Date.from(engine.now().plus(until));
        return request;
    }

    private static GrantDeputyRequest of(String process, String node, GrantDeputyRequest request) {
        DeputyScope scope = new DeputyScope();
        scope.definitionKey = process;
        scope.nodeId = node;
        request.scopes.add(scope);
        return request;
    }

    private static GrantDeputyRequest transferring(GrantDeputyRequest request) {
        request.mode = DeputyMode.TRANSFER;
        return request;
    }

    private static GrantDeputyRequest toBeAccepted(GrantDeputyRequest request) {
        request.acceptance = true;
        return request;
    }

    private <T> T done(Supplier<T> work) {
        return engine.shell.attempts.of(Locale.ENGLISH, work);
    }

    private DeputyReply grants(String person, GrantDeputyRequest request) {
        return done(() -> engine.shell.deputyCommands.grant(engine.caller(person), request));
    }

    private DeputyGrant granted(String person, GrantDeputyRequest request) {
        return grants(person, request).grants.get(0);
    }

    private DeputyReply answers(String person, DeputyGrant grant, boolean accept) {
        AnswerDeputyRequest request = new AnswerDeputyRequest();
        request.accept = accept;
        return done(() -> engine.shell.deputyCommands.answer(engine.caller(person), grant.id, request));
    }

    private DeputyReply revokes(String person, DeputyGrant grant) {
        return done(() -> engine.shell.deputyCommands.revoke(engine.caller(person), grant.id, new ArrangementRequest()));
    }

    private List<String> listed(String person, DeputySide side) {
        return engine.shell.deputyCommands.list(engine.caller(person), side, null, null, null).grants.stream()
                .map(g -> g.principal.id + " by " + g.deputy.id + " " + g.state + (g.active ? " now" : "")).toList();
    }

    private static void isRefused(Supplier<?> act, ErrorCode code, String sentence) {
        assertThatThrownBy(act::get).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(code);
            assertThat(e.problem().message).contains(sentence);
        });
    }

    // ---- naming ----

    @Test
    void whoeverIsAwayNamesADeputyWhoThenActsForHim() {
        wf.actor("qian").inSteadOf("li").isRefused(ErrorCode.NOT_FOUND).submits("review");
        DeputyGrant grant = granted("li", to("qian"));
        assertThat(grant.active).isTrue();
        assertThat(grant.state).isEqualTo(DeputyState.ACCEPTED);
        wf.actor("qian").inSteadOf("li").submits("review");
        wf.expect().offered("pay");
        assertThat(listed("li", DeputySide.PRINCIPAL)).isEqualTo(listed("qian", DeputySide.DEPUTY)).containsExactly("li by qian ACCEPTED now");
        assertThat(listed("li", DeputySide.DEPUTY)).isEmpty();
    }

    @Test
    void aGrantCountsFromItsBeginToItsEndAndNotAMomentLonger() {
        granted("li", to("qian", Duration.ofHours(1), Duration.ofHours(2)));
        assertThat(listed("li", DeputySide.PRINCIPAL)).containsExactly("li by qian ACCEPTED");
        wf.actor("qian").inSteadOf("li").isRefused(ErrorCode.NOT_FOUND).submits("review");
        engine.clock.advance(Duration.ofHours(1));
        long item = engine.openItems(wf.currentInstance()).get(0).id();
        done(() -> engine.shell.items.open(engine.caller("qian"), item));
        engine.clock.advance(Duration.ofHours(1));
        wf.actor("qian").inSteadOf("li").isRefused(ErrorCode.FORBIDDEN).submits("review");
        wf.expect().at("review").todoOf("li");
    }

    @Test
    void severalStepsAreSeveralGrants() {
        DeputyReply reply = grants("li", of("other", null, of("order", "pay", to("qian"))));
        assertThat(reply.grants).extracting(g -> g.definitionKey + " " + g.nodeId).containsExactly("order pay", "other null");
        wf.actor("qian").inSteadOf("li").isRefused(ErrorCode.NOT_FOUND).submits("review");
        wf.started("b", "other", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("qian").inSteadOf("li").submits("review");
    }

    @Test
    void anAdministratorNamesADeputyForSomebodyAndNobodyElseDoes() {
        GrantDeputyRequest request = to("qian");
        request.principal = "li";
        isRefused(() -> grants("sun", request), ErrorCode.FORBIDDEN, "work.reassign");
        assertThat(granted("admin", request).grantedBy.id).isEqualTo("admin");
        wf.actor("qian").inSteadOf("li").submits("review");
    }

    @Test
    void aDeputyNamesNoDeputyForHisPrincipal() {
        granted("li", to("qian"));
        GrantDeputyRequest request = to("sun");
        request.principal = "li";
        isRefused(() -> grants("qian", request), ErrorCode.FORBIDDEN, "work.reassign");
        granted("qian", to("sun"));
        wf.actor("sun").inSteadOf("li").isRefused(ErrorCode.NOT_FOUND).submits("review");
    }

    // ---- what is refused ----

    @Test
    void nobodyStandsInForHimselfAndNobodyUnknownDoes() {
        isRefused(() -> grants("li", to("li")), ErrorCode.TARGET_INVALID, "Nobody stands in for himself");
        isRefused(() -> grants("li", to("nobody")), ErrorCode.NO_PARTICIPANT, "nobody");
        isRefused(() -> grants("li", to(" ")), ErrorCode.INVALID_INPUT, "deputy is missing");
        isRefused(() -> grants("li", to("x\0")), ErrorCode.INVALID_INPUT, "deputy");
    }

    @Test
    void aGrantLiesInTheTimeToComeAndEndsAfterItsBegin() {
        isRefused(() -> grants("li", to("qian", Duration.ofDays(-2), Duration.ofDays(-1))), ErrorCode.INVALID_INPUT, "from lies in the past");
        GrantDeputyRequest ended = to("qian");
        ended.to = Date.from(engine.now().minus(Duration.ofDays(1)));
        isRefused(() -> grants("li", ended), ErrorCode.INVALID_INPUT, "to lies in the past");
        isRefused(() -> grants("li", to("qian", Duration.ofDays(2), Duration.ofDays(1))), ErrorCode.INVALID_INPUT, "end before it begins");
    }

    @Test
    void whatIsGrantedAlreadyIsNotGrantedAgain() {
        granted("li", of("order", null, to("qian", Duration.ZERO, Duration.ofDays(2))));
        isRefused(() -> grants("li", to("qian", Duration.ofDays(1), Duration.ofDays(3))), ErrorCode.TARGET_INVALID, "qian is named for some of this work");
        isRefused(() -> grants("li", of("order", "review", of("order", null, to("sun")))), ErrorCode.TARGET_INVALID, "sun is named");
        granted("li", to("qian", Duration.ofDays(2), Duration.ofDays(3)));
        granted("li", of("other", null, to("qian", Duration.ZERO, Duration.ofDays(2))));
        granted("li", to("sun"));
    }

    @Test
    void theProcessAndTheStepMustBeThere() {
        isRefused(() -> grants("li", of("nothing", null, to("qian"))), ErrorCode.TARGET_INVALID, "no process nothing");
        isRefused(() -> grants("li", of("order", "nowhere", to("qian"))), ErrorCode.TARGET_INVALID, "nowhere");
        isRefused(() -> grants("li", of(null, "review", to("qian"))), ErrorCode.INVALID_INPUT, "definitionKey is missing");
    }

    @Test
    void workGoesToOnePersonAndNotOnFromHim() {
        granted("li", transferring(to("qian", Duration.ZERO, Duration.ofDays(2))));
        isRefused(() -> grants("li", transferring(to("sun", Duration.ofDays(1), Duration.ofDays(3)))), ErrorCode.TARGET_INVALID, "goes to qian");
        isRefused(() -> grants("wang", transferring(to("li", Duration.ofDays(1), Duration.ofDays(3)))), ErrorCode.TARGET_INVALID, "li gives his own work");
        isRefused(() -> grants("qian", transferring(to("wang"))), ErrorCode.TARGET_INVALID, "qian gets the work of li");
        granted("wang", transferring(to("li", Duration.ofDays(2), Duration.ofDays(3))));
        granted("qian", to("wang"));
    }

    // ---- accepting ----

    @Test
    void aGrantThatIsToBeAcceptedCountsOnceItIs() {
        DeputyGrant grant = granted("li", toBeAccepted(to("qian")));
        assertThat(grant.state).isEqualTo(DeputyState.PENDING);
        wf.actor("qian").inSteadOf("li").isRefused(ErrorCode.NOT_FOUND).submits("review");
        isRefused(() -> answers("li", grant, true), ErrorCode.FORBIDDEN, "Only qian");
        isRefused(() -> answers("sun", grant, true), ErrorCode.NOT_FOUND, "");
        assertThat(answers("qian", grant, true).grants.get(0).active).isTrue();
        isRefused(() -> answers("qian", grant, false), ErrorCode.ILLEGAL_STATE, "waits for no answer");
        wf.actor("qian").inSteadOf("li").submits("review");
    }

    @Test
    void whatTheDeputyDoesNotAcceptNeverCountsAndMayBeGrantedAnew() {
        DeputyGrant grant = granted("li", toBeAccepted(to("qian")));
        assertThat(answers("qian", grant, false).grants.get(0).state).isEqualTo(DeputyState.REFUSED);
        wf.actor("qian").inSteadOf("li").isRefused(ErrorCode.NOT_FOUND).submits("review");
        granted("li", to("qian"));
        wf.actor("qian").inSteadOf("li").submits("review");
    }

    // ---- ending ----

    @Test
    void eitherSideEndsAGrantAndNobodyElseKnowsOfIt() {
        DeputyGrant grant = granted("li", to("qian"));
        isRefused(() -> revokes("sun", grant), ErrorCode.NOT_FOUND, "");
        assertThat(revokes("li", grant).grants.get(0).state).isEqualTo(DeputyState.REVOKED);
        isRefused(() -> revokes("li", grant), ErrorCode.ILLEGAL_STATE, "over already");
        wf.actor("qian").inSteadOf("li").isRefused(ErrorCode.FORBIDDEN).submits("review");
        DeputyGrant again = granted("li", to("qian"));
        assertThat(revokes("qian", again).grants.get(0).revokedBy.id).isEqualTo("qian");
        assertThat(listed("li", DeputySide.PRINCIPAL)).containsExactly("li by qian REVOKED", "li by qian REVOKED");
    }

    @Test
    void grantsOfOneTenantAreNoneInAnother() {
        DeputyGrant grant = granted("li", to("qian"));
        isRefused(() -> neighbour.shell.attempts.of(Locale.ENGLISH, () -> neighbour.shell.deputyCommands.revoke(neighbour.caller("li"), grant.id, new ArrangementRequest())),
                ErrorCode.NOT_FOUND, "");
        assertThat(neighbour.shell.deputyCommands.list(neighbour.caller("li"), null, null, null, null).grants).isEmpty();
    }

    @Test
    void onlyAnAdministratorLooksAtTheGrantsOfOthers() {
        granted("li", to("qian"));
        isRefused(() -> engine.shell.deputyCommands.list(engine.caller("sun"), null, "li", null, null), ErrorCode.FORBIDDEN, "work.reassign");
        assertThat(engine.shell.deputyCommands.list(engine.caller("admin"), DeputySide.DEPUTY, "qian", null, null).grants).hasSize(1);
    }

    @Test
    void aListGoesOnWhereItsPageEnded() {
        List.of("qian", "sun", "wang").forEach(d -> granted("li", to(d)));
        var first = engine.shell.deputyCommands.list(engine.caller("li"), null, null, null, 2);
        assertThat(first.grants).extracting(g -> g.deputy.id).containsExactly("wang", "sun");
        var second = engine.shell.deputyCommands.list(engine.caller("li"), null, null, first.next, 2);
        assertThat(second.grants).extracting(g -> g.deputy.id).containsExactly("qian");
        assertThat(second.next).isNull();
    }

    // ---- once, and asking before ----

    @Test
    void theSameAgainActsOnceAndAPreviewNotAtAll() throws Exception {
        GrantDeputyRequest request = to("qian");
        request.preview = true;
        assertThat(granted("li", request).id).isNull();
        assertThat(rows("wf_deputy")).isZero();
        request.preview = false;
        request.opId = "grant-" + Instant.now().toEpochMilli();
        DeputyGrant first = granted("li", request);
        assertThat(granted("li", request).id).isEqualTo(first.id);
        assertThat(rows("wf_deputy")).isEqualTo(1);
        isRefused(() -> grants("sun", request), ErrorCode.DUPLICATE_OP, "");
    }

    @Test
    void aPreviewOfARevocationEndsNothing() {
        DeputyGrant grant = granted("li", to("qian"));
        ArrangementRequest request = new ArrangementRequest();
        request.preview = true;
        assertThat(done(() -> engine.shell.deputyCommands.revoke(engine.caller("li"), grant.id, request)).grants.get(0).state).isEqualTo(DeputyState.REVOKED);
        wf.actor("qian").inSteadOf("li").submits("review");
    }

    // ---- lists ----

    private List<String> todo(String person) {
        WorkListFilter all = new WorkListFilter(null, null, null);
        WorkItemPage page = engine.shell.lists.page(engine.caller(person), WorkListKind.TODO, all, null, 100);
        assertThat(engine.shell.lists.count(engine.caller(person), WorkListKind.TODO, all, true).count).isEqualTo(page.items.size());
        return page.items.stream().filter(i -> i.instanceId == wf.currentInstance())
                .map(i -> i.nodeId + " of " + i.owner.id + (i.onBehalfOf == null ? "" : " for " + i.onBehalfOf.id)).toList();
    }

    @Test
    void theTodoListOfADeputyShowsTheWorkThatHeMayDoAndThePrincipalSeesItStill() {
        assertThat(todo("qian")).isEmpty();
        DeputyGrant grant = granted("li", of("order", "review", to("qian")));
        assertThat(todo("qian")).containsExactly("review of li for li");
        assertThat(todo("li")).containsExactly("review of li");
        granted("li", of("other", null, to("sun")));
        granted("li", toBeAccepted(to("wang")));
        assertThat(todo("sun")).isEmpty();
        assertThat(todo("wang")).isEmpty();
        revokes("li", grant);
        assertThat(todo("qian")).isEmpty();
    }

    @Test
    void aListOfADeputyGoesOnWhereItsPageEnded() {
        granted("li", to("qian"));
        wf.started("b", "order", "zhao");
        wf.actor("zhao").submits("draft");
        wf.started("c", "order", "qian");
        WorkListFilter all = new WorkListFilter("order", null, null);
        List<Long> whole = engine.shell.lists.page(engine.caller("qian"), WorkListKind.TODO, all, null, 100).items.stream().map(i -> i.id).toList();
        WorkItemPage first = engine.shell.lists.page(engine.caller("qian"), WorkListKind.TODO, all, null, 2);
        WorkItemPage second = engine.shell.lists.page(engine.caller("qian"), WorkListKind.TODO, all, first.next, 100);
        assertThat(Stream.concat(first.items.stream(), second.items.stream()).map(i -> i.id).toList()).isEqualTo(whole);
    }

    // ---- work that goes to the deputy ----

    @Test
    void theJournalSaysWhyWorkWentToTheDeputyAndThePrincipalStillSeesIt() {
        DeputyGrant grant = granted("li", transferring(to("qian")));
        wf.started("b", "order", "zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().at("review").todoOf("qian").noTodoOf("li");
        Readable read = engine.shell.reading.instance(engine.caller("li"), wf.currentInstance());
        List<HistoryEntry> entries = engine.shell.history.read(engine.caller("li"), read.image(), read.definition(), read.directory(), read.sight()).entries;
        assertThat(entries.get(entries.size() - 1).forwarded).extracting(f -> f.principal.id + " to " + f.deputy.id + " by " + f.grantId)
                .containsExactly("li to qian by " + grant.id);
    }

    @Test
    void aRevokedGrantSendsNoMoreWork() {
        DeputyGrant grant = granted("li", transferring(of("order", "review", to("qian"))));
        revokes("qian", grant);
        wf.started("b", "order", "zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().at("review").todoOf("li");
    }

    @Test
    void aGrantSendsWorkFromItsBeginToItsEnd() {
        granted("li", transferring(to("qian", Duration.ofHours(1), Duration.ofHours(2))));
        for (String expected : List.of("li", "qian", "li")) {
            wf.started("b", "order", "zhao");
            wf.actor("zhao").submits("draft");
            wf.expect().at("review").todoOf(expected);
            engine.clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    void whatLiesThereAlreadyGoesToTheDeputyOnRequest() {
        DeputyGrant grant = granted("li", transferring(of("order", null, to("qian"))));
        wf.expect().at("review").todoOf("li");
        isRefused(() -> engine.shell.replacements.transferToDeputy(engine.caller("qian"), grant.id, new WorkSelection()), ErrorCode.NOT_FOUND, "");
        WorkSelection preview = new WorkSelection();
        preview.preview = true;
        assertThat(engine.shell.replacements.transferToDeputy(engine.caller("li"), grant.id, preview).done).isPositive();
        wf.expect().at("review").todoOf("li");
        ItemsReply reply = engine.shell.replacements.transferToDeputy(engine.caller("li"), grant.id, new WorkSelection());
        assertThat(reply.refused).isZero();
        assertThat(reply.items).filteredOn(i -> i.instanceId == wf.currentInstance()).extracting(i -> i.newItemId).doesNotContainNull().hasSize(1);
        wf.expect().at("review").todoOf("qian").noTodoOf("li");
    }

    @Test
    void byAGrantToActNoWorkGoesToTheDeputy() {
        DeputyGrant grant = granted("li", to("qian"));
        isRefused(() -> engine.shell.replacements.transferToDeputy(engine.caller("li"), grant.id, new WorkSelection()), ErrorCode.ILLEGAL_STATE, "no work goes");
    }
}
