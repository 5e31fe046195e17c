package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.contract.WorkItemKind.ASSIST;
import static wf.contract.WorkItemKind.MAIN;
import static wf.contract.WorkItemState.READY;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.IdentityHolders;
import wf.contract.InstanceState;
import wf.contract.PutIdentityRequest;
import wf.contract.SubmitRequest;
import wf.contract.TerminateRequest;
import wf.contract.TransferRequest;
import wf.operation.Charter;
import wf.operation.Identity;
import wf.operation.Operations;

/** §1.2: a tenant says what identities may do, and has some of its own. On the core and on the store. */
public abstract class CharterScenarios {

    private Engine engine;
    private World wf;

    protected abstract Engine engine() throws Exception;

    @BeforeEach
    void anOrderIsUnderReview() throws Exception {
        engine = engine();
        wf = new World(engine);
        wf.deployed(process("order").step("draft", byStarter()).step("review", new Model.Who(by("li").attributes(),
                "<wf:field name=\"advice\" access=\"READ\" accessOf=\"LEGAL=WRITE\"/>")).step("pay", by("sun")).end()
                .replace("isExecutable=\"true\"", "isExecutable=\"true\" wf:monitors=\"group:finance, ${watcher}\""));
        wf.started("it", "order", "zhao");
        wf.actor("zhao").submits("draft", "watcher", "qian");
    }

    private void said(String code, Consumer<PutIdentityRequest> what) {
        PutIdentityRequest request = new PutIdentityRequest();
        what.accept(request);
        assertThat(engine.identity(code, request)).isNull();
    }

    /** As the product has it, and one more. */
    private static List<String> withMore(String code, String... more) {
        TreeSet<String> operations = new TreeSet<>(Charter.of(Operations.builtIn()).find(new Identity(code)).orElseThrow().operations());
        operations.addAll(List.of(more));
        return List.copyOf(operations);
    }

    private static List<String> without(String code, String less) {
        return withMore(code).stream().filter(o -> !o.equals(less)).toList();
    }

    /** Jurists, in a tenant that has such. */
    private void legalMay(String people, String definition, String... operations) {
        said("LEGAL", legal -> {
            legal.nameZh = "法务";
            legal.nameEn = "Legal";
            legal.priority = 450;
            legal.operations = List.of(operations);
            IdentityHolders holders = new IdentityHolders();
            holders.people = people;
            holders.definitionKey = definition;
            legal.holders = List.of(holders);
        });
    }

    private long itemAt(String node) {
        return engine.openItems(wf.currentInstance()).stream().filter(i -> i.node().equals(node)).findFirst().orElseThrow().id();
    }

    private ErrorCode transfers(String person, String to) {
        TransferRequest request = new TransferRequest();
        request.user = to;
        return engine.perform(person, "transfer", wf.currentInstance(), itemAt("review"), request).refused();
    }

    private ErrorCode submits(String person, SubmitRequest request) {
        return engine.perform(person, "submit", wf.currentInstance(), itemAt("review"), request).refused();
    }

    private ErrorCode terminates(String person) {
        TerminateRequest request = new TerminateRequest();
        request.reason = "enough";
        return engine.perform(person, "terminate", wf.currentInstance(), wf.currentInstance(), request).refused();
    }

    // ---- what comes with the product ----

    @Test
    void whatIsTakenFromAnIdentityItsHoldersMayNoLonger() {
        said("MAIN", main -> main.operations = without("MAIN", "transfer"));
        assertThat(transfers("li", "wang")).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(transfers("admin", "wang")).isNull();
        wf.actor("wang").submits("review");
        wf.expect().at("pay");
    }

    @Test
    void whatIsGivenToAnIdentityItsHoldersMayFromNowOn() {
        assertThat(transfers("zhao", "wang")).isEqualTo(ErrorCode.FORBIDDEN);
        said("CREATOR", creator -> creator.operations = withMore("CREATOR", "transfer"));
        assertThat(transfers("zhao", "wang")).isNull();
        wf.expect().has("review", "wang", MAIN, READY);
    }

