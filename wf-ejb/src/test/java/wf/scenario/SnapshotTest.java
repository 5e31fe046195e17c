package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;
import static wf.scenario.Model.with;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.Differences;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.contract.ReturnRequest;
import wf.contract.Snapshot;
import wf.contract.SnapshotInfo;
import wf.contract.SnapshotPage;
import wf.contract.SubmitRequest;
import wf.contract.ValueType;
import wf.contract.Verification;
import wf.instance.ProcessInstance;
import wf.refusal.Refused;
import wf.value.Value;

/** An instance as it was (§11.1, §11.2): at any version, at the beginning of any visit, and between two of them. */
class SnapshotTest extends StoreTest {

    private static final int ROUNDS = 23;

    @BeforeAll
    void deploy() {
        engine.deploy(process("back").step("draft", byStarter()).step("review", by("li")).end());
        engine.deploy(process("salary").step("draft", with(with(with(byStarter(), "days", "INTEGER", "WRITE"), "note", "STRING", "WRITE"), "pay", "DECIMAL", "WRITE"))
                .step("review", with(by("li"), "pay", "DECIMAL", "HIDDEN")).end());
    }

    private long item(long instance) {
        return engine.openItems(instance).get(0).id();
    }

    private void submit(long instance, String person, Object... variables) {
        SubmitRequest request = new SubmitRequest();
        request.opinion = "opinion of " + person;
        for (int i = 0; i < variables.length; i += 2) {
            request.variables.add(World.property((String) variables[i], variables[i + 1]));
        }
        engine.execute(person, Command.onItem("submit", item(instance), request));
    }

    /** Goes there and back so often, and remembers every image and what was known when each visit of the draft began. */
    private long longLife(List<ProcessInstance> images, Map<Long, Map<String, Value>> atEntry) {
        long instance = engine.start("zhao", "back", Map.of("round", 0)).instanceId();
        images.add(engine.stored(instance));
        for (int round = 1; round <= ROUNDS; round++) {
            note(instance, atEntry);
            submit(instance, "zhao", "round", round, "half", round + 0.5);
            images.add(engine.stored(instance));
            note(instance, atEntry);
            engine.execute("li", Command.onItem("return", item(instance), new ReturnRequest()));
            images.add(engine.stored(instance));
        }
        note(instance, atEntry);
        return instance;
    }

    private void note(long instance, Map<Long, Map<String, Value>> atEntry) {
        ProcessInstance now = engine.stored(instance);
        now.nodeInstances().forEach(v -> atEntry.put(v.id(), Map.copyOf(now.variables())));
    }

