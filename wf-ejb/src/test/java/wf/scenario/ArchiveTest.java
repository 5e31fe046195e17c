package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.command.Reading;
import wf.contract.ErrorCode;
import wf.contract.InstanceListKind;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.ProcessInfoFormat;
import wf.contract.ReturnRequest;
import wf.contract.SubmitRequest;
import wf.contract.TerminateRequest;
import wf.instance.ProcessInstance;
import wf.query.InstanceFilter;
import wf.query.InstanceListFilter;
import wf.refusal.Refused;
import wf.setting.Setting;
import wf.store.Archive.Position;

/** What ended long ago goes into the archive, is read there, and comes back when an administrator wants it. */
class ArchiveTest extends StoreTest {

    private static final Duration DAYS_31 = Duration.ofDays(31);

    @BeforeAll
    void archiveAfterThirtyDays() {
        System.setProperty(Setting.ARCHIVE_DAYS.property(), "30");
        engine.deploy(process("old").step("draft", byStarter()).step("review", new Model.Who(" wf:assignee=\"li\" wf:readers=\"sun\"", "<wf:field name=\"amount\" type=\"DECIMAL\" query=\"true\"/>")).end());
        engine.deploy(process("child").step("work", by("li")).end());
        engine.deploy(process("caller").step("draft", byStarter()).element("call", "<callActivity id=\"call\" calledElement=\"child\"/>").step("after", by("li")).end());
        engine.shell.archiving.schedule("default");
    }

    @AfterAll
    void archiveNothing() {
        System.clearProperty(Setting.ARCHIVE_DAYS.property());
    }

    private long completed() {
        long instance = engine.start("zhao", "old", Map.of("amount", 100)).instanceId();
        submit(instance, "zhao");
        engine.execute("li", Command.onItem("return", engine.openItems(instance).get(0).id(), new ReturnRequest()));
        submit(instance, "zhao");
        submit(instance, "li");
        return instance;
    }

    private void submit(long instance, String person) {
        SubmitRequest request = new SubmitRequest();
        request.opinion = "opinion of " + person;
        engine.execute(person, Command.onItem("submit", engine.openItems(instance).get(0).id(), request));
    }

    private boolean isLive(long instance) {
        return engine.shell.instances.load("default", instance).isPresent();
    }

    private Reading.Readable read(String person, long instance) {
        return engine.shell.reading.instance(engine.caller(person), instance);
    }

    private OperationReply unarchive(String person, long instance, OperationRequest request) {
        return engine.shell.attempts.of(engine.caller(person).locale(), () -> engine.shell.unarchiving.restore(engine.caller(person), instance, request));
    }

