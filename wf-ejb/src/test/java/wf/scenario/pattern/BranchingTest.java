package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Sketch.process;

import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.instance.Branch;
import wf.scenario.Sketch;

/** One way after another, one of several, all of them, some of them. */
class BranchingTest extends Scenarios {

    @Test
    @Pattern("3.1")
    @Wcp(1)
    void anOrderIsPaidOnlyAfterItWasConfirmed() {
        running(process("order").start("s").user("confirm", "li").user("pay", "wang").end("e").path("s", "confirm", "pay", "e"));
        wf.expect().at("confirm").todoOf("li").noTodoOf("wang");
        submitted("li", "confirm");
        wf.expect().at("pay").todoOf("wang").noTodoOf("li");
        submitted("wang", "pay");
        isCompleted();
    }

    @Test
    @Pattern("3.2")
    @Wcp(4)
    void theFirstDepartmentThatFitsHandlesTheComplaintAndElseTheHotline() {
        running(complaint(true), "amount", 5_000);
        submitted("zhao", "write");
        wf.expect().at("lawyers");
        running(complaint(true), "amount", 500);
        submitted("zhao", "write");
        wf.expect().at("sales");
        running(complaint(true), "amount", 1);
        submitted("zhao", "write");
        wf.expect().at("hotline");
    }

    @Test
    @Pattern("3.2")
    void aComplaintForWhichNobodyIsResponsibleStaysWithItsWriter() {
        running(complaint(false), "amount", 1);
        wf.actor("zhao").isRefused(ErrorCode.NO_ROUTE).submits("write");
        wf.expect().at("write").todoOf("zhao").incidents();
        wf.actor("zhao").submits("write", "amount", 200);
        wf.expect().at("sales");
    }

    private static Sketch complaint(boolean hotline) {
        var sketch = process("complaint" + hotline).start("s").user("write", "zhao").exclusive("who").user("lawyers", "li").user("sales", "wang")
                .end("e").path("s", "write", "who").when("amount > 1000", "who", "lawyers").when("amount > 100", "who", "sales")
                .path("lawyers", "e").path("sales", "e");
        return hotline ? sketch.user("hotline", "sun").otherwise("who", "hotline").path("hotline", "e") : sketch;
    }

    @Test
    @Pattern("3.2")
    @Wcp(5)
    void whicheverWayAParcelTookItIsHandedOverOnce() {
        running(process("parcel").start("s").exclusive("way").user("train", "li").user("truck", "wang").exclusive("arrived").user("hand", "sun").end("e")
                .path("s", "way").when("heavy", "way", "truck").otherwise("way", "train")
                .path("train", "arrived").path("truck", "arrived", "hand", "e"), "heavy", true);
        submitted("wang", "truck");
        wf.expect().at("hand");
        submitted("sun", "hand");
        isCompleted();
    }

    @Test
    @Pattern("3.3")
    @Wcp(2)
    void aContractGoesToAllThreeReviewersAtOnce() {
        running(process("contract").start("s").user("draft", "zhao").parallel("all").user("legal", "li").user("finance", "wang").user("technical", "qian")
                .end("e").path("s", "draft", "all", "legal", "e").path("all", "finance", "e").path("all", "technical", "e"));
        long whole = now().branches().iterator().next().id();
        submitted("zhao", "draft");
        wf.expect().at("legal", "finance", "technical");
        assertThat(now().branches()).hasSize(4).filteredOn(b -> !b.isRoot()).hasSize(3)
                .allSatisfy(b -> assertThat(b.parentId()).isEqualTo(whole)).extracting(Branch::ordinal).containsExactly(1, 2, 3);
    }

    @Test
    @Pattern("3.3")
    @Wcp(42)
    void eachCrateThatIsPackedIsLabelledByItself() {
        running(process("crates").start("s").user("pack", "li").with("completionQuantity", "3").user("label", "wang").end("e")
                .path("s", "pack", "label", "e"));
        submitted("li", "pack");
        wf.expect().at("label", "label", "label");
        submitted("wang", "label", "label", "label");
        isCompleted();
    }

    @Test
    @Pattern("3.5")
    @Wcp(6)
    void anAccidentCallsWhoeverIsNeededAndNobodyElse() {
        running(process("accident").start("s").inclusive("need").user("police", "li").user("doctor", "wang").user("firemen", "sun").end("e")
                .path("s", "need").when("crime", "need", "police").when("injured > 0", "need", "doctor").when("fire", "need", "firemen")
                .path("police", "e").path("doctor", "e").path("firemen", "e"), "crime", false, "injured", 2, "fire", true);
        wf.expect().at("doctor", "firemen");
        running(process("accident2").start("s").user("look", "zhao").user("police", "li").user("doctor", "wang").end("e")
                .path("s", "look").when("crime", "look", "police").when("injured > 0", "look", "doctor")
                .path("police", "e").path("doctor", "e"), "crime", true, "injured", 2);
        submitted("zhao", "look");
        wf.expect().at("police", "doctor");
    }

    @Test
    @Pattern("3.5")
    void whenNobodyIsNeededTheInclusiveChoiceTakesItsDefault() {
        running(process("accident").start("s").inclusive("need").user("police", "li").user("note", "zhao").end("e")
                .path("s", "need").when("crime", "need", "police").otherwise("need", "note").path("police", "e").path("note", "e"), "crime", false);
        wf.expect().at("note");
    }

    @Test
    @Pattern("3.6")
    @Wcp(8)
    void everyReviewThatComesInIsFiledByItself() {
        running(process("reviews").start("s").parallel("both").user("a", "li").user("b", "wang").exclusive("in").user("file", "sun").end("e")
                .path("s", "both", "a", "in").path("both", "b", "in", "file", "e"));
        submitted("li", "a");
        wf.expect().at("file", "b");
        submitted("wang", "b");
        wf.expect().at("file", "file");
        submitted("sun", "file", "file");
        isCompleted();
    }
}
