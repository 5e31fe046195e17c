package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.offeredToGroup;
import static wf.scenario.Model.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.CirculateRequest;
import wf.contract.DeleteInstanceRequest;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceInfo;
import wf.contract.InstanceListKind;
import wf.contract.InstancePage;
import wf.contract.InstanceState;
import wf.contract.Light;
import wf.contract.OperationRequest;
import wf.contract.RestoreInstanceRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.SuspendInstanceRequest;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemPage;
import wf.contract.WorkItemState;
import wf.contract.WorkListKind;
import wf.contract.WorkListSort;
import wf.instance.ProcessInstance;
import wf.instance.WorkItem;
import wf.query.InstanceListFilter;
import wf.query.WorkListFilter;
import wf.refusal.Refused;
import wf.scenario.Model.Who;
import wf.store.ReadItemRow;
import wf.store.TestDatabase;

/** The personal lists: what stands in them, in which order, and how many rows they say they have. */
class ListTest extends StoreTest {

    private static final List<String> PEOPLE = List.of("zhao", "qian", "li", "wang", "sun", "zhou", "admin");
    private Random random = new Random(20261121);

    private static Who with(Who who, String attributes) {
        return new Who(who.attributes() + attributes, who.extensions());
    }

    private static String saying(String bpmn, String attributes, String extensions) {
        String said = bpmn.replace("isExecutable=\"true\"", "isExecutable=\"true\"" + attributes);
        return extensions.isEmpty() ? said : said.replaceFirst("(<process[^>]*>)", "$1<extensionElements>" + extensions + "</extensionElements>");
    }

    @BeforeAll
    void deploy() {
        engine.deploy(process("many").step("draft", byStarter()).step("offer", offeredTo("li", "group:finance", "wang")).step("desk", by("li"))
                .step("finance", offeredToGroup("finance")).end());
        engine.deploy(process("due").step("draft", byStarter()).step("work", with(by("sun"), " wf:dueDate=\"${till}\" wf:priority=\"${weight}\"")).end());
        engine.deploy(saying(process("report").step("draft", byStarter()).step("audit", with(by("li"), " wf:readers=\"group:finance\"")).step("file", by("li")).end(),
                " wf:readers=\"${auditor}\" wf:endReaders=\"dept:rd\"", ""));
        engine.deploy(saying(process("order").step("draft", byStarter()).step("check", by("qian")).end(), "",
                "<wf:field name=\"amount\" type=\"DECIMAL\" query=\"true\"/><wf:field name=\"customer\" type=\"STRING\" query=\"true\"/><wf:field name=\"day\" type=\"DATE\" query=\"true\"/>"));
    }

    // ---- how lists are read here ----

    private List<WorkItemInfo> list(String person, WorkListKind kind, WorkListFilter wanted) {
        List<WorkItemInfo> all = new ArrayList<>();
        String cursor = null;
        do {
            WorkItemPage page = engine.shell.lists.page(engine.caller(person), kind, wanted, cursor, 2 + random.nextInt(9));
            all.addAll(page.items);
            cursor = page.next;
        } while (cursor != null);
        assertThat(all).extracting(i -> i.id).doesNotHaveDuplicates();
        assertThat(engine.shell.lists.count(engine.caller(person), kind, wanted, true).count).as("%s of %s", kind, person).isEqualTo(all.size());
        return all;
    }

    private List<InstanceInfo> list(String person, InstanceListKind kind, InstanceListFilter wanted) {
        List<InstanceInfo> all = new ArrayList<>();
        String cursor = null;
        do {
            InstancePage page = engine.shell.instanceLists.page(engine.caller(person), kind, wanted, cursor, 2 + random.nextInt(9));
            all.addAll(page.instances);
            cursor = page.next;
        } while (cursor != null);
        assertThat(all).extracting(i -> i.id).doesNotHaveDuplicates();
        assertThat(engine.shell.instanceLists.count(engine.caller(person), kind, wanted, true).count).as("%s of %s", kind, person).isEqualTo(all.size());
        return all;
    }

