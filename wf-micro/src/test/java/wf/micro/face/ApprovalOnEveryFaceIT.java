package wf.micro.face;

import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredToGroup;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedByAll;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.Vote;
import wf.micro.Product;
import wf.micro.RunningProduct;
import wf.scenario.World;

/** One approval runs from its deployment to its end over each face, on whatever server the product is deployed. */
@Tag("smoke")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovalOnEveryFaceIT {
    private Product product;

    @BeforeAll
    void connect(Product running) {
        product = running;
    }

    Stream<Named<Face>> faces() {
        return product.faces();
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void aContractIsReviewedByThreeSentBackAndSigned(Face face) {
        World wf = new World(new FaceEngine(face));
        wf.deployed(process("contract").step("draft", byStarter())
                .fork(line("legal", by("li")), line("finance", offeredToGroup("finance")), line("technical", by("qian")))
                .step("sign", signedByAll("li", "wang")).end());
        wf.started("C", "contract", "zhao", "price", 12);
        wf.actor("zhao").submits("draft", "remark", "中文 & <markup>");
        wf.expect().at("legal", "finance", "technical").offered("finance").has("remark", "中文 & <markup>");
        wf.actor("sun").claims("finance");
        wf.actor("wang").isRefused(ErrorCode.ALREADY_CLAIMED).claims("finance");
        wf.actor("sun").submits("finance");
        wf.actor("li").submits("legal");
        wf.actor("li").isRefused(ErrorCode.FORBIDDEN).submits("technical");
        wf.actor("qian").returns("technical", "draft");
        wf.expect().at("draft").todoOf("zhao");
        wf.actor("zhao").submits("draft", "price", 11);
        wf.actor("sun").claims("finance");
        wf.actor("sun").submits("finance");
        wf.actor("li").submits("legal");
        wf.actor("qian").submits("technical");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.expect().at().is(InstanceState.COMPLETED).has("price", 11L);
        wf.actor("zhao").isRefused(ErrorCode.ILLEGAL_STATE).terminates();
    }
}
