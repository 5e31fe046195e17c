package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Sketch.process;

import org.junit.jupiter.api.Test;
import wf.scenario.Sketch;

/** Branches that come together: all of them, those that were taken, the first ones. */
class SynchronisationTest extends Scenarios {

    // ---- all ----

    @Test
    @Pattern("3.4")
    @Wcp(3)
    void theMachineIsShippedWhenAllItsPartsAreThere() {
        running(process("machine").start("s").parallel("order").user("frame", "li").user("motor", "wang").user("panel", "sun").parallel("there")
                .user("ship", "qian").end("e").path("s", "order", "frame", "there").path("order", "motor", "there").path("order", "panel", "there", "ship", "e"));
        long whole = now().branches().iterator().next().id();
        submitted("li", "frame");
        submitted("wang", "motor");
        wf.expect().at("panel");
        waitsAt("there", 2);
        submitted("sun", "panel");
        wf.expect().at("ship");
        assertThat(now().nodeInstances()).hasSize(1);
        assertThat(now().branches()).extracting(b -> b.id()).containsExactly(whole);
        submitted("qian", "ship");
        isCompleted();
    }

    @Test
    @Pattern("3.4")
    @Wcp(33)
    void aSecondMotorThatComesEarlyIsKeptForTheSecondFrame() {
        running(process("assembly").start("s").parallel("order").user("frame", "li").with("completionQuantity", "2")
                .user("motor", "wang").with("completionQuantity", "2").parallel("mount").user("test", "sun").end("e")
                .path("s", "order", "frame", "mount").path("order", "motor", "mount", "test", "e"));
        submitted("wang", "motor");
        wf.expect().at("frame");
        waitsAt("mount", 2);
        submitted("li", "frame");
        wf.expect().at("test", "test");
        submitted("sun", "test", "test");
        isCompleted();
    }

    @Test
    @Pattern("3.4")
    void aJoinThatTheModelLeavesUnfillableIsRaisedAsAnIncident() {
        running(process("stuck").start("s").exclusive("one").user("a", "li").user("b", "wang").parallel("both").end("e")
                .path("s", "one").when("x", "one", "a").otherwise("one", "b").path("a", "both").path("b", "both", "e"), "x", true);
        submitted("li", "a");
        wf.expect().incidents("STUCK_JOIN@both");
        wf.actor("admin").skips("STUCK_JOIN");
        isCompleted();
    }

    @Test
    @Pattern("3.4")
    void aMotorThatIsLeftWhenTheLastFrameIsMountedIsAnIncident() {
        running(process("surplus").start("s").parallel("order").user("frame", "li").user("motor", "wang").with("completionQuantity", "2")
                .parallel("mount").user("test", "sun").end("e").path("s", "order", "frame", "mount").path("order", "motor", "mount", "test", "e"));
        submitted("wang", "motor");
        wf.expect().at("frame").incidents();
        submitted("li", "frame");
        wf.expect().at("test").incidents("STUCK_JOIN@mount");
    }

    @Test
    @Pattern("3.4")
    void branchesThatBeganApartMayMeet() {
        running(process("apart").user("a", "li").user("x", "li").user("y", "li").user("b", "wang").parallel("meet").user("c", "sun")
                .path("a", "x", "meet").path("a", "y").path("b", "meet", "c"));
        submitted("li", "a", "y", "x");
        submitted("wang", "b");
        wf.expect().at("c");
        assertThat(now().branches()).hasSize(1);
        submitted("sun", "c");
        isCompleted();
    }

    // ---- those that were taken ----

    @Test
    @Pattern("3.5")
    @Wcp(7)
    void theReportWaitsForTheTwoExpertsWhoWereAsked() {
        running(experts(), "law", true, "tax", true, "art", false);
        wf.expect().at("lawyer", "accountant");
        submitted("li", "lawyer");
        wf.expect().at("accountant");
        waitsAt("asked", 1);
        submitted("wang", "accountant");
        wf.expect().at("report");
        submitted("qian", "report");
        isCompleted();
    }

