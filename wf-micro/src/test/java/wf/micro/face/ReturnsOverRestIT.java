package wf.micro.face;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.micro.Product;
import wf.micro.RunningProduct;
import wf.scenario.Engine;
import wf.scenario.ReturnScenarios;

/** Work that goes back across branches, on the deployed product. */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
class ReturnsOverRestIT extends ReturnScenarios {
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
