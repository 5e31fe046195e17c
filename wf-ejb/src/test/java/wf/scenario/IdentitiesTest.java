package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.command.Reading.Readable;
import wf.contract.CirculateRequest;
import wf.contract.ErrorCode;
import wf.contract.FieldAccess;
import wf.contract.FormField;
import wf.contract.FormMode;
import wf.contract.History;
import wf.contract.HistoryEntry;
import wf.contract.IdentityHolders;
import wf.contract.OpenReply;
import wf.contract.OperationInfo;
import wf.contract.OperationRequest;
import wf.contract.PutIdentityRequest;
import wf.store.TestDatabase;

/** What somebody may do, see and fill in, by what he is to an item (§1.2, §9.3); the journal keeps as what he did it. */
class IdentitiesTest {

    private StoreEngine engine;
    private World wf;

    @BeforeEach
    void open() throws Exception {
        DataSource source = TestDatabase.H2.migrated();
        engine = new StoreEngine(source, "default");
        wf = new World(engine);
        Model.Who review = new Model.Who(by("li").attributes() + " wf:deny=\"return\"",
                "<wf:field name=\"days\" type=\"INTEGER\" access=\"REQUIRED\"/>"
                + "<wf:field name=\"salary\" type=\"INTEGER\" access=\"WRITE\" accessOf=\"ASSIST=HIDDEN, READER=HIDDEN\"/>"
                + "<wf:field name=\"advice\" access=\"READ\" accessOf=\"ASSIST=WRITE\"/>"
                + "<wf:field name=\"secret\" access=\"HIDDEN\"/>");
        wf.deployed(process("order").step("draft", byStarter()).step("review", review).step("pay", by("sun")).end());
        wf.started("it", "order", "zhao");
        wf.actor("zhao").submits("draft", "salary", 4711, "secret", "s");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private OpenReply opened(String person) {
        long item = engine.openItems(wf.currentInstance()).stream().filter(i -> person.equals(i.owner())).findFirst().orElseThrow().id();
        return engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.items.open(engine.caller(person), item));
    }

    private List<HistoryEntry> history(String person) {
        Readable read = engine.shell.reading.instance(engine.caller(person), wf.currentInstance());
        History history = engine.shell.history.read(engine.caller(person), read.image(), read.definition(), read.directory(), read.sight());
        return history.entries;
    }

    private static List<String> allowed(OpenReply reply) {
        return reply.operations.stream().filter(o -> o.allowed).map(o -> o.name).toList();
    }

    private static List<String> shown(OpenReply reply) {
        return reply.fields.stream().map((FormField f) -> f.name + " " + f.access).toList();
    }

