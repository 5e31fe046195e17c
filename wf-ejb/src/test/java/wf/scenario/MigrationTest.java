package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;
import static wf.scenario.Sketch.message;
import static wf.scenario.Sketch.timer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.command.Reading;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.History;
import wf.contract.InstanceState;
import wf.contract.MigrateRequest;
import wf.contract.MigratedInstance;
import wf.contract.MigrationReply;
import wf.contract.ReturnRequest;
import wf.contract.SubmitRequest;
import wf.contract.TerminateRequest;
import wf.contract.WorkListKind;
import wf.query.WorkListFilter;
import wf.refusal.Refused;

/** D8 with all that lies around it: many instances at once, each for itself; lists, history, jobs, and others who write. */
class MigrationTest extends StoreTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<String> TABLES = List.of("wf_journal", "wf_operation", "wf_outbox", "wf_job", "wf_work_item");
    private String key;

    @BeforeEach
    void aNewKey() {
        key = "mig" + COUNT.incrementAndGet();
    }

    // ---- versions ----

    private long version(String bpmn) {
        return engine.shell.definitionReading.newest(engine.caller("admin"), engine.deploy(bpmn), true).id;
    }

    private long unreleased(String bpmn) {
        DeployRequest request = new DeployRequest();
        request.source = bpmn.getBytes(StandardCharsets.UTF_8);
        return engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.definitions.deploy(engine.caller("admin"), request)).definitions.get(0).id;
    }

    private String first() {
        return process(key).step("draft", byStarter()).step("review", by("li")).step("pay", by("wang")).end();
    }

    private String second() {
        return process(key).step("draft", byStarter()).step("check", by("sun")).step("pay", by("wang")).end();
    }

    /** One that stands at the review. */
    private long reviewed() {
        long instance = drafted();
        submit("zhao", instance);
        return instance;
    }

    private long drafted() {
        return engine.start("zhao", key, Map.of()).instanceId();
    }

    private void submit(String person, long instance) {
        assertThat(engine.perform(person, "submit", instance, engine.openItems(instance).get(0).id(), new SubmitRequest()).refused()).isNull();
    }

    private MigrationReply migrate(long from, MigrateRequest request) {
        return engine.shell.migrations.of(engine.caller("admin"), from, request);
    }

    private static MigrateRequest to(long version, String... nodes) {
        return StoreEngine.migration(version, nodes.length == 0 ? Map.of() : Map.of(nodes[0], nodes[1]));
    }

    private static void refused(ErrorCode code, Callable<?> act) {
        assertThatThrownBy(act::call).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(code);
            assertThat(e.problem().message).isNotBlank().doesNotContain("{", "Exception");
        });
    }

    private List<Long> counts() throws Exception {
        List<Long> counts = new ArrayList<>();
        for (String table : TABLES) {
            counts.add(rows(table));
        }
        return counts;
    }

    // ---- many ----

    @Test
    void eachInstanceStandsForItself() {
        long one = version(first());
        long atReview = reviewed();
        long atDraft = drafted();
        long ended = drafted();
        engine.execute("zhao", Command.onInstance("terminate", ended, terminate()));
        long two = version(second());
        MigrationReply reply = migrate(one, to(two));
        assertThat(reply.instances).extracting(i -> i.instanceId, i -> i.done, i -> i.code)
                .containsExactly(tuple(atReview, false, ErrorCode.TARGET_INVALID), tuple(atDraft, true, null));
        assertThat(reply.instances.get(0).reason).contains("review");
        assertThat(reply).extracting(r -> r.done, r -> r.refused, r -> r.next).containsExactly(1, 1, null);
        assertThat(reply.from.id).isEqualTo(one);
        assertThat(reply.to.id).isEqualTo(two);
        assertThat(migrate(one, to(two, "review", "check")).instances).singleElement().satisfies(i -> {
            assertThat(i.instanceId).isEqualTo(atReview);
            assertThat(i.moved).extracting(m -> m.from, m -> m.to).containsExactly(tuple("review", "check"));
        });
        assertThat(migrate(one, to(two)).instances).isEmpty();
        engine.checkStored(atReview);
        engine.checkStored(atDraft);
    }

    private static TerminateRequest terminate() {
        TerminateRequest request = new TerminateRequest();
        request.reason = "test";
        return request;
    }

    @Test
    void manyAreMigratedPageByPage() {
        long one = version(first());
        List<Long> all = List.of(drafted(), drafted(), drafted(), drafted(), drafted());
        long two = version(second());
        List<Long> seen = new ArrayList<>();
        MigrateRequest request = to(two);
        request.limit = 2;
        do {
            MigrationReply page = migrate(one, request);
            assertThat(page.instances).hasSizeLessThanOrEqualTo(2).allMatch(i -> i.done);
            page.instances.forEach(i -> seen.add(i.instanceId));
            request.after = page.next;
        } while (request.after != null);
        assertThat(seen).containsExactlyElementsOf(all);
    }

    @Test
    void namedInstancesThatCannotAreToldWhy() {
        long one = version(first());
        long ended = drafted();
        engine.execute("zhao", Command.onInstance("terminate", ended, terminate()));
        long here = drafted();
        long two = version(second());
        long there = drafted();
        MigrateRequest request = to(two);
        request.instanceIds.addAll(List.of(there, here, ended, 1L, here));
        assertThat(migrate(one, request).instances).extracting(i -> i.instanceId, i -> i.code).containsExactly(tuple(1L, ErrorCode.NOT_FOUND),
                tuple(ended, ErrorCode.ILLEGAL_STATE), tuple(here, null), tuple(there, ErrorCode.ILLEGAL_STATE));
    }

    @Test
    void aPreviewTellsTheSameAndChangesNothing() throws Exception {
        long one = version(first());
        long instance = reviewed();
        long two = version(second());
        List<Long> before = counts();
        MigrateRequest request = to(two, "review", "check");
        request.preview = true;
        MigrationReply preview = migrate(one, request);
        assertThat(preview.preview).isTrue();
        assertThat(preview.instances).singleElement().satisfies(i -> assertThat(i.done).isTrue());
        assertThat(counts()).isEqualTo(before);
        engine.checkStored(instance);
        assertThat(engine.openItems(instance)).extracting(Engine.Item::node).containsExactly("review");
        request.preview = false;
        assertThat(migrate(one, request).instances).usingRecursiveComparison().isEqualTo(preview.instances);
    }

    @Test
    void theSameOperationIdGivesTheFirstResult() throws Exception {
        long one = version(first());
        drafted();
        long two = version(second());
        MigrateRequest request = to(two);
        request.opId = "migrate-" + key;
        MigrationReply reply = migrate(one, request);
        drafted();
        List<Long> before = counts();
        assertThat(migrate(one, request)).usingRecursiveComparison().isEqualTo(reply);
        assertThat(counts()).isEqualTo(before);
        request.limit = 7;
        refused(ErrorCode.DUPLICATE_OP, () -> migrate(one, request));
    }

    @Test
    void whatWasMigratedBeforeACrashCountsAsDone() throws Exception {
        long one = version(first());
        long instance = drafted();
        long two = version(second());
        MigrateRequest request = to(two);
        request.opId = "crash-" + key;
        request.instanceIds.add(instance);
        migrate(one, request);
        change("delete from wf_operation where op_id = 'crash-" + key + "'");
        assertThat(migrate(one, request).instances).singleElement().satisfies(i -> assertThat(i.done).isTrue());
        assertThat(history(instance).entries).filteredOn(e -> e.operation.equals("migrate")).hasSize(1);
    }

    // ---- who, and what with ----

    @Test
    void onlyAdministratorsOfTheTenantMigrate() {
        long one = version(first());
        long instance = drafted();
        long two = version(second());
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.migrations.of(engine.caller("zhao"), one, to(two)));
        refused(ErrorCode.NOT_FOUND, () -> neighbour.shell.migrations.of(neighbour.caller("admin"), one, to(two)));
        assertThat(engine.shell.instances.load("default", instance).orElseThrow().image().identity().definitionId()).isEqualTo(one);
    }

    @Test
    void whatIsWrongWithTheRequestIsTold() {
        long one = version(first());
        long two = version(second());
        refused(ErrorCode.INVALID_INPUT, () -> migrate(one, to(one)));
        refused(ErrorCode.NOT_FOUND, () -> migrate(one, to(1)));
        refused(ErrorCode.NOT_FOUND, () -> migrate(1, to(two)));
        refused(ErrorCode.INVALID_INPUT, () -> migrate(one, to(two, "nobody", "check")));
        refused(ErrorCode.INVALID_INPUT, () -> migrate(one, to(two, "review", "nobody")));
        MigrateRequest twice = to(two, "review", "check");
        twice.nodes.add(to(two, "review", "pay").nodes.get(0));
        refused(ErrorCode.INVALID_INPUT, () -> migrate(one, twice));
        MigrateRequest hole = to(two);
        hole.nodes.add(null);
        refused(ErrorCode.INVALID_INPUT, () -> migrate(one, hole));
        MigrateRequest many = to(two);
        many.limit = 1001;
        refused(ErrorCode.INVALID_INPUT, () -> migrate(one, many));
        long draft = unreleased(second());
        refused(ErrorCode.ILLEGAL_STATE, () -> migrate(one, to(draft)));
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.definitions.retire(engine.caller("admin"), two, new DefinitionRequest()));
        refused(ErrorCode.ILLEGAL_STATE, () -> migrate(one, to(two)));
    }

    @Test
    void aCopyUnderAnotherKeyIsAnotherProcess() {
        long one = version(first());
        drafted();
        long other = version(second().replace("id=\"" + key + "\"", "id=\"" + key + "x\""));
        refused(ErrorCode.INVALID_INPUT, () -> migrate(one, to(other)));
    }

    // ---- what is seen afterwards ----

    private History history(long instance) {
        Reading.Readable on = engine.shell.reading.instance(engine.caller("admin"), instance);
        return engine.shell.history.read(engine.caller("admin"), on.image(), on.definition(), new SamplePeople(), on.sight());
    }

    @Test
    void theHistoryTellsWhatThingsWereCalledThen() {
        version(first().replace("name=\"draft\"", "name=\"Drafting\"").replace("name=\"review\"", "name=\"Reviewing\""));
        long instance = reviewed();
        engine.deploy(process(key).step("check", by("sun")).step("pay", by("wang")).end());
        assertThat(engine.migrate("admin", instance, Map.of("review", "check")).refused()).isNull();
        submit("li", instance);
        History history = history(instance);
        assertThat(history.entries).extracting(e -> e.operation, e -> e.nodeName).containsExactly(tuple("start", null),
                tuple("submit", "Drafting"), tuple("migrate", null), tuple("submit", "check"));
        assertThat(history.entries.get(2)).extracting(e -> e.label, e -> e.actor.id).containsExactly("Migrate", "admin");
        assertThat(history.visits).extracting(v -> v.nodeName).contains("Drafting", "check", "pay").doesNotContain("Reviewing");
        assertThat(engine.shell.reading.open(engine.caller("admin"), instance).visits).extracting(v -> v.nodeName).contains("Drafting");
        assertThat(engine.shell.lists.page(engine.caller("zhao"), WorkListKind.DONE, new WorkListFilter(key, null, null), null, 10).items)
                .singleElement().satisfies(i -> assertThat(i.nodeName).isEqualTo("draft"));
    }

    @Test
    void theDoneListShowsANodeThatIsCalledOtherwiseOnce() {
        engine.deploy(process(key).step("review", by("li")).step("pay", by("wang")).end());
        long instance = drafted();
        submit("li", instance);
        engine.deploy(process(key).step("check", by("li")).step("pay", by("wang")).flow("pay", "check", "again").end());
        assertThat(engine.migrate("admin", instance, Map.of("review", "check")).refused()).isNull();
        engine.perform("wang", "return", instance, engine.openItems(instance).get(0).id(), new ReturnRequest());
        submit("li", instance);
        assertThat(engine.shell.lists.count(engine.caller("li"), WorkListKind.DONE, new WorkListFilter(key, null, null), false).count).isEqualTo(1);
    }

    // ---- waiting ----

    private Sketch guarded(String limit, String stop, String duration) {
        return Sketch.process(key).start("start").user("work", "li").boundary(limit, "work", timer(duration)).boundary(stop, "work", message("stop" + key))
                .user("late", "wang").user("stopped", "sun").end("end").path("start", "work", "end").path(limit, "late", "end").path(stop, "stopped", "end");
    }

    @Test
    void aTimerFiresAtItsMomentAfterTheChange() {
        long one = version(guarded("limit", "stop", "PT10H").xml());
        long instance = drafted();
        long two = version(guarded("deadline", "stop", "PT1H").xml());
        MigratedInstance result = migrate(one, to(two, "limit", "deadline")).instances.get(0);
        assertThat(result.eventsClosed).isEmpty();
        assertThat(result.eventsOpened).isEmpty();
        engine.pass(Duration.ofHours(9));
        assertThat(engine.openItems(instance)).extracting(Engine.Item::node).containsExactly("work");
        engine.pass(Duration.ofHours(1));
        assertThat(engine.openItems(instance)).extracting(Engine.Item::node).containsExactly("late");
        engine.checkStored(instance);
    }

    @Test
    void whatIsWaitedForIsClosedAndOpenedInItsTablesToo() throws Exception {
        long one = version(guarded("limit", "stop", "PT10H").xml());
        long instance = drafted();
        long jobs = rows("wf_job");
        long subscriptions = rows("wf_subscription");
        long two = version(process(key).step("work", by("li")).end());
        assertThat(migrate(one, to(two)).instances.get(0).eventsClosed).containsExactlyInAnyOrder("limit", "stop");
        assertThat(rows("wf_job")).isEqualTo(jobs - 1);
        assertThat(rows("wf_subscription")).isEqualTo(subscriptions - 1);
        long three = version(guarded("limit", "halt", "PT5H").xml());
        assertThat(migrate(two, to(three)).instances.get(0).eventsOpened).containsExactlyInAnyOrder("limit", "halt");
        assertThat(rows("wf_subscription")).isEqualTo(subscriptions);
        engine.pass(Duration.ofHours(5));
        assertThat(engine.openItems(instance)).extracting(Engine.Item::node).containsExactly("late");
        assertThat(rows("wf_subscription")).isEqualTo(subscriptions - 1);
    }

    // ---- others who write ----

    @Test
    void whoSubmitsMeanwhileLosesNothing() throws Exception {
        long one = version(process(key).fork(line("a", by("li")), line("b", by("wang"))).step("after", by("sun")).end());
        try (StoreEngine other = secondNode().amongOthers()) {
            engine.amongOthers();
            long from = one;
            for (int round = 0; round < 20; round++) {
                long instance = drafted();
                List<Engine.Item> items = engine.openItems(instance);
                long to = version(process(key).fork(line("a", by("li")), line("b", by("wang"))).step("after", by("qian")).end());
                long start = from;
                List<Object> answers = together(() -> engine.perform("li", "submit", instance, items.get(0).id(), new SubmitRequest()).refused(),
                        () -> other.shell.migrations.of(other.caller("admin"), start, to(to)).instances.stream().filter(i -> i.instanceId == instance)
                                .findFirst().orElseThrow().code,
                        () -> other.perform("wang", "submit", instance, items.get(1).id(), new SubmitRequest()).refused());
                assertThat(answers).containsOnlyNulls();
                assertThat(engine.openItems(instance)).extracting(Engine.Item::node).containsExactly("after");
                assertThat(engine.shell.instances.load("default", instance).orElseThrow().image().identity().definitionId()).isEqualTo(to);
                engine.checkStored(instance);
                from = to;
            }
        }
    }

    @Test
    void anotherNodeThatRemembersTheInstanceSeesTheNewVersion() throws Exception {
        version(first());
        try (StoreEngine other = secondNode().amongOthers()) {
            engine.amongOthers();
            long instance = other.start("zhao", key, Map.of()).instanceId();
            assertThat(other.perform("zhao", "submit", instance, other.openItems(instance).get(0).id(), new SubmitRequest()).refused()).isNull();
            long item = other.openItems(instance).get(0).id();
            other.shell.attempts.of(Locale.ENGLISH, () -> other.shell.items.open(other.caller("li"), item));
            engine.deploy(second());
            assertThat(engine.migrate("admin", instance, Map.of("review", "check")).refused()).isNull();
            assertThat(other.shell.attempts.of(Locale.ENGLISH, () -> other.shell.items.open(other.caller("li"), item)).workItem.nodeId).isEqualTo("check");
            assertThat(other.perform("li", "submit", instance, item, new SubmitRequest()).refused()).isNull();
            assertThat(engine.openItems(instance)).extracting(Engine.Item::node).containsExactly("pay");
            assertThat(engine.stateOf(instance)).isEqualTo(InstanceState.RUNNING);
        }
    }

    @SafeVarargs
    private static List<Object> together(Callable<? extends Object>... acts) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(acts.length);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (Callable<?> act : acts) {
                futures.add(people.submit(act));
            }
            List<Object> answers = new ArrayList<>();
            for (Future<?> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }
}
