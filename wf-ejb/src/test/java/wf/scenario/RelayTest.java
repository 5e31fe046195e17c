package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.JobInfo;
import wf.contract.JobRequest;
import wf.contract.JobState;
import wf.contract.NoticeState;
import wf.query.Jobs;
import wf.relay.Published;
import wf.store.NoticeRow;
import wf.store.Telling;

/** What leaves after the commit: every event once it is stored, in the order of its instance, whichever node tells it. */
class RelayTest extends StoreTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private World wf;

    @BeforeAll
    void deploy() {
        engine.deploy(process("trip").step("draft", byStarter()).step("review", by("li")).step("pay", offeredTo("wang", "sun")).end());
    }

    @BeforeEach
    void nothingWaits() {
        wf = new World(engine);
        engine.shell.relay.run();
        engine.shell.topic.published.clear();
        engine.shell.topic.away = false;
        engine.shell.topic.breaks = e -> false;
        theLeaseEnds();
        engine.shell.relay.leftovers();
        engine.shell.topic.published.clear();
    }

    private static List<String> names(List<Published> events) {
        return events.stream().map(Published::event).toList();
    }

    private void aTripIsUnderReview() {
        wf.started("it", "trip", "zhao");
        wf.actor("zhao").submits("draft");
    }

    /** As long as it takes until another node may look after what this one has left. */
    private void theLeaseEnds() {
        engine.clock.advance(Duration.ofSeconds(61));
    }

    private List<NoticeRow> told(String person) {
        return engine.shell.notices.box(engine.tenant, person, false, Long.MAX_VALUE, 50).stream().filter(n -> n.instanceId == wf.currentInstance()).toList();
    }

    @Test
    void whatHappenedIsPublishedInItsOrderAndTheRowsAreGone() throws Exception {
        aTripIsUnderReview();
        assertThat(engine.shell.topic.published).isEmpty();
        engine.shell.relay.run();
        List<String> names = names(engine.shell.topic.published);
        assertThat(names.get(0)).isEqualTo("instance.created");
        assertThat(names).containsSubsequence("item.created", "item.submitted", "node.left", "node.entered", "item.created");
        assertThat(rows("wf_outbox")).isZero();
    }

    @Test
    void anEventNamesWhoWhatAndWhereAndTellsNoValue() throws Exception {
        wf.started("it", "trip", "zhao", "secret", "hunter2");
        engine.shell.relay.run();
        Published first = engine.shell.topic.published.get(0);
        JsonNode event = JSON.readTree(first.text());
        assertThat(event.get("schema").asInt()).isEqualTo(1);
        assertThat(event.get("id").asText()).isEqualTo("default/" + wf.currentInstance() + "/1/0");
        assertThat(event.get("definitionKey").asText()).isEqualTo("trip");
        assertThat(event.get("actor").asText()).isEqualTo("zhao");
        assertThat(event.get("instanceId").asLong()).isEqualTo(wf.currentInstance());
        assertThat(engine.shell.topic.published).noneMatch(e -> e.text().contains("hunter2"));
    }

    @Test
    void whileTheBrokerIsAwayTheRowsWaitAndPeopleAreToldAllTheSame() throws Exception {
        engine.shell.topic.away = true;
        aTripIsUnderReview();
        engine.shell.relay.run();
        assertThat(engine.shell.topic.published).isEmpty();
        assertThat(rows("wf_outbox")).isEqualTo(2);
        assertThat(engine.shell.relay.state(engine.tenant).awaySince()).isNotNull();
        assertThat(engine.shell.relay.state(engine.tenant).error()).isEqualTo("nobody there");
        assertThat(told("li")).hasSize(1);
        wf.actor("li").submits("review");
        engine.shell.relay.run();
        assertThat(told("wang")).as("also of what comes later").hasSize(1);
        assertThat(told("li")).as("and it is taken back").isEmpty();
        engine.shell.topic.away = false;
        engine.clock.advance(Duration.ofSeconds(5));
        engine.shell.relay.leftovers();
        engine.shell.relay.leftovers();
        assertThat(rows("wf_outbox")).isZero();
        List<Long> order = new ArrayList<>();
        for (Published event : engine.shell.topic.published) {
            order.add(JSON.readTree(event.text()).get("seq").asLong());
        }
        assertThat(order).isSorted().contains(1L, 2L, 3L);
        assertThat(engine.shell.relay.state(engine.tenant).awaySince()).isNull();
        assertThat(told("wang")).as("told once").hasSize(1);
        engine.shell.relay.run();
    }

    @Test
    void whatANodeLeavesBehindAnotherTellsWhenItsLeaseIsOver() throws Exception {
        aTripIsUnderReview();
        try (StoreEngine other = secondNode()) {
            assertThat(other.shell.relay.leftovers()).isZero();
            theLeaseEnds();
            assertThat(other.shell.relay.leftovers()).isEqualTo(2);
            assertThat(names(other.shell.topic.published)).contains("instance.created");
        }
        assertThat(engine.shell.relay.run()).as("nothing is left of it").isZero();
        assertThat(told("li")).hasSize(1);
    }

    @Test
    void aNodeTellsNothingOfAnInstanceBeforeWhatAnotherHasToTellOfIt() throws Exception {
        aTripIsUnderReview();
        try (StoreEngine other = secondNode()) {
            World there = new World(other);
            there.at("it", wf.currentInstance());
            there.actor("li").submits("review");
            assertThat(other.shell.relay.run()).isZero();
            assertThat(other.shell.topic.published).isEmpty();
            engine.shell.relay.run();
            assertThat(other.shell.relay.leftovers()).isEqualTo(1);
        }
    }

    @Test
    void aCrashBetweenSendingAndNotingSendsAgainUnderTheSameIdAndTellsPeopleOnce() throws Exception {
        aTripIsUnderReview();
        change("alter table wf_notice rename to wf_notice_away");
        engine.shell.relay.run();
        change("alter table wf_notice_away rename to wf_notice");
        List<String> first = engine.shell.topic.published.stream().map(Published::id).distinct().toList();
        assertThat(rows("wf_outbox")).as("what nobody has to be told is out already").isEqualTo(1);
        engine.shell.topic.published.clear();
        theLeaseEnds();
        engine.shell.relay.leftovers();
        assertThat(engine.shell.topic.published).isNotEmpty().allMatch(e -> first.contains(e.id()));
        assertThat(rows("wf_outbox")).isZero();
        assertThat(told("li")).hasSize(1);
    }

    @Test
    void aRowThatCannotBeToldIsGivenUpAndWhatIsBehindItGoesOnUntilAnAdministratorHasItToldAgain() throws Exception {
        engine.shell.topic.breaks = e -> e.event().equals("instance.created");
        aTripIsUnderReview();
        long broken = wf.currentInstance();
        wf.started("other", "trip", "zhao");
        engine.shell.topic.breaks = e -> e.event().equals("instance.created") && e.instanceId() == broken;
        engine.shell.relay.run();
        assertThat(engine.shell.topic.published).as("others are not held back").isNotEmpty().noneMatch(e -> e.instanceId() == broken);
        assertThat(told("li")).isEmpty();
        for (int attempt = 2; attempt <= 6; attempt++) {
            theLeaseEnds();
            engine.shell.relay.leftovers();
            engine.shell.relay.leftovers();
        }
        assertThat(rows("wf_outbox")).isZero();
        assertThat(engine.shell.topic.published).filteredOn(e -> e.instanceId() == broken).isNotEmpty().noneMatch(e -> e.event().equals("instance.created"));
        assertThat(rows("wf_notice where person = 'li' and instance_id = " + broken)).as("people are told of what comes behind it").isEqualTo(1);
        JobInfo dead = engine.shell.jobPages.page(engine.caller("admin"), new Jobs.Which(JobState.DEAD, "TELL", null, null, null, null), null, 10).jobs.get(0);
        assertThat(dead.lastError).contains("nobody can tell this");
        engine.shell.topic.breaks = e -> false;
        engine.shell.jobOrders.retry(engine.caller("admin"), dead.id, new JobRequest());
        engine.shell.relay.run();
        assertThat(names(engine.shell.topic.published.stream().filter(e -> e.instanceId() == broken).toList())).contains("instance.created");
        assertThat(rows("wf_outbox") + rows("wf_job where kind = 'TELL'")).isZero();
    }

    @Test
    void aTopicThatIsAwayForLongCostsNoRow() throws Exception {
        engine.shell.topic.away = true;
        aTripIsUnderReview();
        for (int attempt = 1; attempt <= 10; attempt++) {
            engine.shell.relay.run();
            theLeaseEnds();
            engine.shell.relay.leftovers();
        }
        assertThat(rows("wf_outbox")).isEqualTo(2);
        engine.shell.topic.away = false;
        theLeaseEnds();
        engine.shell.relay.leftovers();
        engine.shell.relay.leftovers();
        assertThat(names(engine.shell.topic.published)).contains("instance.created");
    }

    @Test
    void whoPutsAnOfferBackHasTheOthersToldOfItAnew() {
        aTripIsUnderReview();
        wf.actor("li").submits("review");
        wf.actor("wang").claims("pay");
        engine.shell.relay.run();
        assertThat(told("sun")).isEmpty();
        wf.actor("wang").unclaims("pay");
        engine.shell.relay.run();
        assertThat(told("sun")).extracting(n -> n.kind).containsExactly("TODO");
        assertThat(told("wang")).as("he knows it still").hasSize(1);
        wf.actor("sun").claims("pay");
        engine.shell.relay.run();
        assertThat(told("wang")).isEmpty();
        assertThat(told("sun")).hasSize(1);
    }

    @Test
    void workOfADeletedInstanceIsTakenBackAndOfARestoredOneToldAnew() {
        aTripIsUnderReview();
        engine.shell.relay.run();
        wf.actor("admin").deletes();
        engine.shell.relay.run();
        assertThat(told("li")).isEmpty();
        wf.actor("admin").restores();
        engine.shell.relay.run();
        assertThat(told("li")).extracting(n -> n.kind).containsExactly("TODO");
        assertThat(told("li").get(0).subject).contains("review");
        wf.actor("admin").deletes();
        wf.actor("admin").restores();
        engine.shell.relay.run();
        assertThat(told("li")).as("once, however often").hasSize(1);
        wf.actor("li").submits("review");
        wf.actor("admin").deletes();
        engine.shell.relay.run();
        assertThat(told("sun")).as("work that came and is deleted when it is to be told").isEmpty();
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        wf.started("it", "trip", "zhao");
        engine.shell.relay.run();
        engine.shell.topic.published.clear();
        try {
            engine.shell.transactions.required(() -> {
                engine.shell.outbox.tell(engine.tenant, Telling.about("item.urged", "URGE", wf.currentInstance(), null, null, List.of("user:li"), "zhao", "now"), engine.now());
                throw new IllegalStateException("the caller thinks better of it");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("thinks better");
        }
        assertThat(engine.shell.relay.run()).isZero();
        assertThat(engine.shell.topic.published).isEmpty();
    }

    @Test
    void manyInstancesAreToldInOneGo() throws Exception {
        for (int n = 0; n < 30; n++) {
            wf.started("n" + n, "trip", "zhao");
            wf.actor("zhao").submits("draft");
        }
        assertThat(engine.shell.relay.run()).isEqualTo(60);
        assertThat(rows("wf_outbox")).isZero();
        assertThat(told("li")).hasSize(1);
    }

    @Test
    void newWorkIsToldToItsHolderInHisBoxAndTakenBackWhenItIsDone() {
        aTripIsUnderReview();
        engine.shell.relay.run();
        NoticeRow todo = told("li").get(0);
        assertThat(todo.kind).isEqualTo("TODO");
        assertThat(todo.state).isEqualTo(NoticeState.SENT.name());
        assertThat(todo.subject).contains("trip").contains("review");
        assertThat(told("zhao")).as("nobody is told of what he did himself").isEmpty();
        wf.actor("li").submits("review");
        engine.shell.relay.run();
        assertThat(told("li")).isEmpty();
        assertThat(told("wang")).hasSize(1);
        assertThat(told("sun")).hasSize(1);
        wf.actor("wang").claims("pay");
        engine.shell.relay.run();
        assertThat(told("sun")).as("another has taken it").isEmpty();
        assertThat(told("wang")).hasSize(1);
        wf.actor("wang").submits("pay");
        engine.shell.relay.run();
        assertThat(told("wang")).isEmpty();
        assertThat(told("zhao")).extracting(n -> n.kind).containsExactly("ENDED");
    }

    @Test
    void levelsOfLimitsAreEventsAndAreToldToWhomTheyConcern() {
        String levels = "<wf:level kind=\"WARN\" before=\"H4\" strategy=\"URGE\"/><wf:level kind=\"OVERDUE\" strategy=\"NOTIFY\"/>";
        engine.deploy(Sketch.process("late").start("s").user("draft", byStarter()).user("check", new Model.Who(" wf:assignee=\"li\" wf:limit=\"H5\"", levels))
                .end("e").path("s", "draft", "check", "e").xml());
        wf.started("it", "late", "zhao");
        wf.actor("zhao").submits("draft");
        engine.pass(Duration.ofHours(2));
        engine.shell.relay.leftovers();
        assertThat(names(engine.shell.topic.published)).contains("time.warn", "item.urged").doesNotContain("time.overdue");
        assertThat(told("li")).extracting(n -> n.kind).containsExactlyInAnyOrder("TODO", "URGE");
        engine.pass(Duration.ofHours(8));
        engine.shell.relay.leftovers();
        assertThat(names(engine.shell.topic.published)).contains("time.overdue");
        assertThat(told("li")).extracting(n -> n.kind).containsExactlyInAnyOrder("TODO", "URGE", "OVERDUE");
        wf.actor("li").submits("check");
        engine.shell.relay.run();
        assertThat(told("li")).isEmpty();
    }

    @Test
    void workThatIsGoneBeforeAnybodyWasToldOfItIsNotTold() {
        aTripIsUnderReview();
        wf.actor("li").submits("review");
        engine.shell.relay.run();
        assertThat(told("li")).isEmpty();
        assertThat(told("sun")).hasSize(1);
    }
}