    @Test
    void anAssistantWhoMaySubmitHandsInNothingAllTheSame() {
        said("ASSIST", assist -> assist.operations = withMore("ASSIST", "submit"));
        wf.actor("li").asksForHelp("review", true, "qian");
        wf.actor("qian").isRefused(ErrorCode.ILLEGAL_STATE).submits("review");
        wf.expect().has("review", "qian", ASSIST, READY);
        wf.actor("qian").answers("review");
        wf.actor("li").submits("review");
        wf.expect().at("pay");
    }

    @Test
    void whatANodeDeniesNoIdentityGrants() {
        wf.deployed(process("strict").step("draft", byStarter()).step("review", new Model.Who(by("li").attributes() + " wf:deny=\"transfer\"", "")).end());
        wf.started("strict", "strict", "zhao");
        wf.actor("zhao").submits("draft");
        said("CREATOR", creator -> creator.operations = withMore("CREATOR", "transfer"));
        assertThat(transfers("zhao", "wang")).isEqualTo(ErrorCode.NODE_POLICY);
    }

    // ---- monitors ----

    @Test
    void monitorsOfTheModelKnowOfAnInstanceAndMayWhatTheTenantGrantsThem() {
        assertThat(terminates("wang")).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(terminates("qian")).isEqualTo(ErrorCode.FORBIDDEN);
        said("MONITOR", monitor -> monitor.operations = withMore("MONITOR", "terminate"));
        assertThat(terminates("qian")).isNull();
        wf.expect().is(InstanceState.TERMINATED);
    }

    @Test
    void monitorsOfTheTenantWatchOverTheProcessesThatTheRuleNames() {
        wf.deployed(process("other").step("draft", byStarter()).step("review", by("li")).end());
        said("MONITOR", monitor -> {
            monitor.operations = withMore("MONITOR", "terminate");
            IdentityHolders holders = new IdentityHolders();
            holders.definitionKey = "order";
            holders.people = "zhou";
            monitor.holders = List.of(holders);
        });
        assertThat(terminates("zhou")).isNull();
        wf.started("other", "other", "zhao");
        wf.actor("zhao").submits("draft");
        assertThat(terminates("zhou")).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void anExpressionNamesMonitorsByTheDataOfTheInstance() {
        said("MONITOR", monitor -> monitor.operations = withMore("MONITOR", "terminate"));
        wf.started("another", "order", "zhao");
        wf.actor("zhao").submits("draft", "watcher", "zhao");
        assertThat(terminates("qian")).isEqualTo(ErrorCode.NOT_FOUND);
    }

    // ---- the tenant's own ----

    @Test
    void whoHoldsAnIdentityOfTheTenantMayWhatItGrantsAndNothingElse() {
        assertThat(transfers("li", "qian")).isNull();
        legalMay("post:legal", null, "transfer");
        assertThat(transfers("li", "wang")).isNull();
        assertThat(submits("li", new SubmitRequest())).isEqualTo(ErrorCode.FORBIDDEN);
        wf.expect().has("review", "wang", MAIN, READY);
    }

    @Test
    void anIdentityOfTheTenantIsHeldWhereItsRuleSaysSo() {
        wf.deployed(process("elsewhere").step("draft", byStarter()).end());
        legalMay("group:finance", "elsewhere", "transfer");
        assertThat(transfers("wang", "zhou")).isEqualTo(ErrorCode.FORBIDDEN);
        legalMay("group:finance", "order", "transfer");
        assertThat(transfers("wang", "zhou")).isNull();
    }

    @Test
    void whatAnyIdentityMayWriteIsTaken() {
        SubmitRequest request = new SubmitRequest();
        request.variables.add(World.property("advice", "yes"));
        legalMay("user:li", null, "urge");
        assertThat(submits("li", request)).isNull();
        wf.expect().at("pay").has("advice", "yes");
    }

    @Test
    void withoutTheIdentityTheSameFieldIsDropped() {
        wf.actor("li").submits("review", "advice", "yes");
        wf.expect().at("pay").has("advice", null);
    }
}