    private List<Long> instances(String person, InstanceListKind kind, InstanceListFilter wanted) {
        return list(person, kind, wanted).stream().map(i -> i.id).toList();
    }

    private static WorkListFilter of(String key) {
        return new WorkListFilter(key, null, null);
    }

    private static InstanceListFilter instancesOf(String key) {
        return new InstanceListFilter(key, null, null, null, null, null, null, null, List.of());
    }

    private static InstanceListFilter where(String key, String... fields) {
        return new InstanceListFilter(key, null, null, null, null, null, null, null, List.of(fields));
    }

    private long draft(String person, String key, Object... variables) {
        StartRequest start = new StartRequest();
        start.definitionKey = key;
        start.draft = true;
        for (int i = 0; i < variables.length; i += 2) {
            start.variables.add(World.property((String) variables[i], variables[i + 1]));
        }
        return engine.execute(person, Command.create("start", start)).instanceId;
    }

    private long submitted(String person, String key, Object... variables) {
        long instance = draft(person, key, variables);
        submit(person, instance);
        return instance;
    }

    private void submit(String person, long instance) {
        engine.execute(person, Command.onItem("submit", engine.openItems(instance).get(0).id(), new SubmitRequest()));
    }

    private <R extends OperationRequest> void administer(String operation, long instance, R request) {
        engine.execute("admin", Command.onInstance(operation, instance, request));
    }

    // ---- counts ----

    /** Random lives, and after each stretch of them everybody's lists against the instances themselves. */
    @Test
    void anExactCountIsTheLengthOfItsListAndTheListsHoldWhatTheInstancesSay() {
        List<Long> all = new ArrayList<>();
        for (int seed = 1; seed <= lives(); seed++) {
            random = new Random(seed);
            live(all);
        }
    }

    /** Where each reading takes a connection of its own, one must do. */
    private int lives() {
        return kind() == TestDatabase.H2 ? 4 : 1;
    }

    private void live(List<Long> all) {
        for (int step = 1; step <= 120; step++) {
            act(all);
            if (step % 40 == 0) {
                PEOPLE.forEach(p -> compare(p, all));
            }
        }
    }

    private void act(List<Long> all) {
        if (all.size() < 3 || random.nextInt(5) == 0) {
            String person = PEOPLE.get(random.nextInt(6));
            all.add(random.nextBoolean() ? draft(person, "many") : engine.start(person, "many", Map.of()).instanceId());
            return;
        }
        long instance = all.get(random.nextInt(all.size()));
        engine.clock.advance(Duration.ofSeconds(random.nextInt(3)));
        try {
            switch (random.nextInt(12)) {
                case 0 -> administer("suspendInstance", instance, new SuspendInstanceRequest());
                case 1, 2 -> administer("resumeInstance", instance, new OperationRequest());
                case 3 -> administer("deleteInstance", instance, new DeleteInstanceRequest());
                case 4, 5 -> administer("restoreInstance", instance, new RestoreInstanceRequest());
                case 6 -> circulate(instance);
                case 7 -> onItem("unclaim", instance);
                case 8 -> onItem("return", instance);
                case 9, 10 -> onItem("claim", instance);
                default -> onItem("submit", instance);
            }
        } catch (Refused e) {
            // Not everything can be done at any time.
        }
    }