    private void givenToRead(String reader) {
        CirculateRequest request = new CirculateRequest();
        request.users = List.of(reader);
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.circulation.circulate(engine.caller("li"), wf.currentInstance(), request));
    }

    @Test
    void anAssistantWhoIsAReaderTooLosesNothingElseWithoutIt() {
        wf.actor("li").asksForHelp("review", false, "wang", "qian");
        givenToRead("wang");
        OpenReply both = opened("wang");
        OpenReply one = opened("qian");
        assertThat(both.identities).containsExactly("ASSIST", "READER");
        assertThat(one.identities).containsExactly("ASSIST");
        assertThat(both.mode).isEqualTo(FormMode.FILL).isEqualTo(one.mode);
        assertThat(allowed(both)).contains("assistSubmit", "transfer").doesNotContain("submit").isEqualTo(allowed(one));
        assertThat(shown(both)).containsAll(shown(one));
    }

    @Test
    void whoOnlyReadsHasNoOperationsOnTheItem() {
        givenToRead("wang");
        OpenReply reply = engine.shell.reading.open(engine.caller("wang"), wf.currentInstance());
        assertThat(reply.mode).isEqualTo(FormMode.READ);
        assertThat(reply.identities).containsExactly("READER");
        assertThat(reply.operations).isEmpty();
        assertThat(reply.fields).extracting(f -> f.name).doesNotContain("salary", "secret");
    }

    @Test
    void everyOperationIsListedWithTheReasonWhyNot() {
        OperationInfo denied = opened("li").operations.stream().filter(o -> o.name.equals("return")).findFirst().orElseThrow();
        assertThat(denied.allowed).isFalse();
        assertThat(denied.code).isEqualTo(ErrorCode.NODE_POLICY);
        assertThat(denied.reason).contains("review does not allow this");
        assertThat(opened("li").operations).extracting(o -> o.name).contains("submit", "transfer", "assist", "countersign", "addSign", "internalSubmit");
    }

    @Test
    void aFieldIsForEachIdentityWhatTheNodeSays() {
        wf.actor("li").asksForHelp("review", false, "wang");
        assertThat(shown(opened("li"))).containsExactly("days " + FieldAccess.REQUIRED, "salary " + FieldAccess.WRITE, "advice " + FieldAccess.READ);
        assertThat(shown(opened("wang"))).containsExactly("days " + FieldAccess.READ, "advice " + FieldAccess.WRITE);
        assertThat(history("wang")).flatExtracting(e -> e.changes).extracting(c -> c.name).doesNotContain("salary", "secret");
        assertThat(history("li")).flatExtracting(e -> e.changes).extracting(c -> c.name).contains("salary").doesNotContain("secret");
        assertThat(history("admin")).flatExtracting(e -> e.changes).extracting(c -> c.name).contains("salary", "secret");
    }

    @Test
    void whatAnIdentityMayNotWriteIsDropped() {
        wf.actor("li").asksForHelp("review", false, "wang");
        long item = engine.openItems(wf.currentInstance()).stream().filter(i -> "wang".equals(i.owner())).findFirst().orElseThrow().id();
        OperationRequest request = new OperationRequest();
        request.variables.add(World.property("advice", "do it"));
        request.variables.add(World.property("days", 99));
        request.variables.add(World.property("salary", 1));
        engine.perform("wang", "assistSubmit", wf.currentInstance(), item, request);
        wf.expect().has("advice", "do it").has("days", null);
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).submits("review");
        wf.actor("li").submits("review", "days", 3, "advice", "mine");
        wf.expect().at("pay").has("advice", "do it").has("days", 3L).has("salary", 4711L);
    }

    @Test
    void theJournalKeepsAsWhatSomebodyDidIt() {
        wf.actor("li").asksForHelp("review", false, "wang");
        wf.actor("wang").answers("review");
        wf.actor("admin").transfers("review", "qian");
        List<HistoryEntry> entries = history("admin");
        assertThat(entries).extracting(e -> e.operation + " " + e.identities + " " + e.asAdmin).endsWith(
                "assist [MAIN] false", "assistSubmit [ASSIST] false", "transfer [MANAGER] true");
    }

    // ---- those who fill in and hold nothing ----

    private OpenReply openedAtReview(String person) {
        long item = engine.openItems(wf.currentInstance()).stream().filter(i -> i.node().equals("review")).findFirst().orElseThrow().id();
        return engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.items.open(engine.caller(person), item));
    }

    private static List<String> told(OpenReply reply) {
        return reply.fields.stream().map(f -> f.name + " " + f.access + " " + f.value).toList();
    }

    private void aPaymentIsUnderReview() {
        wf.deployed(process("payment").step("draft", byStarter()).step("review", new Model.Who(by("li").attributes(),
                "<wf:field name=\"card\" access=\"REQUIRED\" sensitivity=\"masked\"/>"
                + "<wf:field name=\"rating\" access=\"WRITE\" accessOf=\"AUDITOR=HIDDEN\"/>"
                + "<wf:field name=\"finding\" access=\"READ\" accessOf=\"AUDITOR=WRITE\"/>"
                + "<wf:field name=\"secret\" access=\"HIDDEN\"/>")).step("pay", by("sun")).end());
        wf.started("payment", "payment", "zhao");
        wf.actor("zhao").submits("draft", "card", "6222020200098765", "rating", "bad", "secret", "s", "finding", "none");
    }

    private void fillsIn(String code, String people) {
        PutIdentityRequest said = new PutIdentityRequest();
        said.mode = FormMode.FILL;
        if (people != null) {
            said.nameZh = "审计";
            said.nameEn = "Auditor";
            said.priority = 5_000;
            said.operations = List.of("submit");
            IdentityHolders holders = new IdentityHolders();
            holders.people = people;
            said.holders = List.of(holders);
        }
        assertThat(engine.identity(code, said)).isNull();
    }

    @Test
    void whoFillsInAndHoldsNothingReadsNoSensitiveValueInClear() {
        aPaymentIsUnderReview();
        List<String> reading = told(openedAtReview("admin"));
        fillsIn("MANAGER", null);
        OpenReply admin = openedAtReview("admin");
        assertThat(admin.mode).isEqualTo(FormMode.FILL);
        assertThat(told(admin)).containsExactlyInAnyOrderElementsOf(reading).contains("card READ ****8765", "rating READ bad", "secret READ s");
        assertThat(told(openedAtReview("li"))).containsExactly("card REQUIRED 6222020200098765", "rating WRITE bad", "finding READ none");
    }

    @Test
    void whatIsHiddenFromAnIdentityStaysHiddenWhereItFillsIn() {
        aPaymentIsUnderReview();
        fillsIn("AUDITOR", "user:qian, user:li, user:zhao");
        assertThat(told(openedAtReview("qian"))).containsExactly("card READ ****8765", "finding WRITE none");
        assertThat(told(openedAtReview("zhao"))).as("he has handled it too, and is shown what that shows him")
                .containsExactly("card READ ****8765", "rating READ bad", "finding WRITE none");
        assertThat(told(openedAtReview("li"))).as("the holder").containsExactly("card REQUIRED 6222020200098765", "rating WRITE bad", "finding WRITE none");
    }

    @Test
    void whoHandsInWithoutHoldingItWritesWhatHisIdentityMay() {
        aPaymentIsUnderReview();
        fillsIn("AUDITOR", "user:qian");
        wf.actor("qian").submits("review", "card", "1111111111111111", "rating", "good", "finding", "much");
        wf.expect().at("pay").has("card", "****8765").has("rating", "bad").has("finding", "much");
    }

    @Test
    void anAdministratorHandsInSomebodysWorkWithItsForm() {
        wf.actor("admin").isRefused(ErrorCode.INVALID_INPUT).submits("review");
        wf.actor("admin").submits("review", "days", 3);
        wf.expect().at("pay").has("days", 3L);
    }
}