    @Test
    @Pattern("3.5")
    void oneExpertAloneIsNotWaitedForByAnybody() {
        running(experts(), "law", false, "tax", false, "art", true);
        submitted("sun", "painter");
        wf.expect().at("report");
    }

    private static Sketch experts() {
        return process("experts").start("s").inclusive("ask").user("lawyer", "li").user("accountant", "wang").user("painter", "sun").inclusive("asked")
                .user("report", "qian").end("e").path("s", "ask").when("law", "ask", "lawyer").when("tax", "ask", "accountant").when("art", "ask", "painter")
                .path("lawyer", "asked").path("accountant", "asked").path("painter", "asked", "report", "e");
    }

    @Test
    @Pattern("3.5")
    @Wcp(37)
    void aJoinWithoutItsOwnSplitWaitsForWhatCanStillComeAndForNothingElse() {
        running(process("unstructured").start("s").parallel("both").user("a", "li").user("b", "wang").exclusive("leaves").inclusive("join")
                .user("c", "sun").user("alone", "qian").end("e")
                .path("s", "both", "a", "join").path("both", "b", "leaves").when("out", "leaves", "alone").otherwise("leaves", "join")
                .path("join", "c", "e").path("alone", "e"), "out", true);
        submitted("li", "a");
        wf.expect().at("b");
        waitsAt("join", 1);
        submitted("wang", "b");
        wf.expect().at("c", "alone");
    }

    @Test
    @Pattern("3.5")
    @Wcp(38)
    void aBranchThatIsReworkedBeforeTheJoinIsWaitedForUntilItIsRight() {
        running(process("rework").start("s").inclusive("ask").user("text", "li").exclusive("again").user("check", "wang").exclusive("right").user("figures", "sun")
                .inclusive("join").user("print", "qian").end("e")
                .path("s", "ask").when("true", "ask", "again").when("true", "ask", "figures").path("again", "text", "check", "right")
                .when("wrong", "right", "again").otherwise("right", "join").path("figures", "join", "print", "e"), "wrong", true);
        submitted("sun", "figures");
        submitted("li", "text");
        submitted("wang", "check");
        wf.expect().at("text");
        waitsAt("join", 1);
        submitted("li", "text");
        wf.actor("wang").submits("check", "wrong", false);
        wf.expect().at("print");
        submitted("qian", "print");
        isCompleted();
    }

    @Test
    @Pattern("3.5")
    void aLoopAroundTheJoinItselfDoesNotMakeItWaitForItsOwnFuture() {
        running(process("round").start("s").inclusive("join").user("work", "li").exclusive("enough").end("e")
                .path("s", "join", "work", "enough").when("more", "enough", "join").otherwise("enough", "e"), "more", true);
        wf.expect().at("work");
        submitted("li", "work");
        wf.expect().at("work").incidents();
        wf.actor("li").submits("work", "more", false);
        isCompleted();
    }

    @Test
    @Pattern("3.5")
    void twoJoinsThatWaitForEachOtherAreAnIncidentThatOneSkipSolves() {
        running(process("twins").start("s").parallel("both").user("a", "li").user("b", "wang").inclusive("first").inclusive("second").user("c", "sun").user("d", "qian").end("e")
                .path("s", "both", "a", "first", "c", "second").path("both", "b", "second", "d").when("again", "d", "first").otherwise("d", "e"), "again", false);
        submitted("li", "a");
        submitted("wang", "b");
        wf.expect().incidents("STUCK_JOIN@first", "STUCK_JOIN@second");
        wf.actor("admin").skips("STUCK_JOIN@first");
        wf.expect().at("c");
        submitted("sun", "c");
        wf.expect().at("d").incidents();
        submitted("qian", "d");
        isCompleted();
    }

