package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.CirculateRequest;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.stream.ListStream;
import wf.stream.News;

/** Who listens is told when one of his lists has changed, and nobody else is, whichever node it happened at. */
class ListNewsTest extends StoreTest {

    private World wf;
    private final Map<String, ListStream> streams = new HashMap<>();

    @BeforeAll
    void deploy() {
        engine.deploy(process("trip").step("draft", byStarter()).step("review", by("li")).step("pay", offeredTo("wang", "sun")).end());
    }

    @BeforeEach
    void nobodyListens() {
        streams.values().forEach(s -> engine.shell.listStreams.close(s));
        streams.clear();
        engine.shell.relay.run();
        engine.clock.advance(Duration.ofMinutes(10));
        engine.shell.listNews.turn();
        wf = new World(engine);
    }

    private void listen(String... people) {
        for (String person : people) {
            streams.put(person, engine.shell.listStreams.open(engine.caller(person), null));
            assertThat(heard(person)).isEqualTo("all");
        }
        settled(engine);
        for (String person : people) {
            assertThat(heard(person)).as("what was while this node did not hear everything yet").isEqualTo("all");
        }
    }

    private void settled(StoreEngine node) {
        node.shell.listNews.turn();
        engine.clock.advance(Duration.ofSeconds(11));
        node.shell.listNews.turn();
    }

    /** What he is told of what has happened, and goes to rest. */
    private String heard(String person) {
        engine.shell.relay.run();
        return heard(streams.get(person));
    }

    private String heard(ListStream stream) {
        engine.clock.advance(Duration.ofSeconds(1));
        Optional<News> news = stream.take(engine.clock.instant());
        return news.map(n -> n.all() ? "all" : String.join(" ", new TreeSet<>(n.lists().stream().map(l -> l.path()).toList()))).orElse("");
    }

    /** A node looks every three seconds at least for what others have told. */
    private String heardThere(StoreEngine node, ListStream stream) {
        engine.clock.advance(Duration.ofSeconds(3));
        node.shell.listNews.turn();
        return heard(stream);
    }

    @Test
    void workThatComesAndGoesIsHeardOfByWhoeverHasIt() {
        listen("zhao", "li", "wang", "sun", "zhou");
        wf.started("it", "trip", "zhao");
        assertThat(heard("zhao")).isEqualTo("started todo");
        wf.actor("zhao").submits("draft");
        assertThat(heard("zhao")).isEqualTo("done todo");
        assertThat(heard("li")).isEqualTo("todo");
        wf.actor("li").submits("review");
        assertThat(heard("wang")).isEqualTo("claimable");
        assertThat(heard("sun")).isEqualTo("claimable");
        wf.actor("sun").claims("pay");
        assertThat(heard("wang")).as("it is gone").isEqualTo("claimable");
        assertThat(heard("sun")).isEqualTo("claimable todo");
        wf.actor("sun").unclaims("pay");
        assertThat(heard("wang")).as("it is there again").isEqualTo("claimable");
        wf.actor("wang").claims("pay");
        wf.actor("wang").transfers("pay", "li");
        assertThat(heard("wang")).contains("passed").contains("todo");
        assertThat(heard("li")).contains("todo");
        wf.actor("li").submits("pay");
        assertThat(heard("zhao")).as("it has ended").isEqualTo("started");
        assertThat(heard("zhou")).as("it is none of his business").isEmpty();
    }

    @Test
    void whatIsSentToBeReadIsHeardOfByItsReader() {
        listen("wang", "sun");
        wf.started("it", "trip", "zhao");
        CirculateRequest request = new CirculateRequest();
        request.users = List.of("wang");
        OperationReply reply = engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.circulation.circulate(engine.caller("zhao"), wf.currentInstance(), request));
        assertThat(heard("wang")).isEqualTo("toread");
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.circulation.markRead(engine.caller("wang"), reply.itemsCreated.get(0).id, new OperationRequest()));
        assertThat(heard("wang")).isEqualTo("read toread");
        assertThat(heard("sun")).isEmpty();
    }

    @Test
    void aWithdrawnOfferAndADeletedInstanceAreGoneFromListsToo() {
        wf.started("it", "trip", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submits("review");
        listen("zhao", "wang");
        wf.actor("admin").terminates();
        assertThat(heard("wang")).isEqualTo("claimable");
        assertThat(heard("zhao")).isEqualTo("started");
        wf.started("other", "trip", "zhao");
        heard("zhao");
        wf.actor("admin").deletesAll();
        assertThat(heard("zhao")).isEqualTo("started todo");
    }

    @Test
    void whatHappensAtOneNodeIsHeardAtTheOtherAndOnlyWhereSomebodyListensItIsWritten() throws Exception {
        try (StoreEngine other = secondNode()) {
            wf.started("it", "trip", "zhao");
            engine.shell.relay.run();
            assertThat(rows("wf_list_news")).as("nobody listens").isZero();
            ListStream li = other.shell.listStreams.open(other.caller("li"), null);
            settled(other);
            assertThat(heard(li)).isEqualTo("all");
            wf.actor("zhao").submits("draft");
            engine.shell.relay.run();
            assertThat(rows("wf_list_news")).isEqualTo(1);
            assertThat(heardThere(other, li)).isEqualTo("todo");
            assertThat(heardThere(other, li)).as("heard once").isEmpty();
            World there = new World(other);
            there.at("it", wf.currentInstance());
            there.actor("li").submits("review");
            other.shell.relay.run();
            assertThat(rows("wf_list_news")).as("only the other node listens").isEqualTo(1);
            assertThat(heard(li)).isEqualTo("done todo");
            engine.clock.advance(Duration.ofMinutes(3));
            other.shell.listNews.turn();
            assertThat(rows("wf_list_news")).as("forgotten").isZero();
            other.shell.listNews.stop();
            assertThat(rows("wf_list_listener")).isZero();
        }
    }

    @Test
    void whatADeadNodeLeavesUntoldIsHeardAsAll() throws Exception {
        wf.started("it", "trip", "zhao");
        engine.shell.relay.run();
        try (StoreEngine other = secondNode()) {
            ListStream li = other.shell.listStreams.open(other.caller("li"), null);
            settled(other);
            heard(li);
            wf.actor("zhao").submits("draft");
            for (int second = 0; second <= 60; second++) {
                assertThat(heard(li)).as("signs of life").isEmpty();
            }
            assertThat(other.shell.relay.leftovers()).isEqualTo(1);
            other.shell.listNews.turn();
            assertThat(heard(li)).isEqualTo("all");
            other.shell.listNews.stop();
        }
        engine.shell.relay.run();
    }

    @Test
    void listeningCostsLessThanAStatementASecondHoweverManyListen() throws Exception {
        NotedStatements statements = new NotedStatements();
        try (StoreEngine node = nodeBehind(statements::before)) {
            node.shell.listNews.turn();
            assertThat(statements.all()).as("nobody listens").isEmpty();
            List<ListStream> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(node.shell.listStreams.open(node.caller(List.of("zhao", "li", "wang", "sun", "zhou", "qian").get(i % 6)), null));
            }
            statements.forget();
            for (int second = 0; second < 120; second++) {
                engine.clock.advance(Duration.ofSeconds(1));
                node.shell.listNews.turn();
                all.forEach(s -> s.take(engine.clock.instant()));
            }
            assertThat(node.shell.listStreams.open()).isEqualTo(50);
            assertThat(statements.all().size()).as("in two minutes: %s", statements.all()).isBetween(40, 80);
            node.shell.listNews.stop();
        }
    }
}