    private static void refused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(code));
    }

    @Test
    void whatEndedMoreThanThirtyDaysAgoLeavesTheTablesOfDailyWork() throws Exception {
        long instance = completed();
        engine.pass(Duration.ofDays(29));
        assertThat(isLive(instance)).isTrue();
        engine.pass(Duration.ofDays(2));
        assertThat(isLive(instance)).isFalse();
        for (String table : List.of("wf_instance", "wf_journal", "wf_work_item_closed", "wf_trail")) {
            assertThat(rowsOf(table, instance)).as(table).isZero();
            assertThat(rowsOf(table + "_archive", instance)).as(table).isPositive();
        }
        assertThat(engine.shell.found.page(engine.caller("zhao"), new InstanceFilter("old", null, null, null, null), null, null).instances)
                .noneMatch(i -> i.id == instance);
    }

    @Test
    void nothingIsArchivedWhereIdsOfOperationsAreRememberedForEver() {
        System.setProperty(Setting.OPERATION_DAYS.property(), "0");
        try {
            long instance = completed();
            engine.pass(Duration.ofDays(400));
            assertThat(isLive(instance)).isTrue();
        } finally {
            System.clearProperty(Setting.OPERATION_DAYS.property());
            engine.shell.archiving.schedule("default");
        }
    }

    private long rowsOf(String table, long instance) throws Exception {
        return rows(table + " where " + (table.startsWith("wf_instance") ? "id" : "instance_id") + " = " + instance);
    }

    @Test
    void itsHistoryItsSheetAndItsSnapshotsAreReadThereByThoseWhoCouldBefore() {
        long instance = completed();
        List<String> before = told("zhao", instance);
        ProcessInstance then = engine.shell.snapshots.asOf("default", instance, 2);
        engine.pass(DAYS_31);
        assertThat(told("zhao", instance)).isEqualTo(before);
        assertThat(told("li", instance)).isEqualTo(before);
        assertThat(told("sun", instance)).isEqualTo(before);
        assertThat(told("admin", instance)).isEqualTo(before);
        refused(ErrorCode.NOT_FOUND, () -> read("qian", instance));
        assertThat(engine.shell.reading.open(engine.caller("zhao"), instance).instance.archived).isTrue();
        assertThat(engine.shell.snapshotReader.get(engine.caller("li"), instance, 2).info.operation).isEqualTo("submit");
        Compare.equal(then, engine.shell.snapshots.asOf("default", instance, 2));
        assertThat(engine.shell.processInfos.format(engine.caller("li"), instance, ProcessInfoFormat.HTML, null, "zh").content).contains("opinion of li");
    }

    private List<String> told(String person, long instance) {
        Reading.Readable on = read(person, instance);
        return engine.shell.history.read(engine.caller(person), on.image(), on.definition(), on.directory(), on.sight()).entries.stream()
                .map(e -> e.seq + " " + e.operation + " " + e.actor.id + " " + e.opinion + " " + e.at + " " + e.changes.size()).toList();
    }

    @Test
    void itsHashesAreStillTrueAndAForgedRowIsFoundThereToo() throws Exception {
        long instance = completed();
        engine.pass(DAYS_31);
        assertThat(engine.shell.snapshotReader.verify(engine.caller("zhao"), instance).intact).isTrue();
        change("update wf_journal_archive set opinion = 'no' where seq = 2 and instance_id = " + instance);
        assertThat(engine.shell.snapshotReader.verify(engine.caller("zhao"), instance).brokenAt).isEqualTo(2);
        change("delete from wf_journal_archive where seq >= 2 and instance_id = " + instance);
        assertThat(engine.shell.snapshotReader.verify(engine.caller("zhao"), instance).brokenAt).isEqualTo(2);
    }

    @Test
    void nothingIsDoneToWhatIsInTheArchive() {
        long instance = completed();
        engine.pass(DAYS_31);
        TerminateRequest terminate = new TerminateRequest();
        terminate.reason = "too late";
        refused(ErrorCode.ILLEGAL_STATE, () -> engine.execute("zhao", Command.onInstance("terminate", instance, terminate)));
        refused(ErrorCode.NOT_FOUND, () -> engine.execute("qian", Command.onInstance("terminate", instance, terminate)));
    }

    @Test
    void anAdministratorFetchesItBackAsItWasAndItStaysUntilItIsAsOldAgain() throws Exception {
        long instance = completed();
        ProcessInstance before = engine.stored(instance);
        List<String> told = told("zhao", instance);
        engine.pass(DAYS_31);
        OperationRequest preview = new OperationRequest();
        preview.preview = true;
        assertThat(unarchive("admin", instance, preview).version).isEqualTo(before.version());
        assertThat(isLive(instance)).isFalse();
        refused(ErrorCode.FORBIDDEN, () -> unarchive("zhao", instance, new OperationRequest()));
        OperationRequest request = new OperationRequest();
        request.opId = "fetch-" + instance;
        OperationReply reply = unarchive("admin", instance, request);
        Compare.equal(before, engine.stored(instance));
        assertThat(told("zhao", instance)).isEqualTo(told);
        assertThat(rowsOf("wf_instance_archive", instance)).isZero();
        assertThat(engine.shell.snapshotReader.verify(engine.caller("zhao"), instance).intact).isTrue();
        assertThat(unarchive("admin", instance, request).opId).isEqualTo(reply.opId);
        refused(ErrorCode.ILLEGAL_STATE, () -> unarchive("admin", instance, new OperationRequest()));
        engine.pass(Duration.ofDays(29));
        assertThat(isLive(instance)).isTrue();
        engine.pass(Duration.ofDays(3));
        assertThat(isLive(instance)).isFalse();
    }

    /** Whoever the model lets read it, and whoever looks for a value of it, finds it again, and not while it is in the archive. */
    @Test
    void whatIsFetchedBackIsFoundByItsReadersAndItsValues() {
        long instance = completed();
        assertThat(readable("sun")).contains(instance);
        assertThat(readable("li", "amount=100")).contains(instance);
        engine.pass(DAYS_31);
        assertThat(readable("sun")).doesNotContain(instance);
        assertThat(readable("li", "amount=100")).doesNotContain(instance);
        unarchive("admin", instance, new OperationRequest());
        assertThat(readable("sun")).contains(instance);
        assertThat(readable("li", "amount=100")).contains(instance);
        assertThat(readable("li", "amount=101")).doesNotContain(instance);
    }

    private List<Long> readable(String person, String... fields) {
        return engine.shell.instanceLists.page(engine.caller(person), InstanceListKind.READABLE, new InstanceListFilter(null, null, null, null, null, null, null, null,
                List.of(fields)), null, 200).instances.stream().map(i -> i.id).toList();
    }

    @Test
    void whatRunsStaysHoweverOldItIsAndSoDoesWhatItCalled() {
        long parent = engine.start("zhao", "caller", Map.of()).instanceId();
        submit(parent, "zhao");
        long child = engine.children(parent).get(0);
        submit(child, "li");
        engine.pass(Duration.ofDays(100));
        assertThat(isLive(parent)).isTrue();
        assertThat(isLive(child)).isTrue();
        submit(parent, "li");
        engine.pass(DAYS_31);
        assertThat(isLive(parent)).isFalse();
        assertThat(isLive(child)).isFalse();
    }

    @Test
    void theWalkGoesOnWhereItsPortionEnded() {
        List<Long> many = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            many.add(completed());
        }
        Instant future = engine.clock.instant().plus(Duration.ofDays(1));
        Optional<Position> next = engine.shell.transactions.required(() -> engine.shell.archive.archive("default", future, Position.BEGIN, 3));
        assertThat(next).isPresent();
        while (next.isPresent()) {
            Position from = Position.parse(next.get().toString());
            next = engine.shell.transactions.required(() -> engine.shell.archive.archive("default", future, from, 3));
        }
        assertThat(many).noneMatch(this::isLive);
    }

    @Test
    void oneTenantsArchiveIsNotAnothers() {
        long instance = completed();
        engine.pass(DAYS_31);
        refused(ErrorCode.NOT_FOUND, () -> neighbour.shell.reading.instance(neighbour.caller("admin"), instance));
        refused(ErrorCode.NOT_FOUND, () -> neighbour.shell.attempts.of(neighbour.caller("admin").locale(),
                () -> neighbour.shell.unarchiving.restore(neighbour.caller("admin"), instance, new OperationRequest())));
    }

    @Test
    void everyColumnOfATableOfDailyWorkIsInItsArchive() throws Exception {
        for (String table : List.of("wf_instance", "wf_journal", "wf_work_item_closed", "wf_trail")) {
            assertThat(columns(table + "_archive")).as("a column that is added to %s is added to its archive", table).isEqualTo(columns(table));
        }
    }

    private Set<String> columns(String table) throws SQLException {
        return engine.shell.transactions.required(() -> {
            try (var statement = engine.shell.entityManager().unwrap(Connection.class).createStatement();
                 var nothing = statement.executeQuery("select * from " + table + " where 1 = 0")) {
                Set<String> columns = new TreeSet<>();
                for (int i = 1; i <= nothing.getMetaData().getColumnCount(); i++) {
                    columns.add(nothing.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                }
                return columns;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
