package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wf.access.Caller;
import wf.command.Command;
import wf.command.Reading.Readable;
import wf.contract.CategoryRequest;
import wf.contract.CreateCategoryRequest;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.FormMode;
import wf.contract.HistoryEntry;
import wf.contract.IdentityHolders;
import wf.contract.IdentityInfo;
import wf.contract.MoveDefinitionRequest;
import wf.contract.OpenReply;
import wf.contract.OperationInfo;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.PutIdentityRequest;
import wf.contract.RenameCategoryRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.TransferRequest;
import wf.contract.UrgeRequest;
import wf.org.DeputyRow;
import wf.refusal.Refused;
import wf.rule.Evaluation;
import wf.rule.Expressions;
import wf.runtime.Facts;

/** §1.2: what an administrator says about identities, what is refused of it, and how it is seen. */
class CharterTest extends StoreTest {

    private World wf;
    private static long lastGrant;

    @BeforeAll
    void deploy() {
        for (StoreEngine each : List.of(engine, neighbour)) {
            each.deploy(order());
        }
    }

    private static String order() {
        return process("order").step("draft", byStarter()).step("review", new Model.Who(by("li").attributes() + " wf:deny=\"addSign\"", "<wf:field name=\"price\" type=\"INTEGER\" access=\"WRITE\"/>"))
                    .step("pay", by("sun")).end().replace("isExecutable=\"true\"", "isExecutable=\"true\" wf:monitors=\"group:finance\"");
    }

    @BeforeEach
    void nothingIsSaid() throws Exception {
        change("delete from wf_identity");
        change("delete from wf_deputy");
        engine.clock.advance(Duration.ofMinutes(31));
        wf = new World(engine);
        wf.started("it", "order", "zhao");
        wf.actor("zhao").submits("draft");
    }

    private <T> T done(Supplier<T> work) {
        return engine.shell.attempts.of(Locale.ENGLISH, work);
    }

    private DefinitionReply put(String person, String code, Consumer<PutIdentityRequest> what) {
        PutIdentityRequest request = new PutIdentityRequest();
        what.accept(request);
        return done(() -> engine.shell.identities.put(engine.caller(person), code, request));
    }

    private void reset(String code) {
        done(() -> engine.shell.identities.reset(engine.caller("admin"), code, new DefinitionRequest()));
    }

    private IdentityInfo identity(String code) {
        return engine.shell.identities.get(engine.caller("admin"), code);
    }

    private List<String> codes() {
        return engine.shell.identities.list(engine.caller("admin")).identities.stream().map(i -> i.code).toList();
    }