    @Test
    @Pattern("3.5")
    void workInsideASubProcessIsWaitedForAtTheJoinBehindIt() {
        running(process("inner").start("s").inclusive("ask").sub("study", s -> s.start("s1").user("read", "li").user("write", "li").end("e1").path("s1", "read", "write", "e1"))
                .user("figures", "wang").inclusive("join").user("report", "sun").end("e")
                .path("s", "ask").when("true", "ask", "study").when("true", "ask", "figures").path("study", "join").path("figures", "join", "report", "e"));
        submitted("wang", "figures");
        waitsAt("join", 1);
        submitted("li", "read");
        waitsAt("join", 1);
        submitted("li", "write");
        wf.expect().at("report");
    }

    @Test
    @Pattern("3.5")
    void aJoinInsideASubProcessCaresOnlyForItsOwnInside() {
        running(process("own").start("s").parallel("both").user("outside", "wang")
                .sub("inside", s -> s.start("s1").inclusive("ask").user("x", "li").user("y", "sun").inclusive("join").user("z", "qian").end("e1")
                        .path("s1", "ask").when("true", "ask", "x").when("two", "ask", "y").path("x", "join").path("y", "join", "z", "e1"))
                .parallel("end").end("e").path("s", "both", "outside", "end").path("both", "inside", "end", "e"), "two", false);
        submitted("li", "x");
        wf.expect().at("outside", "z");
    }

    // ---- the first ones ----

    @Test
    @Pattern("3.7")
    @Wcp(9)
    void theFirstOfferIsTakenAndLaterOnesAreIgnored() {
        running(offers(1, "IGNORE"));
        submitted("li", "a");
        wf.expect().at("take", "b", "c");
        submitted("wang", "b");
        submitted("sun", "c");
        wf.expect().at("take");
        assertThat(now().cycles()).isEmpty();
        submitted("qian", "take");
        isCompleted();
    }

    @Test
    @Pattern("3.7")
    @Wcp(29)
    void theFirstOfferIsTakenAndTheOthersAreCancelled() {
        running(offers(1, "CANCEL"));
        submitted("wang", "b");
        wf.expect().at("take").noTodoOf("li").noTodoOf("sun");
        submitted("qian", "take");
        isCompleted();
    }

    @Test
    @Pattern("3.7")
    @Wcp(28)
    void aSecondRoundOfOffersWaitsUntilTheFirstIsThrough() {
        running(rounds(1, "HOLD"));
        submitted("li", "a");
        wf.expect().at("take", "a2", "b", "c");
        submitted("li", "a2");
        waitsAt("pick", 1);
        wf.expect().at("take", "b", "c");
        submitted("wang", "b");
        submitted("sun", "c");
        wf.expect().at("take", "take", "b2", "c2");
        assertThat(now().cycles()).hasSize(1);
    }

    @Test
    @Pattern("3.7")
    void aSecondRoundThatComesEarlyIsLostWhereLateOnesAreIgnored() {
        running(rounds(1, "IGNORE"));
        submitted("li", "a", "a2");
        submitted("wang", "b");
        submitted("sun", "c");
        wf.expect().at("take", "b2", "c2");
        waitsAt("pick", 0);
        submitted("wang", "b2");
        wf.expect().at("take", "take", "c2");
    }

    @Test
    @Pattern("3.8")
    @Wcp(30)
    void twoOfThreeReviewersSufficeAndTheThirdIsIgnored() {
        running(offers(2, "IGNORE"));
        submitted("li", "a");
        wf.expect().at("b", "c");
        submitted("sun", "c");
        wf.expect().at("take", "b");
        submitted("wang", "b");
        wf.expect().at("take");
        assertThat(now().cycles()).as("reset after all three").isEmpty();
        submitted("qian", "take");
        isCompleted();
    }