    private void circulate(long instance) {
        CirculateRequest request = new CirculateRequest();
        request.users = List.of(PEOPLE.get(random.nextInt(PEOPLE.size())), PEOPLE.get(random.nextInt(PEOPLE.size())));
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.circulation.circulate(engine.caller("admin"), instance, request));
    }

    private void onItem(String operation, long instance) {
        ProcessInstance stored = engine.stored(instance);
        WorkItem item = stored.items().stream().findFirst().orElse(null);
        if (item != null) {
            String person = item.owner() != null ? item.owner() : List.of("li", "wang", "sun", "zhou").get(random.nextInt(4));
            OperationRequest request = operation.equals("submit") ? new SubmitRequest() : operation.equals("return") ? new wf.contract.ReturnRequest() : new OperationRequest();
            engine.execute(person, Command.onItem(operation, item.id(), request));
        }
    }

    private void compare(String person, List<Long> all) {
        List<ProcessInstance> shown = all.stream().map(engine::stored).filter(i -> i.state() != InstanceState.DELETED).toList();
        List<WorkItem> items = shown.stream().flatMap(i -> i.items().stream()).toList();
        var member = new SamplePeople().member(person).orElseThrow();
        assertThat(list(person, WorkListKind.TODO, of("many"))).extracting(i -> i.id)
                .containsExactlyInAnyOrderElementsOf(items.stream().filter(i -> person.equals(i.owner())).map(WorkItem::id).toList());
        assertThat(list(person, WorkListKind.CLAIMABLE, of("many"))).extracting(i -> i.id).containsExactlyInAnyOrderElementsOf(
                items.stream().filter(i -> i.state() == WorkItemState.OFFERED && member.isAmong(i.candidates())).map(WorkItem::id).toList());
        assertThat(instances(person, InstanceListKind.STARTED, instancesOf("many"))).containsExactlyInAnyOrderElementsOf(
                shown.stream().filter(i -> i.starter().equals(person)).map(ProcessInstance::id).toList());
        assertThat(instances(person, InstanceListKind.DRAFTS, instancesOf("many"))).containsExactlyInAnyOrderElementsOf(
                shown.stream().filter(i -> i.starter().equals(person) && i.state() == InstanceState.DRAFT).map(ProcessInstance::id).toList());
        List<WorkItemInfo> done = list(person, WorkListKind.DONE, of("many"));
        assertThat(done).extracting(i -> i.instanceId + " " + i.nodeId).doesNotHaveDuplicates();
        assertThat(done).allMatch(i -> shown.stream().anyMatch(s -> s.id() == i.instanceId));
        assertThat(instances(person, InstanceListKind.READABLE, instancesOf("many")))
                .containsExactlyInAnyOrderElementsOf(done.stream().map(i -> i.instanceId).distinct().toList());
        for (WorkListKind kind : List.of(WorkListKind.TOREAD, WorkListKind.READ, WorkListKind.OVERDUE)) {
            assertThat(list(person, kind, of("many"))).allMatch(i -> shown.stream().anyMatch(s -> s.id() == i.instanceId));
        }
    }

    @Test
    void beyondAThousandACountEndsUnlessAskedExactly() {
        long instance = submitted("zhao", "many");
        engine.shell.attempts.of(Locale.ENGLISH, () -> {
            for (int i = 0; i < 1_001; i++) {
                engine.shell.em.persist(toRead(instance, 900_000_000_000L + i));
            }
            return instance;
        });
        var some = engine.shell.lists.count(engine.caller("admin"), WorkListKind.TOREAD, new WorkListFilter(null, "a thousand", null), false);
        assertThat(some.count).isEqualTo(1_000);
        assertThat(some.more).isTrue();
        var all = engine.shell.lists.count(engine.caller("admin"), WorkListKind.TOREAD, new WorkListFilter(null, "a thousand", null), true);
        assertThat(all.count).isEqualTo(1_001);
        assertThat(all.more).isFalse();
    }

    private ReadItemRow toRead(long instance, long id) {
        ReadItemRow row = new ReadItemRow();
        row.tenant = engine.tenant;
        row.id = id;
        row.instanceId = instance;
        row.reader = "admin";
        row.state = WorkItemState.UNREAD.name();
        row.sentBy = "li";
        row.sentAt = engine.clock.instant();
        row.definitionId = engine.stored(instance).identity().definitionId();
        row.title = "one of a thousand";
        row.starter = "zhao";
        return row;
    }

    // ---- order, deadlines, filters ----

    @Test
    void todoIsSortedByDeadlineOrUrgencyAndShowsALight() {
        Instant now = engine.clock.instant();
        long soon = submitted("zhao", "due", "till", now.plus(Duration.ofHours(3)).toString(), "weight", 5);
        long late = submitted("zhao", "due", "till", now.minus(Duration.ofHours(3)).toString(), "weight", 1);
        long never = submitted("zhao", "due", "till", "", "weight", 9);
        long later = submitted("zhao", "due", "till", now.plus(Duration.ofDays(9)).toString(), "weight", 7);
        List<WorkItemInfo> byDeadline = list("sun", WorkListKind.TODO, of("due").sorted(WorkListSort.DUE));
        assertThat(byDeadline).extracting(i -> i.instanceId).containsExactly(late, soon, later, never);
        assertThat(byDeadline).extracting(i -> i.light).containsExactly(Light.RED, Light.YELLOW, Light.GREEN, Light.GREEN);
        assertThat(list("sun", WorkListKind.TODO, of("due").sorted(WorkListSort.PRIORITY))).extracting(i -> i.instanceId).containsExactly(never, later, soon, late);
        assertThat(list("sun", WorkListKind.TODO, of("due").sorted(WorkListSort.OLDEST))).extracting(i -> i.instanceId).containsExactly(soon, late, never, later);
        assertThat(list("sun", WorkListKind.OVERDUE, of("due"))).extracting(i -> i.instanceId).containsExactly(late);
        assertThatThrownBy(() -> list("sun", WorkListKind.CLAIMABLE, WorkListFilter.ALL.sorted(WorkListSort.PRIORITY)))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(ErrorCode.INVALID_INPUT));
    }

    @Test
    void listsAreFilteredByWhatTheInstanceIsAbout() {
        long one = submitted("zhao", "order", "amount", 900, "customer", "Müller 100%");
        long two = submitted("qian", "order", "amount", 1500, "customer", "李记");
        WorkListFilter started = new WorkListFilter("order", null, "check", null, null, "zhao", null, null, null, null, null, null);
        assertThat(list("qian", WorkListKind.TODO, started)).extracting(i -> i.instanceId).containsExactly(one);
        WorkListFilter waiting = new WorkListFilter("order", null, null, null, null, null, WorkItemState.WAITING, null, null, null, null, null);
        assertThat(list("qian", WorkListKind.TODO, waiting)).isEmpty();
        WorkListFilter before = new WorkListFilter("order", null, null, null, null, null, null, null, engine.clock.instant().minusSeconds(1_000_000), null, null, null);
        assertThat(list("qian", WorkListKind.TODO, before)).isEmpty();
        WorkListFilter large = new WorkListFilter("order", null, null, null, null, null, null, null, null, null, List.of("amount>=1000"), null);
        assertThat(list("qian", WorkListKind.TODO, large)).extracting(i -> i.instanceId).containsExactly(two);
        assertThat(list("qian", WorkListKind.DONE, large)).extracting(i -> i.instanceId).containsExactly(two);
        assertThat(list("qian", WorkListKind.DONE, new WorkListFilter("order", "\0", null))).isEmpty();
    }

    @Test
    void aCategoryCountsWithThoseBelowIt() {
        DeployRequest request = new DeployRequest();
        request.source = process("filed").step("draft", byStarter()).step("desk", by("zhou")).end().getBytes(StandardCharsets.UTF_8);
        request.category = "house/finance";
        var caller = engine.caller("admin");
        var deployed = engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.definitions.deploy(caller, request));
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.definitions.release(caller, deployed.definitions.get(0).id, new wf.contract.DefinitionRequest()));
        long instance = submitted("zhao", "filed");
        for (String category : List.of("house", "house/finance")) {
            WorkListFilter wanted = new WorkListFilter(null, category, null, null, null, null, null, null, null, null, null, null);
            assertThat(list("zhou", WorkListKind.TODO, wanted)).extracting(i -> i.instanceId).containsExactly(instance);
            assertThat(list("zhao", WorkListKind.DONE, wanted)).extracting(i -> i.instanceId).containsExactly(instance);
        }
        for (String category : List.of("hous", "house/fin", "house_finance", "other")) {
            WorkListFilter wanted = new WorkListFilter(null, category, null, null, null, null, null, null, null, null, null, null);
            assertThat(list("zhou", WorkListKind.TODO, wanted)).isEmpty();
        }
    }

    @Test
    void instancesAreFoundByTheFieldsThatTheirModelDeclares() {
        long one = submitted("zhou", "order", "amount", 12, "customer", "A'; drop table wf_instance --", "day", java.time.LocalDate.of(2026, 3, 1));
        long two = submitted("zhou", "order", "amount", 120, "customer", "B", "day", java.time.LocalDate.of(2026, 4, 1));
        assertThat(instances("zhou", InstanceListKind.STARTED, where("order", "amount>=100"))).containsExactly(two);
        assertThat(instances("zhou", InstanceListKind.STARTED, where("order", "amount=12"))).containsExactly(one);
        assertThat(instances("zhou", InstanceListKind.STARTED, where("order", "customer=A'; drop table wf_instance --"))).containsExactly(one);
        assertThat(instances("zhou", InstanceListKind.STARTED, where("order", "day>=2026-03-15", "customer=B"))).containsExactly(two);
        assertThat(instances("zhou", InstanceListKind.READABLE, where("order", "amount<=1"))).isEmpty();
        SubmitRequest submit = new SubmitRequest();
        submit.variables = List.of(World.property("amount", 500));
        engine.execute("qian", Command.onItem("submit", engine.openItems(one).get(0).id(), submit));
        assertThat(instances("zhou", InstanceListKind.STARTED, where("order", "amount>=100"))).containsExactlyInAnyOrder(one, two);
        assertThatThrownBy(() -> instances("zhou", InstanceListKind.STARTED, where("order", "amount<>1"))).isInstanceOf(Refused.class);
        String[] many = Collections.nCopies(21, "amount=1").toArray(String[]::new);
        assertThatThrownBy(() -> instances("zhou", InstanceListKind.STARTED, where("order", many))).isInstanceOf(Refused.class).hasMessageContaining("20");
    }

    @Test
    void aFieldThatSomebodyMayNotSeeIsNotLookedForBy() {
        for (String field : List.of("sensitivity=\"masked\"", "access=\"HIDDEN\"", "accessOf=\"READER=HIDDEN\"", "type=\"LIST\"")) {
            String model = saying(process("secret").step("draft", byStarter()).end(), "", "<wf:field name=\"card\" query=\"true\" " + field + "/>");
            assertThatThrownBy(() -> engine.deploy(model)).isInstanceOf(Refused.class);
        }
    }

    // ---- readable ----

    @Test
    void whoeverTheModelLetsReadFindsTheInstanceOnceAndForAsLongAsItDoes() {
        long instance = draft("zhao", "report", "auditor", "zhou");
        assertThat(readable("zhou")).doesNotContain(instance);
        submit("zhao", instance);
        assertThat(readable("zhou")).containsOnlyOnce(instance);
        assertThat(readable("wang")).containsOnlyOnce(instance);
        assertThat(readable("qian")).doesNotContain(instance);
        SubmitRequest other = new SubmitRequest();
        other.variables = List.of(World.property("auditor", "nobody"));
        engine.execute("li", Command.onItem("submit", engine.openItems(instance).get(0).id(), other));
        assertThat(readable("zhou")).as("still in the group that reads the node").containsOnlyOnce(instance);
        assertThat(readable("li")).as("handled it").containsOnlyOnce(instance);
        submit("li", instance);
        assertThat(readable("qian")).as("reads what has ended").containsOnlyOnce(instance);
        PEOPLE.forEach(p -> readable(p).forEach(i -> engine.shell.reading.instance(engine.caller(p), i)));
        administer("deleteInstance", instance, new DeleteInstanceRequest());
        PEOPLE.forEach(p -> assertThat(readable(p)).doesNotContain(instance));
        administer("restoreInstance", instance, new RestoreInstanceRequest());
        assertThat(readable("qian")).containsOnlyOnce(instance);
    }

    private List<Long> readable(String person) {
        return instances(person, InstanceListKind.READABLE, instancesOf("report"));
    }
}
