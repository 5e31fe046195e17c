package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static wf.scenario.Model.by;
import static wf.scenario.Model.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.CategoryRequest;
import wf.contract.CopyRequest;
import wf.contract.CreateCategoryRequest;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DefinitionState;
import wf.contract.DeployRequest;
import wf.contract.ElementChangeKind;
import wf.contract.ErrorCode;
import wf.contract.MoveCategoryRequest;
import wf.contract.MoveDefinitionRequest;
import wf.contract.PutIdentityRequest;
import wf.contract.RenameCategoryRequest;
import wf.contract.ModelProblem;
import wf.contract.Severity;
import wf.contract.StartRequest;
import wf.refusal.Refused;

/** D4 to D7: versions and what became of them, categories, copies, and models that nobody is to execute. */
class DefinitionTest extends StoreTest {

    private static final List<String> TABLES = List.of("wf_definition", "wf_definition_source", "wf_category", "wf_operation");
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A key, and a category, that no other test uses. */
    private String key;
    private String top;

    @BeforeEach
    void newNames() {
        key = "d" + COUNT.incrementAndGet();
        top = "T" + COUNT.incrementAndGet();
    }

    private static void refused(ErrorCode code, Supplier<?> act) {
        assertThatThrownBy(act::get).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(code);
            assertThat(e.problem().message).isNotBlank().doesNotContain("{", "Exception");
        });
    }

    private DefinitionReply deploy(String model, String category) {
        DeployRequest request = new DeployRequest();
        request.source = model.getBytes(StandardCharsets.UTF_8);
        request.category = category;
        return write(() -> engine.shell.definitions.deploy(engine.caller("admin"), request));
    }

    private DefinitionInfo deployed(String model, String category) {
        return deploy(model, category).definitions.get(0);
    }

    private static String model(String key) {
        return process(key).step("review", by("li")).end();
    }

    private DefinitionReply write(Supplier<DefinitionReply> act) {
        return engine.shell.attempts.of(Locale.ENGLISH, act);
    }

    private DefinitionReply theirs(Supplier<DefinitionReply> act) {
        return neighbour.shell.attempts.of(Locale.ENGLISH, act);
    }

    private void release(DefinitionInfo version) {
        write(() -> engine.shell.definitions.release(engine.caller("admin"), version.id, new DefinitionRequest()));
    }

    private DefinitionReply create(String path) {
        CreateCategoryRequest request = new CreateCategoryRequest();
        request.path = path;
        return write(() -> engine.shell.categoryCommands.create(engine.caller("admin"), request));
    }

    private DefinitionReply rename(String path, String name) {
        RenameCategoryRequest request = new RenameCategoryRequest();
        request.path = path;
        request.name = name;
        return write(() -> engine.shell.categoryCommands.rename(engine.caller("admin"), request));
    }

    private DefinitionReply move(String path, String parent, Integer order) {
        MoveCategoryRequest request = new MoveCategoryRequest();
        request.path = path;
        request.parent = parent;
        request.order = order;
        return write(() -> engine.shell.categoryCommands.move(engine.caller("admin"), request));
    }

    private DefinitionReply delete(String path) {
        CategoryRequest request = new CategoryRequest();
        request.path = path;
        return write(() -> engine.shell.categoryCommands.delete(engine.caller("admin"), request));
    }

    private DefinitionReply moveDefinition(String definitionKey, String category) {
        MoveDefinitionRequest request = new MoveDefinitionRequest();
        request.category = category;
        return write(() -> engine.shell.categoryCommands.moveDefinition(engine.caller("admin"), definitionKey, request));
    }

    private DefinitionReply copy(long id, CopyRequest request) {
        return write(() -> engine.shell.definitions.copy(engine.caller("admin"), id, request));
    }

    private static CopyRequest as(String key, String name) {
        CopyRequest request = new CopyRequest();
        request.key = key;
        request.name = name;
        return request;
    }

    /** The paths at and below a category, in the order of the tree. */
    private List<String> tree(String path) {
        return engine.shell.categories.list(engine.caller("zhao")).categories.stream().map(c -> c.path)
                .filter(p -> p.equals(path) || p.startsWith(path + "/")).toList();
    }

    private List<String> keysIn(String category) {
        return engine.shell.definitionReading.list(engine.caller("admin"), false, category).definitions.stream().map(d -> d.key).toList();
    }

    private String source(long id, String asKey) {
        return new String(engine.shell.definitionReading.source(engine.caller("zhao"), id, asKey, null).source, StandardCharsets.UTF_8);
    }

    private long[] counts() throws Exception {
        long[] counts = new long[TABLES.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = rows(TABLES.get(i));
        }
        return counts;
    }

    @Test
    void theNewestVersionIsKnownAndTheNewestThatMayBeStarted() {
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.definitionReading.newest(engine.caller("zhao"), key, false));
        DefinitionInfo first = deployed(model(key), null);
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.definitionReading.newest(engine.caller("zhao"), key, true));
        release(first);
        deployed(model(key), null);
        assertThat(engine.shell.definitionReading.newest(engine.caller("zhao"), key, false).version).isEqualTo(2);
        assertThat(engine.shell.definitionReading.newest(engine.caller("zhao"), key, true).version).isEqualTo(1);
        assertThat(engine.shell.definitionReading.versions(engine.caller("zhao"), key).definitions)
                .extracting(d -> d.version, d -> d.state)
                .containsExactly(tuple(2, DefinitionState.DRAFT), tuple(1, DefinitionState.RELEASED));
    }

    @Test
    void twoVersionsTellWhatBecameOfTheProcess() {
        DefinitionInfo first = deployed(model(key), null);
        DefinitionInfo second = deployed(process(key).step("review", by("wang")).step("pay", by("sun")).end(), null);
        var difference = engine.shell.definitionReading.difference(engine.caller("zhao"), first.id, second.id);
        assertThat(difference.before.version).isEqualTo(1);
        assertThat(difference.after.version).isEqualTo(2);
        assertThat(difference.elements).filteredOn(c -> c.elementType.equals("userTask")).extracting(c -> c.kind, c -> c.elementId)
                .containsExactly(tuple(ElementChangeKind.ADDED, "pay"), tuple(ElementChangeKind.CHANGED, "review"));
        var back = engine.shell.definitionReading.difference(engine.caller("zhao"), second.id, first.id);
        assertThat(back.elements).filteredOn(c -> c.elementType.equals("userTask")).extracting(c -> c.kind, c -> c.elementId)
                .containsExactly(tuple(ElementChangeKind.REMOVED, "pay"), tuple(ElementChangeKind.CHANGED, "review"));
        assertThat(engine.shell.definitionReading.difference(engine.caller("zhao"), first.id, first.id).elements).isEmpty();
    }

    @Test
    void categoriesAreATreeInTheOrderThatWasAskedFor() {
        assertThat(create(top + "/Leave/Short").categories).extracting(c -> c.path, c -> c.name, c -> c.parent).containsExactly(
                tuple(top, top, null), tuple(top + "/Leave", "Leave", top), tuple(top + "/Leave/Short", "Short", top + "/Leave"));
        create(top + "/Expenses");
        assertThat(tree(top)).containsExactly(top, top + "/Leave", top + "/Leave/Short", top + "/Expenses");
        move(top + "/Expenses", top, -1);
        assertThat(tree(top)).containsExactly(top, top + "/Expenses", top + "/Leave", top + "/Leave/Short");
        refused(ErrorCode.ILLEGAL_STATE, () -> create(top + " / Leave"));
    }

    @Test
    void aCategoryNamedAtDeploymentIsCreatedAndListedWithThoseBelowIt() {
        DefinitionReply reply = deploy(model(key), top + "/Leave");
        assertThat(reply.categories).extracting(c -> c.path, c -> c.definitions).containsExactly(tuple(top, 0), tuple(top + "/Leave", 1));
        assertThat(reply.definitions.get(0).category).isEqualTo(top + "/Leave");
        assertThat(keysIn(top)).containsExactly(key);
        assertThat(keysIn(top + "/Leave")).containsExactly(key);
        assertThat(keysIn(top + "/Lea")).isEmpty();
        assertThat(engine.shell.definitionReading.list(engine.caller("zhao"), true, top).definitions).isEmpty();
    }

    @Test
    void allVersionsOfADefinitionStandInOneCategory() {
        deployed(model(key), top + "/A");
        assertThat(deployed(model(key), null).category).isEqualTo(top + "/A");
        deployed(model(key), top + "/B");
        assertThat(engine.shell.definitionReading.versions(engine.caller("zhao"), key).definitions)
                .extracting(d -> d.category).containsOnly(top + "/B");
        assertThat(moveDefinition(key, top + "/C").definitions).hasSize(3).extracting(d -> d.category).containsOnly(top + "/C");
        assertThat(engine.shell.definitionReading.versions(engine.caller("zhao"), key).definitions)
                .extracting(d -> d.category).containsOnly(top + "/C");
        moveDefinition(key, null);
        assertThat(keysIn(top)).isEmpty();
        assertThat(tree(top)).containsExactly(top, top + "/A", top + "/B", top + "/C");
    }

    @Test
    void whatStandsBelowACategoryComesAlong() {
        deployed(model(key), top + "/Leave/Short");
        DefinitionReply renamed = rename(top + "/Leave", "Absence");
        assertThat(renamed.definitions).extracting(d -> d.key, d -> d.category).containsExactly(tuple(key, top + "/Absence/Short"));
        assertThat(tree(top)).containsExactly(top, top + "/Absence", top + "/Absence/Short");
        create(top + "/HR");
        move(top + "/Absence", top + "/HR", null);
        assertThat(tree(top)).containsExactly(top, top + "/HR", top + "/HR/Absence", top + "/HR/Absence/Short");
        assertThat(keysIn(top + "/HR")).containsExactly(key);
        move(top + "/HR/Absence", null, null);
        assertThat(keysIn("Absence")).contains(key);
        rename("Absence", "Absence of " + top);
        assertThat(keysIn("Absence of " + top + "/Short")).containsExactly(key);
    }

    @Test
    void aCategoryInUseIsKept() {
        deployed(model(key), top + "/Leave");
        refused(ErrorCode.ILLEGAL_STATE, () -> delete(top + "/Leave"));
        refused(ErrorCode.ILLEGAL_STATE, () -> delete(top));
        moveDefinition(key, null);
        refused(ErrorCode.ILLEGAL_STATE, () -> delete(top));
        delete(top + "/Leave");
        delete(top);
        assertThat(tree(top)).isEmpty();
        refused(ErrorCode.NOT_FOUND, () -> delete(top));
    }

    @Test
    void whatIsWrongWithACategoryIsSaid() {
        create(top + "/A/B");
        create(top + "/C");
        refused(ErrorCode.INVALID_INPUT, () -> create(null));
        refused(ErrorCode.INVALID_INPUT, () -> create(" "));
        refused(ErrorCode.INVALID_INPUT, () -> create(top + "//A"));
        refused(ErrorCode.INVALID_INPUT, () -> create("/" + top));
        refused(ErrorCode.INVALID_INPUT, () -> create(top + "\n"+ "x"));
        refused(ErrorCode.INVALID_INPUT, () -> create(top + "\0"));
        refused(ErrorCode.INVALID_INPUT, () -> create("x".repeat(401)));
        refused(ErrorCode.INVALID_INPUT, () -> rename(top + "/A", "x/y"));
        refused(ErrorCode.INVALID_INPUT, () -> rename(top + "/A", null));
        refused(ErrorCode.INVALID_INPUT, () -> rename(top, "x".repeat(399)));
        refused(ErrorCode.ILLEGAL_STATE, () -> rename(top + "/A", "C"));
        refused(ErrorCode.NOT_FOUND, () -> rename(top + "/Z", "C"));
        refused(ErrorCode.NOT_FOUND, () -> move(top + "/A", top + "/Z", null));
        refused(ErrorCode.TARGET_INVALID, () -> move(top + "/A", top + "/A/B", null));
        refused(ErrorCode.TARGET_INVALID, () -> move(top, top, null));
        refused(ErrorCode.INVALID_INPUT, () -> deploy(model(key), "a//b"));
        refused(ErrorCode.NOT_FOUND, () -> moveDefinition("no_such_key", top));
        refused(ErrorCode.INVALID_INPUT, () -> moveDefinition("no_such_key", "/"));
    }

    @Test
    void aTextFromTheTimeWhenAnyWasTakenIsACategoryToo() throws Exception {
        deployed(model(key), null);
        change("update wf_definition set category_path = ' " + top + " //Leave/' where def_key = '" + key + "'");
        assertThat(keysIn(top)).containsExactly(key);
        assertThat(tree(top)).containsExactly(top, top + "/Leave");
        rename(top + "/Leave", "Absence");
        assertThat(tree(top)).containsExactly(top, top + "/Absence");
        assertThat(engine.shell.definitionReading.versions(engine.caller("zhao"), key).definitions)
                .extracting(d -> d.category).containsExactly(top + "/Absence");
    }

    @Test
    void aPreviewOfAnyOfItStoresNothing() throws Exception {
        DefinitionInfo version = deployed(model(key), top + "/A");
        long[] before = counts();
        CreateCategoryRequest create = new CreateCategoryRequest();
        create.path = top + "/B";
        create.preview = true;
        assertThat(write(() -> engine.shell.categoryCommands.create(engine.caller("admin"), create)).categories).hasSize(1);
        RenameCategoryRequest rename = new RenameCategoryRequest();
        rename.path = top;
        rename.name = top + "x";
        rename.preview = true;
        DefinitionReply renamed = write(() -> engine.shell.categoryCommands.rename(engine.caller("admin"), rename));
        assertThat(renamed.preview).isTrue();
        assertThat(renamed.definitions).extracting(d -> d.category).containsExactly(top + "x/A");
        MoveDefinitionRequest move = new MoveDefinitionRequest();
        move.category = top + "/C";
        move.preview = true;
        assertThat(write(() -> engine.shell.categoryCommands.moveDefinition(engine.caller("admin"), key, move)).categories).hasSize(1);
        CopyRequest copy = as(key + "_copy", "Copy");
        copy.preview = true;
        assertThat(copy(version.id, copy).definitions).extracting(d -> d.key, d -> d.version).containsExactly(tuple(key + "_copy", 1));
        assertThat(counts()).isEqualTo(before);
        assertThat(tree(top)).containsExactly(top, top + "/A");
        assertThat(keysIn(top + "/A")).containsExactly(key);
    }

    @Test
    void theSameOperationIdActsOnce() throws Exception {
        CreateCategoryRequest request = new CreateCategoryRequest();
        request.path = top;
        request.opId = "once-" + top;
        write(() -> engine.shell.categoryCommands.create(engine.caller("admin"), request));
        long[] before = counts();
        assertThat(write(() -> engine.shell.categoryCommands.create(engine.caller("admin"), request)).categories)
                .extracting(c -> c.path).containsExactly(top);
        assertThat(counts()).isEqualTo(before);
        request.path = top + "/other";
        refused(ErrorCode.DUPLICATE_OP, () -> write(() -> engine.shell.categoryCommands.create(engine.caller("admin"), request)));
    }

    @Test
    void onlyAdministratorsChangeDefinitionsAndTheirCategories() {
        DefinitionInfo version = deployed(model(key), null);
        create(top);
        CategoryRequest named = new CategoryRequest();
        named.path = top;
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.categoryCommands.delete(engine.caller("zhao"), named));
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.categoryCommands.create(engine.caller("zhao"), new CreateCategoryRequest()));
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.categoryCommands.rename(engine.caller("zhao"), new RenameCategoryRequest()));
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.categoryCommands.move(engine.caller("zhao"), new MoveCategoryRequest()));
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.categoryCommands.moveDefinition(engine.caller("zhao"), key, new MoveDefinitionRequest()));
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.definitions.copy(engine.caller("zhao"), version.id, as("x", null)));
    }

    @Test
    void aNeighbourHasOtherCategoriesAndOtherDefinitions() {
        DefinitionInfo ours = deployed(model(key), top);
        assertThat(neighbour.shell.categories.list(neighbour.caller("admin")).categories).extracting(c -> c.path).doesNotContain(top);
        refused(ErrorCode.NOT_FOUND, () -> neighbour.shell.definitionReading.difference(neighbour.caller("admin"), ours.id, ours.id));
        refused(ErrorCode.NOT_FOUND, () -> neighbour.shell.definitionReading.source(neighbour.caller("admin"), ours.id, "x", null));
        refused(ErrorCode.NOT_FOUND, () -> neighbour.shell.definitionReading.newest(neighbour.caller("admin"), key, false));
        refused(ErrorCode.NOT_FOUND, () -> theirs(() -> neighbour.shell.definitions.copy(neighbour.caller("admin"), ours.id, as("x", null))));
        refused(ErrorCode.NOT_FOUND, () -> theirs(() -> neighbour.shell.categoryCommands.moveDefinition(neighbour.caller("admin"), key, new MoveDefinitionRequest())));
        CategoryRequest request = new CategoryRequest();
        request.path = top;
        refused(ErrorCode.NOT_FOUND, () -> theirs(() -> neighbour.shell.categoryCommands.delete(neighbour.caller("admin"), request)));
        CreateCategoryRequest create = new CreateCategoryRequest();
        create.path = top;
        theirs(() -> neighbour.shell.categoryCommands.create(neighbour.caller("admin"), create));
        RenameCategoryRequest rename = new RenameCategoryRequest();
        rename.path = top;
        rename.name = top + "theirs";
        theirs(() -> neighbour.shell.categoryCommands.rename(neighbour.caller("admin"), rename));
        assertThat(keysIn(top)).containsExactly(key);
    }

    @Test
    void anExportIsTheFileAsItWasDeployedOrTheSameUnderAnotherKey() {
        String model = model(key);
        DefinitionInfo version = deployed(model, null);
        assertThat(source(version.id, null)).isEqualTo(model);
        String other = source(version.id, key + "_b");
        assertThat(other).contains("id=\"" + key + "_b\"").doesNotContain("id=\"" + key + "\"");
        DefinitionInfo imported = deployed(other, null);
        assertThat(imported.key).isEqualTo(key + "_b");
        assertThat(engine.shell.definitionReading.difference(engine.caller("zhao"), version.id, imported.id).elements).isEmpty();
        refused(ErrorCode.INVALID_INPUT, () -> source(version.id, "not a key"));
        refused(ErrorCode.INVALID_INPUT, () -> source(version.id, ""));
    }

    @Test
    void aCopyIsTheFirstDraftOfANewDefinitionAndRuns() {
        DefinitionInfo version = deployed(model(key), top);
        DefinitionInfo copy = copy(version.id, as(key + "_new", "新流程")).definitions.get(0);
        assertThat(List.of(copy.key, copy.name, copy.category, copy.version, copy.state))
                .isEqualTo(List.of(key + "_new", "新流程", top, 1, DefinitionState.DRAFT));
        assertThat(source(copy.id, null)).contains("name=\"新流程\"");
        release(copy);
        long instance = engine.start("zhao", copy.key, Map.of()).instanceId();
        assertThat(engine.openItems(instance)).extracting(i -> i.owner()).containsExactly("li");
        assertThat(copy(version.id, as(key + "_same", null)).definitions.get(0).name).isEqualTo(version.name);
    }

    @Test
    void whatIsWrongWithACopyIsSaid() {
        DefinitionInfo version = deployed(model(key), null);
        refused(ErrorCode.ILLEGAL_STATE, () -> copy(version.id, as(key, null)));
        refused(ErrorCode.INVALID_INPUT, () -> copy(version.id, as(null, null)));
        refused(ErrorCode.INVALID_INPUT, () -> copy(version.id, as("1a", null)));
        refused(ErrorCode.INVALID_INPUT, () -> copy(version.id, as("a b", null)));
        refused(ErrorCode.INVALID_INPUT, () -> copy(version.id, as("a".repeat(101), null)));
        refused(ErrorCode.INVALID_INPUT, () -> copy(version.id, as(key + "x", " ")));
        refused(ErrorCode.INVALID_INPUT, () -> copy(version.id, as(key + "x", "x".repeat(256))));
        refused(ErrorCode.INVALID_INPUT, () -> copy(version.id, as(key + "x", "a\0b")));
        refused(ErrorCode.INVALID_INPUT, () -> copy(version.id, as("review", null)));
        refused(ErrorCode.NOT_FOUND, () -> copy(1, as(key + "x", null)));
    }

    @Test
    void aModelThatNobodyIsToExecuteIsKeptAsADesign() {
        DefinitionReply reply = deploy(model(key).replace("isExecutable=\"true\"", "isExecutable=\"false\""), null);
        DefinitionInfo design = reply.definitions.get(0);
        assertThat(List.of(design.key, design.executable, design.state)).isEqualTo(List.of(key, false, DefinitionState.DRAFT));
        assertThat(reply.warnings).filteredOn(w -> w.code.equals("NOT_EXECUTABLE")).extracting(w -> w.severity, w -> w.elementId)
                .containsExactly(tuple(Severity.WARNING, key));
        refused(ErrorCode.ILLEGAL_STATE, () -> write(() -> engine.shell.definitions.release(engine.caller("admin"), design.id, new DefinitionRequest())));
        StartRequest start = new StartRequest();
        start.definitionKey = key;
        start.definitionVersion = 1;
        refused(ErrorCode.NOT_FOUND, () -> engine.execute("zhao", Command.create("start", start)));
        assertThat(copy(design.id, as(key + "_copy", null)).definitions.get(0).executable).isFalse();
        DefinitionInfo second = deployed(model(key), null);
        assertThat(second.version).isEqualTo(2);
        assertThat(second.executable).isTrue();
        assertThat(engine.shell.definitionReading.difference(engine.caller("admin"), design.id, second.id).elements).hasSize(1);
        release(second);
    }

    @Test
    void whatAModelRefersToAndIsNotThereYetIsToldUntilItIs() {
        String calling = Sketch.process(key).start("s").call("ask", "asked-" + key)
                .user("review", new Model.Who(by("li").attributes(), "<wf:enterRule script=\"limit\"/>")).end("e").path("s", "ask", "review", "e").xml();
        assertThat(absent(calling)).containsExactlyInAnyOrder(tuple("CALLED_ABSENT", "ask"), tuple("SCRIPT_ABSENT", "review"));
        engine.script("limit", "true");
        deployed(process("asked-" + key).step("answer", by("li")).end(), null);
        assertThat(absent(calling)).isEmpty();
    }

    @Test
    void aFieldForAnIdentityThatIsNotThereIsToldUntilItIs() {
        String misspelt = process(key).step("review", new Model.Who(by("li").attributes(),
                "<wf:field name=\"price\" accessOf=\"REEDER=HIDDEN, READER=HIDDEN, MANAGER=READ\"/>")).end()
                .replaceFirst("(<process [^>]*>)", "$1<extensionElements><wf:field name=\"cost\" accessOf=\"AUDITOR=HIDDEN\"/></extensionElements>");
        assertThat(absent(misspelt)).containsExactlyInAnyOrder(tuple("IDENTITY_ABSENT", "review"), tuple("IDENTITY_ABSENT", key));
        assertThat(deploy(misspelt, null).warnings).filteredOn(w -> "review".equals(w.elementId)).extracting(w -> w.message)
                .anyMatch(m -> m.startsWith("The field price of review is for the identity \"REEDER\""));
        PutIdentityRequest auditor = new PutIdentityRequest();
        auditor.nameZh = "审计";
        auditor.nameEn = "Auditor";
        auditor.priority = 450;
        assertThat(engine.identity("AUDITOR", auditor)).isNull();
        assertThat(absent(misspelt)).containsExactly(tuple("IDENTITY_ABSENT", "review"));
    }

    private List<Tuple> absent(String model) {
        return deploy(model, null).warnings.stream().filter(w -> w.code.endsWith("_ABSENT")).map(w -> tuple(w.code, w.elementId)).toList();
    }

    @Test
    void whatNothingReadsUnderOurNamespaceIsToldWithItsPlace() {
        String misspelt = process(key).step("review", new Model.Who(" wf:asignee=\"li\" wf:candidateUsers=\"wang\"",
                "<wf:field name=\"sum\" type=\"INTEGER\" acess=\"READ\"/><wf:feild name=\"note\"/>")).end();
        List<ModelProblem> told = deploy(misspelt, null).warnings.stream().filter(w -> w.code.equals("UNREAD")).toList();
        assertThat(told).extracting(w -> w.message.substring(0, w.message.indexOf(": "))).containsExactlyInAnyOrder(
                "\"wf:asignee\" means nothing at userTask", "\"acess\" means nothing at field", "\"wf:feild\" means nothing at userTask");
        assertThat(told).allMatch(p -> p.line > 0 && p.column > 0 && p.severity == Severity.WARNING);
    }

    @Test
    void aMisspeltOperationThatAModelDeniesIsRefusedWithItsPlace() {
        String misspelt = process(key).step("review", new Model.Who(by("li").attributes() + " wf:deny=\"transfer, adSign\"", "")).end()
                .replace("isExecutable=\"true\"", "isExecutable=\"true\" wf:allow=\"jump freeSubmit\"");
        assertThatThrownBy(() -> deploy(misspelt, null)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(ErrorCode.INVALID_MODEL);
            assertThat(e.problem().problems).extracting(p -> p.code, p -> p.elementId).containsExactly(
                    tuple("UNKNOWN_OPERATION", key), tuple("UNKNOWN_OPERATION", "review"));
            assertThat(e.problem().problems).allMatch(p -> p.line > 0 && p.column > 0);
            assertThat(e.problem().problems.get(1).message).startsWith("adSign is not an operation");
        });
        deployed(misspelt.replace("adSign", "addSign, circulate, urge").replace("jump freeSubmit", "jump,freeSubmit"), null);
    }

    /** As when an operation is called something else in a later release. */
    @Test
    void whatIsStoredIsReadWhateverOperationsItNames() {
        String stored = process(key).step("review", new Model.Who(by("li").attributes() + " wf:deny=\"gone\"", "")).end();
        assertThat(engine.shell.kernel.reader().read(stored.getBytes(StandardCharsets.UTF_8)).definitions()).hasSize(1);
    }

    @Test
    void aCollaborationIsStoredProcessByProcess() {
        String both = model(key).replace("</process>", "</process><process id=\"" + key + "_partner\" name=\"Partner\"><startEvent id=\"their_start\"/></process>");
        assertThat(deploy(both, top).definitions).extracting(d -> d.key, d -> d.name, d -> d.executable).containsExactly(
                tuple(key, key, true), tuple(key + "_partner", "Partner", false));
        assertThat(keysIn(top)).containsExactly(key, key + "_partner");
        refused(ErrorCode.INVALID_MODEL, () -> deploy(both.replaceAll("(?s)<process .*</process>", ""), null));
    }

    @Test
    void aModelIsReadByThoseWhoMayStartItAndByThoseWhoMayReadAnInstanceOfIt() {
        DefinitionInfo version = deployed(model(key).replace("isExecutable=\"true\"", "isExecutable=\"true\" wf:starters=\"user:zhao\""), top);
        release(version);
        var reading = engine.shell.definitionReading;
        assertThat(reading.get(engine.caller("zhao"), version.id).key).isEqualTo(key);
        refused(ErrorCode.NOT_FOUND, () -> reading.get(engine.caller("li"), version.id));
        refused(ErrorCode.NOT_FOUND, () -> reading.source(engine.caller("li"), version.id, null, null));
        refused(ErrorCode.NOT_FOUND, () -> reading.difference(engine.caller("li"), version.id, version.id));
        refused(ErrorCode.NOT_FOUND, () -> reading.newest(engine.caller("li"), key, true));
        assertThat(reading.versions(engine.caller("li"), key).definitions).isEmpty();
        assertThat(reading.list(engine.caller("li"), false, top).definitions).isEmpty();
        long instance = engine.start("zhao", key, Map.of()).instanceId();
        assertThat(reading.source(engine.caller("li"), version.id, null, instance).source).as("whose work it is").isNotEmpty();
        refused(ErrorCode.NOT_FOUND, () -> reading.source(engine.caller("qian"), version.id, null, instance));
        refused(ErrorCode.NOT_FOUND, () -> reading.source(engine.caller("li"), 1, null, instance));
    }
}
