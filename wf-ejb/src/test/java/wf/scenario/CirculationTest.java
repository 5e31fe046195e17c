package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.CirculateRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.Person;
import wf.contract.UrgeRequest;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.contract.WorkListKind;
import wf.query.WorkListFilter;
import wf.refusal.Refused;
import wf.store.TestDatabase;

/** What happens beside an instance: it is given to others to read, they have read it, and holders are urged. */
class CirculationTest {

    private StoreEngine engine;
    private World wf;

    @BeforeEach
    void open() throws Exception {
        DataSource source = TestDatabase.H2.migrated();
        engine = new StoreEngine(source, "default");
        wf = new World(engine);
        wf.deployed(process("order").step("draft", byStarter()).step("review", by("li")).step("pay", offeredTo("wang", "sun")).end());
        wf.started("it", "order", "zhao");
        wf.actor("zhao").submits("draft");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    // ---- to read ----

    private OperationReply circulated(String by, boolean preview, String... readers) {
        CirculateRequest request = new CirculateRequest();
        request.users = List.of(readers);
        request.opinion = "for your information";
        request.preview = preview;
        return done(() -> engine.shell.circulation.circulate(engine.caller(by), wf.currentInstance(), request));
    }

    private OperationReply markedRead(String by, long item) {
        return done(() -> engine.shell.circulation.markRead(engine.caller(by), item, new OperationRequest()));
    }

    private <T> T done(Supplier<T> work) {
        return engine.shell.attempts.of(Locale.ENGLISH, work);
    }

    private List<WorkItemInfo> list(String person, WorkListKind kind) {
        WorkListFilter all = new WorkListFilter(null, null, null);
        List<WorkItemInfo> items = engine.shell.lists.page(engine.caller(person), kind, all, null, null).items;
        assertThat(engine.shell.lists.count(engine.caller(person), kind, all, false).count).isEqualTo(items.size());
        return items;
    }

    private static ErrorCode refused(Runnable act) {
        try {
            act.run();
            return null;
        } catch (Refused e) {
            return e.problem().code;
        }
    }

    @Test
    void aReaderFindsWhatHeIsToReadAndThenWhatHeHasRead() {
        long version = engine.stored(wf.currentInstance()).version();
        assertThat(refused(() -> engine.shell.reading.open(engine.caller("wang"), wf.currentInstance()))).isEqualTo(ErrorCode.NOT_FOUND);
        OperationReply reply = circulated("li", false, "wang", "qian");
        assertThat(reply.itemsCreated).hasSize(2).allMatch(i -> i.kind == WorkItemKind.READ && i.state == WorkItemState.UNREAD);
        assertThat(reply.told).extracting((Person p) -> p.id).containsExactly("wang", "qian");
        WorkItemInfo item = list("wang", WorkListKind.TOREAD).get(0);
        assertThat(item.note).isEqualTo("for your information");
        assertThat(item.sentBy.id).isEqualTo("li");
        assertThat(item.title).isEqualTo("order");
        assertThat(engine.shell.reading.checkOpen(engine.caller("wang"), wf.currentInstance()).identities).containsExactly("READER");
        assertThat(refused(() -> markedRead("qian", item.id))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(markedRead("wang", item.id).itemsClosed.get(0).state).isEqualTo(WorkItemState.READ);
        assertThat(refused(() -> markedRead("wang", item.id))).isEqualTo(ErrorCode.ILLEGAL_STATE);
        assertThat(list("wang", WorkListKind.TOREAD)).isEmpty();
        assertThat(list("wang", WorkListKind.READ)).hasSize(1);
        assertThat(engine.stored(wf.currentInstance()).version()).as("version of the instance").isEqualTo(version);
        wf.expect().at("review");
    }

    @Test
    void whatSomebodyHasBeforeHimIsNotGivenToHimTwice() {
        circulated("zhao", false, "wang");
        assertThat(circulated("li", false, "wang", "qian").itemsCreated).extracting(i -> i.owner.id).containsExactly("qian");
        assertThat(list("wang", WorkListKind.TOREAD)).hasSize(1);
    }

    @Test
    void aPreviewGivesNobodyAnything() {
        assertThat(circulated("li", true, "wang").itemsCreated).singleElement().matches(i -> i.id == null);
        assertThat(list("wang", WorkListKind.TOREAD)).isEmpty();
    }

    @Test
    void onlyThoseCirculateWhoHaveToDoWithTheInstance() {
        assertThat(refused(() -> circulated("sun", false, "wang"))).isEqualTo(ErrorCode.NOT_FOUND);
        circulated("li", false, "qian");
        assertThat(refused(() -> circulated("qian", false, "wang"))).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(refused(() -> circulated("li", false, "nobody"))).isEqualTo(ErrorCode.NO_PARTICIPANT);
        assertThat(refused(() -> circulated("li", false))).isEqualTo(ErrorCode.INVALID_INPUT);
    }

    @Test
    void afterTheEndOnlyWhereTheProcessSaysSo() {
        wf.actor("li").submits("review");
        wf.actor("sun").claims("pay");
        wf.actor("sun").submits("pay");
        wf.expect().is(InstanceState.COMPLETED);
        assertThat(refused(() -> circulated("zhao", false, "qian"))).isEqualTo(ErrorCode.NODE_POLICY);
        assertThat(circulated("admin", false, "qian").itemsCreated).hasSize(1);
        wf.deployed(process("open").step("only", byStarter()).end().replace("isExecutable=\"true\"", "isExecutable=\"true\" wf:allow=\"circulate\""));
        wf.started("open", "open", "zhao");
        wf.actor("zhao").submits("only");
        OperationReply reply = circulated("zhao", false, "qian");
        assertThat(markedRead("qian", reply.itemsCreated.get(0).id).itemsClosed).hasSize(1);
    }

    // ---- urging ----

    private OperationReply urged(String by, String node) {
        UrgeRequest request = new UrgeRequest();
        engine.openItems(wf.currentInstance()).stream().filter(i -> i.node().equals(node)).forEach(i -> request.workItemIds.add(i.id()));
        request.text = "please";
        return done(() -> engine.shell.urging.urge(engine.caller(by), wf.currentInstance(), request));
    }

    @Test
    void theStarterUrgesAHolderAndNotAgainAtOnce() {
        long version = engine.stored(wf.currentInstance()).version();
        assertThat(urged("zhao", "review").told).extracting((Person p) -> p.id).containsExactly("li");
        assertThat(refused(() -> urged("zhao", "review"))).isEqualTo(ErrorCode.NODE_POLICY);
        engine.pass(Duration.ofMinutes(30));
        urged("zhao", "review");
        WorkItemInfo item = list("li", WorkListKind.TODO).get(0);
        assertThat(item.urged).isEqualTo(2);
        assertThat(item.urgedAt).isNotNull();
        assertThat(engine.stored(wf.currentInstance()).version()).isEqualTo(version);
        wf.actor("li").submits("review");
        wf.expect().at("pay");
    }

    @Test
    void thoseAreUrgedToWhomWorkIsOffered() {
        wf.actor("li").submits("review");
        assertThat(urged("li", "pay").told).extracting((Person p) -> p.id).containsExactlyInAnyOrder("wang", "sun");
    }

    @Test
    void nobodyUrgesHimselfOrWithoutARight() {
        assertThat(refused(() -> urged("li", "review"))).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(refused(() -> urged("sun", "review"))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refused(() -> urged("zhao", "pay"))).isEqualTo(ErrorCode.INVALID_INPUT);
        UrgeRequest gone = new UrgeRequest();
        gone.workItemIds.add(1L);
        assertThat(refused(() -> done(() -> engine.shell.urging.urge(engine.caller("zhao"), wf.currentInstance(), gone)))).isEqualTo(ErrorCode.ILLEGAL_STATE);
    }
}
