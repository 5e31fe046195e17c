package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.command.Reading;
import wf.contract.CountersignSubmitRequest;
import wf.contract.History;
import wf.contract.InstanceState;
import wf.contract.OpenReply;
import wf.contract.OperationRequest;
import wf.contract.ReturnRequest;
import wf.contract.SubmitRequest;
import wf.contract.Vote;
import wf.instance.ProcessInstance;
import wf.query.InstanceFilter;
import wf.setting.Settings;
import wf.store.TestDatabase;
import wf.store.migration.Migration;

/** A database that an earlier version of the product wrote is brought up to date, and what runs in it goes on to its end. */
class UpgradeTest {

    private StoreEngine engine;

    @BeforeEach
    void upgrade() throws Exception {
        DataSource source = TestDatabase.H2.fresh();
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute("runscript from 'classpath:wf/upgrade/V2.sql'");
        }
        new Migration(source, new Settings()).run();
        engine = new StoreEngine(source, "default");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private long instance(String title) {
        return engine.shell.found.page(engine.caller("admin"), new InstanceFilter(null, title.toUpperCase(), null, null, null), null, null)
                .instances.get(0).id;
    }

    private List<Long> all() {
        return engine.shell.found.page(engine.caller("admin"), new InstanceFilter(null, null, null, null, null), null, null)
                .instances.stream().map(i -> i.id).toList();
    }

    private void submit(String title, String person) {
        engine.execute(person, Command.onItem("submit", mine(title, person), new SubmitRequest()));
        engine.checkStored(instance(title));
    }

    private void vote(String title, String person) {
        CountersignSubmitRequest request = new CountersignSubmitRequest();
        request.vote = Vote.AGREE;
        engine.execute(person, Command.onItem("countersignSubmit", mine(title, person), request));
        engine.checkStored(instance(title));
    }

    private long mine(String title, String person) {
        return engine.openItems(instance(title)).stream().filter(i -> person.equals(i.owner())).findFirst().orElseThrow().id();
    }

    private void isCompleted(String title) {
        assertThat(engine.stateOf(instance(title))).isEqualTo(InstanceState.COMPLETED);
    }

    @Test
    void theJournalsOfAllInstancesAreWholeAndReplayToWhatIsStored() {
        assertThat(all()).hasSize(7);
        for (long instance : all()) {
            assertThat(engine.shell.snapshotReader.verify(engine.caller("admin"), instance).intact).isTrue();
            ProcessInstance stored = engine.stored(instance);
            Compare.equal(stored, engine.shell.snapshots.asOf("default", instance, stored.version()));
        }
    }

    @Test
    void theHistoriesOfAllInstancesCanBeRead() {
        for (long instance : all()) {
            Reading.Readable on = engine.shell.reading.instance(engine.caller("admin"), instance);
            History history = engine.shell.history.read(engine.caller("admin"), on.image(), on.definition(), on.directory(), on.sight());
            assertThat(history.entries).hasSize((int) on.image().version()).allMatch(e -> !e.label.isBlank());
            assertThat(history.visits).isNotEmpty();
        }
        Reading.Readable returned = engine.shell.reading.instance(engine.caller("li"), instance("returned"));
        assertThat(engine.shell.history.read(engine.caller("li"), returned.image(), returned.definition(), returned.directory(), returned.sight()).entries)
                .extracting(e -> e.operation, e -> e.actor.id, e -> e.opinion)
                .containsExactly(tuple("start", "zhao", null), tuple("submit", "zhao", "agreed by zhao"), tuple("return", "li", "too many days"));
    }

    @Test
    void aDraftIsSentOnItsWayAndApproved() {
        submit("draft", "zhao");
        submit("draft", "li");
        isCompleted("draft");
    }

    @Test
    void whatWasReturnedIsHandedInAgain() {
        assertThat(engine.variable(instance("returned"), "days")).isEqualTo(4L);
        submit("returned", "zhao");
        submit("returned", "li");
        isCompleted("returned");
        assertThat(engine.shell.snapshots.variablesAsOf("default", instance("returned"), 1).get("days").text()).isEqualTo("3");
    }

    @Test
    void aRoundThatWasHalfVotedIsDecidedByTheNextVote() {
        vote("half voted", "wang");
        submit("half voted", "qian");
        isCompleted("half voted");
    }

    @Test
    void aBranchThatWasStillOnItsWayMeetsTheOther() {
        submit("half done", "li");
        assertThat(engine.openItems(instance("half done"))).extracting(i -> i.node()).containsExactly("pay");
        submit("half done", "sun");
        submit("half done", "zhao");
        isCompleted("half done");
    }

    @Test
    void aClaimedItemStillHasWhatItsHolderSaved() {
        OpenReply open = engine.shell.transactions.required(() -> engine.shell.items.open(engine.caller("sun"), mine("claimed", "sun")));
        assertThat(open.opinionDraft).isEqualTo("half written");
        submit("claimed", "sun");
        assertThat(engine.variable(instance("claimed"), "note")).isEqualTo("from the draft");
        isCompleted("claimed");
    }

    @Test
    void anOfferedItemCanBeClaimedAndReturned() {
        long offered = instance("offered");
        engine.execute("wang", Command.onItem("claim", engine.openItems(offered).get(0).id(), new OperationRequest()));
        engine.execute("wang", Command.onItem("return", mine("offered", "wang"), new ReturnRequest()));
        engine.checkStored(offered);
        submit("offered", "zhao");
    }

    @Test
    void whatWasCompletedIsOpenedForReading() {
        List<String> shown = new ArrayList<>();
        engine.shell.reading.open(engine.caller("zhao"), instance("done")).visits.forEach(v -> shown.add(v.nodeId + " " + v.state));
        assertThat(shown).contains("draft DONE", "review DONE");
    }
}