    @Test
    @Pattern("3.8")
    @Wcp(31)
    void theNextTwoOfThreeCountOnlyAfterAllThreeOfThisRoundHaveCome() {
        running(rounds(2, "HOLD"));
        submitted("li", "a", "a2");
        wf.expect().at("b", "c");
        submitted("wang", "b", "b2");
        wf.expect().at("take", "c");
        waitsAt("pick", 2);
        submitted("sun", "c");
        wf.expect().at("take", "take", "c2");
    }

    @Test
    @Pattern("3.8")
    @Wcp(32)
    void twoOfThreeReviewersSufficeAndTheThirdIsCancelled() {
        running(offers(2, "CANCEL"));
        submitted("li", "a");
        submitted("wang", "b");
        wf.expect().at("take").noTodoOf("sun");
        submitted("qian", "take");
        isCompleted();
    }

    private static Sketch offers(int need, String late) {
        return process("offers").start("s").parallel("ask").user("a", "li").user("b", "wang").user("c", "sun").complex("pick", need, late)
                .user("take", "qian").end("e").path("s", "ask", "a", "pick").path("ask", "b", "pick").path("ask", "c", "pick", "take", "e");
    }

    /** Each of the three makes a second offer after his first, by the same flow. */
    private static Sketch rounds(int need, String late) {
        Sketch sketch = process("rounds").start("s").parallel("ask").complex("pick", need, late).user("take", "qian").end("e")
                .path("s", "ask").path("pick", "take", "e");
        String[] people = {"li", "wang", "sun"};
        for (int i = 0; i < 3; i++) {
            String one = String.valueOf((char) ('a' + i));
            sketch.user(one, people[i]).user(one + "2", people[i]).exclusive(one + "in").path("ask", one, one + "in", "pick")
                    .path(one, one + "2", one + "in");
        }
        return sketch;
    }

    @Test
    @Pattern("3.8")
    void aNumberThatCanNoLongerBeReachedIsAnIncidentAndNotAnEndlessWait() {
        running(process("few").start("s").inclusive("ask").user("a", "li").user("b", "wang").complex("pick", 2, "IGNORE").user("take", "qian").end("e")
                .path("s", "ask").when("true", "ask", "a").when("both", "ask", "b").path("a", "pick").path("b", "pick", "take", "e"), "both", false);
        submitted("li", "a");
        wf.expect().incidents("STUCK_JOIN@pick");
        wf.actor("admin").skips("STUCK_JOIN");
        wf.expect().at("take");
    }

    @Test
    @Pattern("3.6")
    @Wcp(41)
    void threeBottlesThatComeByTheSameBeltAreOneBox() {
        running(process("bottles").start("s").user("fill", "li").with("completionQuantity", "6").user("box", "wang").with("startQuantity", "3").end("e")
                .path("s", "fill", "box", "e"));
        submitted("li", "fill");
        wf.expect().at("box", "box");
        submitted("wang", "box", "box");
        isCompleted();
    }

    @Test
    @Pattern("3.6")
    void aBoxForWhichTheLastBottleIsMissingIsAnIncident() {
        running(process("short").start("s").parallel("both").user("a", "li").user("b", "wang").exclusive("belt").user("box", "sun").with("startQuantity", "3").end("e")
                .path("s", "both", "a", "belt").path("both", "b", "belt", "box", "e"));
        submitted("li", "a");
        wf.expect().at("b").incidents();
        submitted("wang", "b");
        wf.expect().at().incidents("STUCK_JOIN@box");
        wf.actor("admin").skips("STUCK_JOIN");
        wf.expect().incidents("STUCK_JOIN@box");
        wf.actor("admin").skips("STUCK_JOIN");
        isCompleted();
    }

    @Test
    @Pattern("3.6")
    void aComplexJoinBehindOneFlowMergesSoManyOfItsTokens() {
        running(process("bottles").start("s").user("fill", "li").with("completionQuantity", "4").complex("three", 3, "HOLD").user("box", "wang").end("e")
                .path("s", "fill", "three", "box", "e"));
        submitted("li", "fill");
        wf.expect().at("box").incidents("STUCK_JOIN@three");
    }
}
