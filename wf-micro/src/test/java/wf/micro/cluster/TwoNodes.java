package wf.micro.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import wf.micro.AnotherServer;
import wf.micro.Product;
import wf.micro.StartFailure;
import wf.micro.face.Rest;

/** The product of the whole run and a second node of it on the same database, as clients see them. */
final class TwoNodes implements AutoCloseable {
    private final AnotherServer another;
    private final Product product;
    private final List<Rest> nodes;

    private TwoNodes(Product product, AnotherServer another) {
        this.product = product;
        this.another = another;
        nodes = List.of(product.rest(), new Rest(another.url()));
    }

    static TwoNodes beside(Product product) throws StartFailure, IOException {
        boolean shared = product.rows() != null && product.rows().areOfAServer();
        if (!shared) {
            System.out.println("Not tested here: two nodes at once need a database server that both use (.ci/run has two).");
        }
        assumeTrue(shared, "two nodes need a database server");
        return new TwoNodes(product, AnotherServer.start());
    }

    Rest first() {
        return nodes.get(0);
    }

    Rest second() {
        return nodes.get(1);
    }

    URI firstUrl() {
        return product.url();
    }

    URI secondUrl() {
        return another.url();
    }

    List<Rest> both() {
        return nodes;
    }

    Rest any(Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    @Override
    public void close() {
        another.close();
    }
}
