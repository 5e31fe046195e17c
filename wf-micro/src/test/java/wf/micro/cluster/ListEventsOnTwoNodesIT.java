package wf.micro.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.contract.OperationReply;
import wf.micro.Product;
import wf.micro.RunningProduct;
import wf.micro.face.EventStream;

/** Whoever listens at one node hears what is done at the other, though each has a broker of its own. */
@ExtendWith(RunningProduct.class)
class ListEventsOnTwoNodesIT {
    /** After so long everybody knows that a node listens. */
    private static final long WARM = 15_000;

    private final String key = "heard_" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whatIsDoneAtOneNodeIsHeardAtTheOther(Product product) throws Exception {
        try (TwoNodes nodes = TwoNodes.beside(product); EventStream wang = EventStream.of(nodes.secondUrl(), "wang");
                EventStream zhou = EventStream.of(nodes.firstUrl(), "zhou")) {
            Cast.deploy(nodes.first(), Cast.pool(key));
            TimeUnit.MILLISECONDS.sleep(WARM);
            wang.until("all");
            zhou.until("all");
            wang.rest();
            OperationReply started = Cast.start(nodes.first(), key, 1).get(0);
            assertThat(wang.until("claimable")).doesNotContain("all");
            zhou.until("claimable");
            zhou.rest();
            nodes.second().call("wang", OperationReply.class, "claim", "workItemId", started.itemsCreated.get(0).id);
            wang.until("todo");
            assertThat(zhou.until("claimable")).as("taken away at the other node").doesNotContain("all");
        }
    }
}