    private static void refused(ErrorCode code, String sentence, Supplier<?> act) {
        assertThatThrownBy(act::get).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(code);
            assertThat(e.problem().message).contains(sentence).doesNotContain("{0", "{1", "Exception");
        });
    }

    private static void legal(PutIdentityRequest request) {
        request.nameZh = "法务";
        request.nameEn = "Legal";
        request.priority = 450;
        request.operations = List.of("transfer");
        request.holders = List.of(holders("post:legal, user:qian"));
    }

    private static IdentityHolders holders(String people) {
        IdentityHolders holders = new IdentityHolders();
        holders.people = people;
        return holders;
    }

    private List<String> with(String code, String... more) {
        List<String> operations = new ArrayList<>(identity(code).operations);
        operations.addAll(List.of(more));
        return operations;
    }

    private List<String> without(String code, String less) {
        return identity(code).operations.stream().filter(o -> !o.equals(less)).toList();
    }

    private long itemAt(String node) {
        return engine.openItems(wf.currentInstance()).stream().filter(i -> i.node().equals(node)).findFirst().orElseThrow().id();
    }

    private OpenReply opened(String person) {
        return done(() -> engine.shell.items.open(engine.caller(person), itemAt("review")));
    }

    private static Map<String, OperationInfo> buttons(OpenReply reply) {
        return reply.operations.stream().collect(Collectors.toMap(o -> o.name, o -> o));
    }

    private OperationReply transferred(String person, String to, String principal) {
        TransferRequest request = new TransferRequest();
        request.user = to;
        request.onBehalfOf = principal;
        return engine.execute(person, Command.onItem("transfer", itemAt("review"), request));
    }

    // ---- saying it ----

    @Test
    void untilSomethingIsSaidTheyAreAsTheProductHasThem() {
        assertThat(codes()).containsExactly("MAIN", "SIGN", "ADDSIGN", "ASSIST", "CANDIDATE", "SENDER", "CREATOR", "HANDLED", "MONITOR", "READER", "DEPUTY", "MANAGER");
        IdentityInfo main = identity("MAIN");
        assertThat(main.operations).contains("submit", "transfer");
        assertThat(main.builtIn).isTrue();
        assertThat(main.changed).isFalse();
        assertThat(main.name).isEqualTo("Main handler");
        assertThat(main.nameZh).isEqualTo("主办");
    }

    @Test
    void whatIsSaidCanBeReadAndTakenBack() {
        put("admin", "MAIN", main -> {
            main.operations = without("MAIN", "assist");
            main.nameEn = "Clerk";
        });
        IdentityInfo main = identity("MAIN");
        assertThat(main.operations).contains("submit").doesNotContain("assist");
        assertThat(main.name).isEqualTo("Clerk");
        assertThat(main.nameZh).isEqualTo("主办");
        assertThat(main.changed).isTrue();
        put("admin", "LEGAL", CharterTest::legal);
        assertThat(codes()).contains("LEGAL");
        assertThat(identity("LEGAL").mode).isEqualTo(FormMode.READ);
        assertThat(identity("LEGAL").holders).extracting(h -> h.people).containsExactly("post:legal, user:qian");
        put("admin", "LEGAL", request -> request.priority = 451);
        assertThat(identity("LEGAL").operations).containsExactly("transfer");
        reset("MAIN");
        reset("LEGAL");
        assertThat(identity("MAIN").changed).isFalse();
        assertThat(identity("MAIN").operations).contains("assist");
        assertThat(codes()).doesNotContain("LEGAL");
    }

    @Test
    void aPreviewStoresNothingAndTheSameIdStoresOnce() {
        assertThat(put("admin", "LEGAL", r -> {
            legal(r);
            r.preview = true;
        }).identities).extracting(i -> i.code + " " + i.priority).containsExactly("LEGAL 450");
        assertThat(codes()).doesNotContain("LEGAL");
        Consumer<PutIdentityRequest> once = r -> {
            legal(r);
            r.opId = "put-" + wf.currentInstance();
        };
        DefinitionReply first = put("admin", "LEGAL", once);
        reset("LEGAL");
        assertThat(put("admin", "LEGAL", once)).usingRecursiveComparison().isEqualTo(first);
        assertThat(codes()).as("the second call did nothing").doesNotContain("LEGAL");
        refused(ErrorCode.DUPLICATE_OP, "", () -> put("admin", "LEGAL", r -> {
            once.accept(r);
            r.priority = 460;
        }));
    }

    @Test
    void onlyAdministratorsReadAndChangeThem() {
        refused(ErrorCode.FORBIDDEN, "administrator", () -> put("li", "MAIN", r -> r.priority = 1300));
        refused(ErrorCode.FORBIDDEN, "administrator", () -> engine.shell.identities.list(engine.caller("li")));
        refused(ErrorCode.FORBIDDEN, "administrator", () -> engine.shell.identities.get(engine.caller("li"), "MAIN"));
        refused(ErrorCode.FORBIDDEN, "administrator", () -> engine.shell.identities.reset(engine.caller("li"), "MAIN", new DefinitionRequest()));
    }

    @Test
    void anotherTenantKeepsItsOwn() {
        put("admin", "MAIN", main -> main.operations = without("MAIN", "transfer"));
        put("admin", "LEGAL", CharterTest::legal);
        Caller there = neighbour.caller("admin");
        assertThat(neighbour.shell.identities.get(there, "MAIN").operations).contains("transfer");
        assertThat(neighbour.shell.identities.list(there).identities).extracting(i -> i.code).doesNotContain("LEGAL");
    }

    // ---- what is refused ----

    @ParameterizedTest
    @CsvSource({"MAIN, submit", "SIGN, countersignSubmit", "ADDSIGN, countersignSubmit", "ASSIST, assistSubmit", "CANDIDATE, claim", "MAIN, resumeItem", "CREATOR, resumeInstance"})
    void nothingIsTakenWithoutWhichWorkWouldLieStill(String code, String operation) {
        refused(ErrorCode.INVALID_INPUT, operation, () -> put("admin", code, r -> r.operations = without(code, operation)));
    }

    @ParameterizedTest
    @CsvSource({"fly", "start", "supplementBranch", "retryIncident", "Submit"})
    void whatIsNoOperationOrNobodysToGrantIsRefused(String operation) {
        refused(ErrorCode.INVALID_INPUT, "\"" + operation + "\"", () -> put("admin", "CREATOR", r -> r.operations = with("CREATOR", operation)));
    }

    @Test
    void whoNamesNoOperationIsToldThoseThatCanBeGranted() {
        refused(ErrorCode.INVALID_INPUT, "These can: ", () -> put("admin", "CREATOR", r -> r.operations = with("CREATOR", "fly")));
        assertThatThrownBy(() -> put("admin", "CREATOR", r -> r.operations = with("CREATOR", "fly"))).isInstanceOfSatisfying(Refused.class, e -> {
            String[] named = e.problem().message.replaceAll(".*: |\\.$", "").split(", ");
            assertThat(named).contains("transfer", "urge", "circulate", "submit").doesNotContain("start", "retryIncident", "fly");
        });
    }

    @ParameterizedTest
    @CsvSource({"claim, CANDIDATE", "takeBack, HANDLED", "supplement, SENDER", "withdraw, CREATOR"})
    void whatIsAboutSomebodysOwnDoingGoesToNobodyElse(String operation, String whose) {
        refused(ErrorCode.INVALID_INPUT, whose, () -> put("admin", "READER", r -> r.operations = with("READER", operation)));
    }

    @Test
    void prioritiesAreForOneEach() {
        refused(ErrorCode.ILLEGAL_STATE, "MAIN has it", () -> put("admin", "LEGAL", r -> {
            legal(r);
            r.priority = identity("MAIN").priority;
        }));
        refused(ErrorCode.INVALID_INPUT, "9999", () -> put("admin", "MAIN", r -> r.priority = 0));
        refused(ErrorCode.INVALID_INPUT, "9999", () -> put("admin", "MAIN", r -> r.priority = 10_000));
        int creator = identity("CREATOR").priority;
        put("admin", "CREATOR", r -> r.priority = creator + 1);
        put("admin", "LEGAL", r -> {
            legal(r);
            r.priority = creator;
        });
        refused(ErrorCode.ILLEGAL_STATE, "LEGAL has it", () -> {
            reset("CREATOR");
            return null;
        });
    }

    @Test
    void whoeverHoldsWorkFillsInItsForm() {
        refused(ErrorCode.INVALID_INPUT, "FILL", () -> put("admin", "MAIN", r -> r.mode = FormMode.READ));
        refused(ErrorCode.INVALID_INPUT, "must weigh less", () -> put("admin", "READER", r -> r.priority = 5_000));
        put("admin", "READER", r -> {
            r.priority = 5_000;
            r.mode = FormMode.FILL;
        });
        assertThat(codes().get(0)).isEqualTo("READER");
    }

    @Test
    void whatDeputiesAndAdministratorsMayCannotBeSaid() {
        refused(ErrorCode.INVALID_INPUT, "DEPUTY may do follows from whom it stands for", () -> put("admin", "DEPUTY", r -> r.operations = List.of("urge")));
        refused(ErrorCode.INVALID_INPUT, "MANAGER may do follows from administering", () -> put("admin", "MANAGER", r -> r.operations = List.of("")));
        put("admin", "MANAGER", r -> r.priority = 150);
    }

    @Test
    void identitiesOfTheTenantNeedNamesAndACode() {
        refused(ErrorCode.INVALID_INPUT, "nameEn", () -> put("admin", "LEGAL", r -> {
            legal(r);
            r.nameEn = null;
        }));
        refused(ErrorCode.INVALID_INPUT, "priority", () -> put("admin", "LEGAL", r -> r.nameZh = "法务"));
        refused(ErrorCode.INVALID_INPUT, "There is no identity NOSUCH.", () -> put("admin", "NOSUCH", r -> r.priority = 5));
        for (String code : List.of("legal", "ANYBODY", "LE GAL", "AB", "X".repeat(21))) {
            refused(ErrorCode.INVALID_INPUT, "capital letters", () -> put("admin", code, CharterTest::legal));
        }
        refused(ErrorCode.NOT_FOUND, "GET /identities", () -> {
            reset("NOBODY");
            return null;
        });
        refused(ErrorCode.NOT_FOUND, "ANYBODY", () -> identity("ANYBODY"));
    }

    @Test
    void rulesForHoldersMustBeAbleToMeanSomebody() {
        refused(ErrorCode.INVALID_INPUT, "holders.people", () -> put("admin", "LEGAL", r -> {
            legal(r);
            r.holders = List.of(new IdentityHolders(), about(null, "order", null));
        }));
        refused(ErrorCode.INVALID_INPUT, "group:", () -> put("admin", "MONITOR", r -> r.holders = List.of(holders("team:x"))));
        refused(ErrorCode.INVALID_INPUT, "expression", () -> put("admin", "MONITOR", r -> r.holders = List.of(holders("${a b"))));
        refused(ErrorCode.NOT_FOUND, "nowhere", () -> put("admin", "MONITOR", r -> r.holders = List.of(about("zhou", "nowhere", null))));
        refused(ErrorCode.NOT_FOUND, "No/Where", () -> put("admin", "MONITOR", r -> r.holders = List.of(about("zhou", null, "No/Where"))));
        refused(ErrorCode.INVALID_INPUT, "MONITOR", () -> put("admin", "MAIN", r -> r.holders = List.of(holders("zhou"))));
    }

    private static IdentityHolders about(String people, String definition, String category) {
        IdentityHolders holders = holders(people);
        holders.definitionKey = definition;
        holders.category = category;
        return holders;
    }

    // ---- how it is seen ----

    @Test
    void openTellsWhatARealCallAnswers() {
        assertThat(buttons(opened("zhao"))).doesNotContainKey("transfer");
        put("admin", "CREATOR", r -> r.operations = with("CREATOR", "transfer", "addSign"));
        Map<String, OperationInfo> creator = buttons(opened("zhao"));
        assertThat(creator.get("transfer").allowed).isTrue();
        assertThat(creator.get("addSign").allowed).isFalse();
        assertThat(creator.get("addSign").code).isEqualTo(ErrorCode.NODE_POLICY);
        assertThat(transferred("zhao", "wang", null).itemsCreated).hasSize(1);
        put("admin", "MAIN", r -> r.operations = without("MAIN", "transfer"));
        assertThat(buttons(opened("wang"))).doesNotContainKey("transfer").containsKey("submit");
        refused(ErrorCode.FORBIDDEN, "", () -> transferred("wang", "li", null));
    }

    @Test
    void whatReadersAndThoseWhoHaveHandledItAreGrantedCountsForTheRealCallToo() {
        wf.actor("li").submits("review");
        SubmitRequest nothing = new SubmitRequest();
        refused(ErrorCode.FORBIDDEN, "", () -> engine.execute("li", Command.onItem("submit", itemAt("pay"), nothing)));
        put("admin", "HANDLED", r -> r.operations = with("HANDLED", "submit"));
        OpenReply open = done(() -> engine.shell.items.open(engine.caller("li"), itemAt("pay")));
        assertThat(open.identities).contains("HANDLED");
        assertThat(buttons(open).get("submit").allowed).isTrue();
        OperationRequest preview = new SubmitRequest();
        preview.preview = true;
        assertThat(engine.execute("li", Command.onItem("submit", itemAt("pay"), preview)).itemsClosed).hasSize(1);
        engine.execute("li", Command.onItem("submit", itemAt("pay"), nothing));
        assertThat(history().get(history().size() - 1).identities).containsExactly("HANDLED");
    }

    private List<HistoryEntry> history() {
        Readable read = engine.shell.reading.instance(engine.caller("admin"), wf.currentInstance());
        return engine.shell.history.read(engine.caller("admin"), read.image(), read.definition(), read.directory(), read.sight()).entries;
    }

    @Test
    void theJournalNamesTheIdentityOfTheTenantByWhichItWasDone() {
        put("admin", "LEGAL", CharterTest::legal);
        OpenReply open = opened("qian");
        assertThat(open.identities).containsExactly("LEGAL");
        assertThat(open.role).isEqualTo("Legal");
        transferred("qian", "wang", null);
        assertThat(history()).extracting(e -> e.operation + " " + e.identities + " " + e.asAdmin).endsWith("transfer [LEGAL] false");
    }

    @Test
    void theWeightiestIdentitySaysHowSomebodyIsShownAndTheFormIsHisWhereItIsToBeFilledIn() {
        put("admin", "LEGAL", CharterTest::legal);
        assertThat(opened("li").identities).containsExactly("MAIN", "LEGAL");
        put("admin", "LEGAL", r -> {
            r.priority = 5_000;
            r.mode = FormMode.FILL;
        });
        OpenReply holder = opened("li");
        assertThat(holder.identities).containsExactly("LEGAL", "MAIN");
        assertThat(holder.role).isEqualTo("Legal");
        assertThat(holder.mode).isEqualTo(FormMode.FILL);
        OpenReply other = opened("qian");
        assertThat(other.mode).isEqualTo(FormMode.FILL);
        assertThat(other.fields).extracting(f -> f.name).contains("price");
    }

    @Test
    void monitorsSeeAndUrgeAndNothingElse() {
        OpenReply open = opened("zhou");
        assertThat(open.identities).containsExactly("MONITOR");
        assertThat(open.mode).isEqualTo(FormMode.READ);
        assertThat(open.operations).extracting(o -> o.name + " " + o.allowed).containsExactly("urge true");
        UrgeRequest urge = new UrgeRequest();
        urge.workItemIds = List.of(itemAt("review"));
        assertThat(done(() -> engine.shell.urging.urge(engine.caller("zhou"), wf.currentInstance(), urge)).told).extracting(p -> p.id).containsExactly("li");
        put("admin", "MONITOR", r -> r.operations = List.of(" "));
        assertThat(opened("zhou").operations).isEmpty();
        engine.clock.advance(Duration.ofMinutes(31));
        refused(ErrorCode.FORBIDDEN, "", () -> done(() -> engine.shell.urging.urge(engine.caller("zhou"), wf.currentInstance(), urge)));
        refused(ErrorCode.NOT_FOUND, "", () -> opened("qian"));
    }

    @Test
    void whomExpressionsNameIsAskedInTheTimeOfTheCommandAndNeverForTheEngine() {
        engine.deploy(process("watched").step("draft", byStarter()).step("review", by("li")).end()
                .replace("isExecutable=\"true\"", "isExecutable=\"true\" wf:monitors=\"${watcher}\""));
        wf.started("watched", "watched", "zhao");
        wf.actor("zhao").submits("draft", "watcher", "qian");
        Readable read = engine.shell.reading.instance(engine.caller("admin"), wf.currentInstance());
        AtomicInteger asked = new AtomicInteger();
        Expressions usedUp = (Expressions) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Expressions.class}, (proxy, method, arguments) -> {
            asked.incrementAndGet();
            return Evaluation.failed("no time is left");
        });
        Facts facts = (Facts) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Facts.class},
                (proxy, method, arguments) -> method.getName().equals("actor") ? read.directory().member("qian").orElseThrow() : usedUp);
        assertThat(done(() -> engine.shell.situations.mayRead(Caller.engine(engine.tenant), facts, read.image()))).isFalse();
        assertThat(asked).hasValue(0);
        assertThat(done(() -> engine.shell.situations.mayRead(engine.caller("qian"), facts, read.image()))).isFalse();
        assertThat(asked).hasValue(1);
        assertThat(done(() -> engine.shell.reading.open(engine.caller("qian"), wf.currentInstance())).identities).containsExactly("MONITOR");
    }

    @Test
    void nobodyWatchesOverADraft() {
        StartRequest draft = new StartRequest();
        draft.definitionKey = "order";
        draft.draft = true;
        long instance = engine.execute("zhao", Command.create("start", draft)).instanceId;
        refused(ErrorCode.NOT_FOUND, "", () -> engine.shell.reading.open(engine.caller("zhou"), instance));
    }

    @Test
    void aRuleForACategoryCountsForWhatStandsBelowItToo() {
        CreateCategoryRequest category = new CreateCategoryRequest();
        category.path = "Sales/Orders";
        done(() -> engine.shell.categoryCommands.create(engine.caller("admin"), category));
        put("admin", "LEGAL", r -> {
            legal(r);
            r.holders = List.of(about("user:qian", null, "Sales"));
        });
        refused(ErrorCode.NOT_FOUND, "", () -> opened("qian"));
        MoveDefinitionRequest move = new MoveDefinitionRequest();
        move.category = "Sales/Orders";
        done(() -> engine.shell.categoryCommands.moveDefinition(engine.caller("admin"), "order", move));
        engine.clock.advance(Duration.ofSeconds(5));
        assertThat(opened("qian").identities).containsExactly("LEGAL");
        RenameCategoryRequest rename = new RenameCategoryRequest();
        rename.path = "Sales";
        rename.name = "Trade";
        done(() -> engine.shell.categoryCommands.rename(engine.caller("admin"), rename));
        engine.clock.advance(Duration.ofSeconds(5));
        assertThat(identity("LEGAL").holders).extracting(h -> h.category).containsExactly("Trade");
        assertThat(opened("qian").identities).containsExactly("LEGAL");
    }

    @Test
    void aCategoryThatARuleNamesIsNotDeleted() {
        CreateCategoryRequest category = new CreateCategoryRequest();
        category.path = "Audited";
        done(() -> engine.shell.categoryCommands.create(engine.caller("admin"), category));
        put("admin", "LEGAL", r -> {
            legal(r);
            r.holders = List.of(about("user:qian", null, "Audited"));
        });
        CategoryRequest delete = new CategoryRequest();
        delete.path = "Audited";
        refused(ErrorCode.ILLEGAL_STATE, "LEGAL", () -> done(() -> engine.shell.categoryCommands.delete(engine.caller("admin"), delete)));
        put("admin", "LEGAL", r -> {
            legal(r);
            r.holders = List.of(about("user:qian", null, null));
        });
        assertThat(done(() -> engine.shell.categoryCommands.delete(engine.caller("admin"), delete)).categories).hasSize(1);
    }

    @Test
    void aRuleForACategoryCountsWhereANewVersionPutsTheProcess() {
        CreateCategoryRequest category = new CreateCategoryRequest();
        category.path = "Later";
        done(() -> engine.shell.categoryCommands.create(engine.caller("admin"), category));
        put("admin", "LEGAL", r -> {
            legal(r);
            r.holders = List.of(about("user:qian", null, "Later"));
        });
        refused(ErrorCode.NOT_FOUND, "", () -> opened("qian"));
        DeployRequest deploy = new DeployRequest();
        deploy.source = order().getBytes(StandardCharsets.UTF_8);
        deploy.category = "Later";
        done(() -> engine.shell.definitions.deploy(engine.caller("admin"), deploy));
        engine.clock.advance(Duration.ofSeconds(5));
        assertThat(opened("qian").identities).containsExactly("LEGAL");
    }

    // ---- deputies ----

    private void standsInForLi(String deputy) {
        DeputyRow row = new DeputyRow();
        row.tenant = engine.tenant;
        row.id = ++lastGrant;
        row.principal = "li";
        row.deputy = deputy;
        row.validFrom = engine.now().minus(Duration.ofDays(1));
        row.validTo = engine.now().plus(Duration.ofDays(1));
        engine.shell.transactions.required(() -> {
            engine.shell.em.persist(row);
            return null;
        });
    }

    @Test
    void aDeputyKeepsWhatHeIsHimself() {
        standsInForLi("zhao");
        OpenReply reply = opened("zhao");
        assertThat(reply.identities).containsExactly("MAIN", "SENDER", "CREATOR", "HANDLED", "DEPUTY");
        assertThat(reply.mode).isEqualTo(FormMode.FILL);
        Map<String, OperationInfo> buttons = buttons(reply);
        assertThat(buttons.get("submit").onBehalfOf).isEqualTo("li");
        assertThat(buttons.get("submit").allowed).isTrue();
        assertThat(buttons.get("urge").onBehalfOf).isNull();
        assertThat(buttons.get("urge").allowed).isTrue();
        assertThat(buttons.get("withdraw").onBehalfOf).isNull();
        for (OperationInfo button : reply.operations) {
            assertThat(reply.operations.stream().filter(o -> o.name.equals(button.name))).as(button.name).hasSize(1);
        }
    }

    @Test
    void whatADeputyMayAsHimselfHeNeedNotDoForAnybody() {
        standsInForLi("qian");
        put("admin", "LEGAL", CharterTest::legal);
        Map<String, OperationInfo> buttons = buttons(opened("qian"));
        assertThat(buttons.get("transfer").onBehalfOf).isNull();
        assertThat(buttons.get("submit").onBehalfOf).isEqualTo("li");
        transferred("qian", "wang", null);
        assertThat(history()).extracting(e -> e.operation + " " + e.identities).endsWith("transfer [LEGAL]");
    }
}
