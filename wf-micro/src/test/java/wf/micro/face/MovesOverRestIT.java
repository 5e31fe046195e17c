package wf.micro.face;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.micro.Product;
import wf.micro.RunningProduct;
import wf.scenario.Engine;
import wf.scenario.MoveScenarios;

/** Work that leaves the ways of the model, on the deployed product. */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
class MovesOverRestIT extends MoveScenarios {
    private static Rest rest;

    @BeforeAll
    static void connect(Product product) {
        rest = product.rest();
    }

    @Override
    protected Engine engine() {
        return new FaceEngine(rest);
    }
}
