package wf.micro.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.contract.Count;
import wf.contract.History;
import wf.contract.InstanceState;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.WorkItemInfo;
import wf.micro.Product;
import wf.micro.Rows;
import wf.micro.RunningProduct;

/**
 * Two nodes on one database: whoever works over either of them finds one and the same instance, and however many do so
 * at the same moment, nothing is lost, nothing is done twice, and nothing is left standing.
 */
@ExtendWith(RunningProduct.class)
class TwoNodesIT {
    private static final int PAIRS = 50;
    private static final int INSTANCES = 20;
    private static final int CLIENTS = 64;
    private static final int ROUNDS = Integer.getInteger("wf.rounds", 1_000);

    private static TwoNodes nodes;
    private static Rows rows;
    private final Answers answers = new Answers();
    private final String key = "two_" + UUID.randomUUID().toString().substring(0, 8);
    private long begin;

    @BeforeAll
    static void connect(Product product) throws Exception {
        nodes = TwoNodes.beside(product);
        rows = product.rows();
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @BeforeEach
    void look() {
        begin = System.nanoTime();
    }

    private void report(String what) {
        System.out.println(what + " over two nodes in " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) + " s: " + answers);
    }

    private static List<Long> ids(List<OperationReply> started) {
        return started.stream().map(s -> s.instanceId).toList();
    }

    @Test
    void theLastTwoOfAHundredBranchesFireFiftyJoinsOnce() throws Exception {
        Cast.deploy(nodes.first(), Cast.join(key));
        List<OperationReply> started = Cast.start(nodes.second(), key, PAIRS);
        List<Callable<Optional<OperationReply>>> submits = new ArrayList<>();
        for (OperationReply one : started) {
            for (WorkItemInfo item : one.itemsCreated) {
                submits.add(() -> answers.to(Wish.submit(item.owner.id, item.id).called(key + "-" + item.id), nodes.both().get(side(item))));
            }
        }
        assertThat(Together.act(submits)).allMatch(Optional::isPresent);
        assertThat(answers.codes()).isSubsetOf("success", "LOCKED", "STALE_VERSION");

        Aftermath aftermath = new Aftermath(nodes, rows, started);
        aftermath.everyOpenItemHasItsTokenAndEveryTokenItsItem();
        List<Callable<Optional<OperationReply>>> ends = new ArrayList<>();
        for (OperationReply one : started) {
            OpenReply open = nodes.first().call(Cast.ADMIN, OpenReply.class, "openInstance", "instanceId", one.instanceId);
            assertThat(open.openItems).singleElement().satisfies(i -> assertThat(i.nodeId).isEqualTo("after"));
            long last = open.openItems.get(0).id;
            nodes.both().forEach(n -> ends.add(() -> answers.to(Wish.submit("sun", last).called(key + "-" + last + "-" + nodes.both().indexOf(n)), n)));
        }
        assertThat(Together.act(ends)).filteredOn(Optional::isPresent).hasSize(PAIRS);
        assertThat(completed()).isEqualTo(PAIRS);
        for (long instance : ids(started)) {
            History history = nodes.second().call(Cast.ADMIN, History.class, "getHistory", "instanceId", instance);
            assertThat(history.entries).extracting(e -> e.operation).containsExactly("start", "submit", "submit", "submit");
            assertThat(history.visits).filteredOn(v -> v.nodeId.equals("after")).hasSize(1);
        }
        aftermath.whatWasDoneIsWrittenDownOnce(started, answers);
        aftermath.everyJournalIsWhole();
        aftermath.nothingIsLeft();
        assertThat(answers.defects()).isEmpty();
        report("50 joins and 50 ends, each by two at once,");
    }

    /** The left branch over the first node, the right one over the second. */
    private static int side(WorkItemInfo item) {
        return item.nodeId.equals("left") ? 0 : 1;
    }

    private long completed() {
        return nodes.first().call(Cast.ADMIN, Count.class, "countInstances", "definitionKey", key, "state", InstanceState.COMPLETED).count;
    }

    @Test
    void ofTwoWhoClaimTheSameWorkOverTwoNodesOneGetsIt() throws Exception {
        Cast.deploy(nodes.first(), Cast.pool(key));
        List<OperationReply> started = Cast.start(nodes.first(), key, PAIRS);
        List<Callable<Optional<OperationReply>>> claims = new ArrayList<>();
        for (OperationReply one : started) {
            long item = one.itemsCreated.get(0).id;
            claims.add(() -> answers.to(Wish.onItem("wang", "claim", item, new OperationRequest()).called(key + "-wang-" + item), nodes.first()));
            claims.add(() -> answers.to(Wish.onItem("sun", "claim", item, new OperationRequest()).called(key + "-sun-" + item), nodes.second()));
        }
        assertThat(Together.act(claims)).filteredOn(Optional::isPresent).hasSize(PAIRS);
        assertThat(answers.codes()).isSubsetOf("success", "ALREADY_CLAIMED", "LOCKED");

        Aftermath aftermath = new Aftermath(nodes, rows, started);
        aftermath.whatWasDoneIsWrittenDownOnce(started, answers);
        aftermath.everyOpenItemHasItsTokenAndEveryTokenItsItem();
        new Finish(nodes, answers, 0).all(ids(started));
        assertThat(completed()).isEqualTo(PAIRS);
        aftermath.everyJournalIsWhole();
        aftermath.nothingIsLeft();
        report("50 claims, each of two at once,");
    }

    @Test
    void whateverSixtyFourPeopleDoAtOnceNothingIsLostDoubledOrOrphaned() throws Exception {
        long seed = Long.getLong("wf.random.seed", System.nanoTime());
        Cast.deploy(nodes.first(), Cast.everything(key));
        List<OperationReply> started = Cast.start(nodes.first(), key, INSTANCES);
        new Storm(nodes, key, started, ROUNDS, seed, answers).blow(CLIENTS);
        report(ROUNDS + " rounds on " + INSTANCES + " instances by " + CLIENTS + " clients (-Dwf.random.seed=" + seed + "), " + answers.done().size() + " operations,");

        assertThat(answers.defects()).isEmpty();
        Aftermath aftermath = new Aftermath(nodes, rows, started);
        aftermath.nothingIsUnderWay();
        aftermath.whatWasDoneIsWrittenDownOnce(started, answers);
        aftermath.everyJournalIsWhole();
        aftermath.everyOpenItemHasItsTokenAndEveryTokenItsItem();
        new Finish(nodes, answers, seed).all(ids(started));
        aftermath.everyJournalIsWhole();
        aftermath.nothingIsLeft();
        assertThat(answers.defects()).isEmpty();
        report("with the way of each to its end:");
    }
}