    @Test
    void anInstanceCanBeSeenAsItWasAtEveryVersion() {
        List<ProcessInstance> images = new ArrayList<>();
        long instance = longLife(images, new HashMap<>());
        assertThat(images).hasSize(2 * ROUNDS + 1);
        images.forEach(then -> Compare.equal(then, engine.shell.snapshots.asOf("default", instance, then.version())));
        assertThatThrownBy(() -> engine.shell.snapshots.asOf("default", instance, images.size() + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.shell.snapshots.asOf("default", instance, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTwentiethVersionIsKeptWholeAndNoOther() throws Exception {
        long before = rows("wf_snapshot");
        long instance = longLife(new ArrayList<>(), new HashMap<>());
        assertThat(rows("wf_snapshot") - before).isEqualTo(2);
        garble("seq <= 40 and instance_id = " + instance);
        assertThat(engine.shell.snapshots.asOf("default", instance, 47).version()).isEqualTo(47);
    }

    @Test
    void whatWasKnownWhenAVisitBeganIsFoundHoweverLongAgoItWas() {
        Map<Long, Map<String, Value>> atEntry = new HashMap<>();
        long instance = longLife(new ArrayList<>(), atEntry);
        assertThat(atEntry).hasSize(2 * ROUNDS + 1);
        atEntry.forEach((visit, known) -> assertThat(engine.shell.snapshots.variablesAtEntry("default", instance, visit)).isEqualTo(known));
        assertThatThrownBy(() -> engine.shell.snapshots.variablesAtEntry("default", instance, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCopyThatAnOtherVersionOfTheProgramWroteIsPassedOver() throws Exception {
        List<ProcessInstance> images = new ArrayList<>();
        long instance = longLife(images, new HashMap<>());
        change("update wf_snapshot set shape = 'of yesterday', body = '{}' where instance_id = " + instance);
        Compare.equal(images.get(44), engine.shell.snapshots.asOf("default", instance, 45));
        assertThat(engine.shell.snapshotReader.verify(engine.caller("li"), instance).intact).isTrue();
    }

    @Test
    void aForgedCopyIsFound() throws Exception {
        long instance = longLife(new ArrayList<>(), new HashMap<>());
        assertThat(engine.shell.snapshotReader.verify(engine.caller("li"), instance).intact).isTrue();
        change("update wf_snapshot set body = replace(body, '\"20.5\"', '\"99.5\"'), version = version where version = 40 and instance_id = " + instance);
        Verification forged = engine.shell.snapshotReader.verify(engine.caller("li"), instance);
        assertThat(forged.intact).isFalse();
        assertThat(forged.brokenAt).isEqualTo(40);
    }

    @Test
    void theListHasOneSnapshotForEachOperation() {
        long instance = engine.start("zhao", "back", Map.of()).instanceId();
        submit(instance, "zhao");
        engine.execute("li", Command.onItem("return", item(instance), new ReturnRequest()));
        SnapshotPage all = engine.shell.snapshotReader.page(engine.caller("li"), instance, null, null);
        assertThat(all.snapshots).extracting(s -> s.number, s -> s.version, s -> s.operation, s -> s.actor.id, s -> s.nodeId, s -> s.opinion)
                .containsExactly(tuple(1L, 1L, "start", "zhao", null, null), tuple(2L, 2L, "submit", "zhao", "draft", "opinion of zhao"),
                        tuple(3L, 3L, "return", "li", "review", null));
        assertThat(all.snapshots).allMatch(s -> s.at != null && s.opId != null && !s.label.isBlank());
        assertThat(all.next).isNull();
        SnapshotPage first = engine.shell.snapshotReader.page(engine.caller("li"), instance, null, 2);
        assertThat(first.snapshots).hasSize(2);
        assertThat(engine.shell.snapshotReader.page(engine.caller("li"), instance, first.next, 2).snapshots)
                .extracting((SnapshotInfo s) -> s.number).containsExactly(3L);
        assertThat(engine.shell.snapshotReader.maxVersion(engine.caller("li"), instance).snapshot).isEqualTo(3);
    }

    @Test
    void aSnapshotShowsTypedVariablesOpenWorkAndWhereTheTokensStood() {
        long instance = engine.start("zhao", "salary", Map.of("days", 3)).instanceId();
        submit(instance, "zhao", "note", "urgent", "days", 5);
        submit(instance, "li", "note", "fine");
        Snapshot then = engine.shell.snapshotReader.get(engine.caller("zhao"), instance, 2);
        assertThat(then.variables).extracting(p -> p.name, p -> p.type, p -> p.value)
                .contains(tuple("days", ValueType.INTEGER, "5"), tuple("note", ValueType.STRING, "urgent"));
        assertThat(then.openItems).extracting(i -> i.nodeId, i -> i.owner.id).containsExactly(tuple("review", "li"));
        assertThat(then.visits).extracting(v -> v.nodeId, v -> v.state).containsExactly(tuple("review", "ACTIVE"));
        assertThat(then.info.operation).isEqualTo("submit");
        assertThat(engine.shell.snapshotReader.get(engine.caller("zhao"), instance, 3).openItems).isEmpty();
    }

    @Test
    void theDifferenceOfTwoSnapshotsNamesEachPropertyWithBothValues() {
        long instance = engine.start("zhao", "salary", Map.of("days", 3)).instanceId();
        submit(instance, "zhao", "note", "urgent", "days", 5);
        Differences there = engine.shell.snapshotReader.differences(engine.caller("zhao"), instance, 1L, 2L);
        assertThat(there.changes).extracting(c -> c.name, c -> c.type, c -> c.before, c -> c.after)
                .containsExactly(tuple("days", ValueType.INTEGER, "3", "5"), tuple("note", ValueType.STRING, null, "urgent"));
        assertThat(engine.shell.snapshotReader.differences(engine.caller("zhao"), instance, 2L, 1L).changes)
                .extracting(c -> c.before, c -> c.after).containsExactly(tuple("5", "3"), tuple("urgent", null));
        assertThat(engine.shell.snapshotReader.differences(engine.caller("zhao"), instance, 2L, 2L).changes).isEmpty();
    }

    @Test
    void theTimeMachineShowsNoFieldThatIsHiddenNow() {
        long instance = engine.start("zhao", "salary", Map.of("pay", 12.5)).instanceId();
        submit(instance, "zhao", "pay", 13.5);
        assertThat(engine.shell.snapshotReader.get(engine.caller("li"), instance, 1).variables).noneMatch(p -> p.name.equals("pay"));
        assertThat(engine.shell.snapshotReader.differences(engine.caller("li"), instance, 1L, 2L).changes).isEmpty();
        assertThat(engine.shell.snapshotReader.differences(engine.caller("admin"), instance, 1L, 2L).changes).hasSize(1);
    }

    @Test
    void aSnapshotThatNeverWasOrIsNotOnesOwnIsNotFound() {
        long instance = engine.start("zhao", "back", Map.of()).instanceId();
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.snapshotReader.get(engine.caller("zhao"), instance, 2));
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.snapshotReader.get(engine.caller("zhao"), instance, 0));
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.snapshotReader.get(engine.caller("qian"), instance, 1));
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.snapshotReader.page(engine.caller("qian"), instance, null, null));
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.snapshotReader.maxVersion(neighbour.caller("admin"), instance));
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.snapshotReader.differences(engine.caller("zhao"), instance, 1L, null));
    }

    private static void refused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(code));
    }

    @Test
    void aDraftThatWasSavedMakesNoSnapshot() {
        long instance = engine.start("zhao", "back", Map.of()).instanceId();
        long item = item(instance);
        engine.shell.transactions.required(() -> engine.shell.items.save(engine.caller("zhao"), item, new OperationRequest()));
        assertThat(engine.shell.snapshotReader.maxVersion(engine.caller("zhao"), instance).version).isEqualTo(1);
    }
}
