package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Sketch.expression;
import static wf.scenario.Sketch.message;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.signal;
import static wf.scenario.Sketch.until;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wf.contract.InstanceState;
import wf.scenario.Engine;
import wf.scenario.Sketch;

/** The same work several times: a known number, a number of the moment, more while it runs, not all of it. */
class MultiInstanceTest extends Scenarios {

    private void submitsOne(String person, String node, Object... variables) {
        wf.actor(person).submits(node, variables);
    }

    /** A visit to each of the branches of a shop: a sub-process with one step of a person's. */
    private static Sketch visits(String... parts) {
        return process("visits").start("s").sub("visit", v -> v.start("s1").user("look", "li").end("e1").path("s1", "look", "e1"))
                .each("shop", "shops", parts).user("report", "wang").end("e").path("s", "visit", "report", "e");
    }

    private static List<String> shops(int number) {
        return IntStream.range(0, number).mapToObj(i -> "shop" + i).toList();
    }

    // ---- the number is known ----

    @Test
    @Pattern("3.13")
    @Wcp(13)
    void threeCopiesAreSignedAsTheModelSays() {
        running(process("copies").start("s").user("sign", offeredTo("li", "wang", "sun")).times("3").user("send", "qian").end("e").path("s", "sign", "send", "e"));
        wf.expect().at("sign", "sign", "sign").todoOf("li", "wang", "sun");
        submitted("li", "sign");
        submitted("sun", "sign");
        wf.expect().at("sign");
        submitted("wang", "sign");
        wf.expect().at("send");
    }

    @Test
    @Pattern("3.13")
    @Wcp(14)
    void asManyShopsAreVisitedAsTheListNamesWhenItBegins() {
        running(visits(), "shops", shops(4));
        wf.expect().at("look", "look", "look", "look");
        assertThat(now().nodeInstances().stream().filter(v -> v.variables().containsKey("shop")).map(v -> v.variables().get("shop").text()))
                .containsExactly("shop0", "shop1", "shop2", "shop3");
        submitted("li", "look", "look", "look");
        wf.expect().at("look");
        submitted("li", "look");
        wf.expect().at("report");
    }

    @Test
    @Pattern("3.13")
    void withoutShopsTheReportIsWrittenAtOnce() {
        running(visits(), "shops", List.of());
        wf.expect().at("report");
    }

    @Test
    @Pattern("3.13")
    void oneAfterAnotherTheNextBeginsWhenTheLastHasEndedAndAllResultsAreCollected() {
        running(process("sequence").start("s").script("square", "result = n * n").local("result")
                .loop("multiInstanceLoopCharacteristics", " isSequential=\"true\" wf:collection=\"numbers\" wf:elementVariable=\"n\""
                        + " wf:outputVariable=\"result\" wf:outputCollection=\"squares\"", "").end("e").path("s", "square", "e"), "numbers", List.of(3, 1, 2));
        isCompleted();
        assertThat((List<?>) engine.variable(wf.currentInstance(), "squares")).asString().isEqualTo("[9, 1, 4]");
        assertThat(engine.variable(wf.currentInstance(), "result")).as("each had a result of its own").isNull();
    }

    @Test
    @Pattern("3.13")
    void aSequentialTourVisitsOneShopAtATime() {
        running(process("tour").start("s").sub("visit", v -> v.start("s1").user("look", "li").end("e1").path("s1", "look", "e1"))
                .loop("multiInstanceLoopCharacteristics", " isSequential=\"true\"", expression("loopCardinality", "3")).user("report", "wang").end("e").path("s", "visit", "report", "e"));
        for (int i = 0; i < 3; i++) {
            wf.expect().at("look");
            submitted("li", "look");
        }
        wf.expect().at("report");
    }

    // ---- without waiting for all ----

    @Test
    @Pattern("3.14")
    @Wcp(12)
    void eachMemberIsInvitedAndNobodyWaitsForTheAnswers() {
        deployed(process("invite").start("s").user("answer", "li").end("e").path("s", "answer", "e"));
        running(process("party").start("s").call("invite", "invite").says("wait", "false").times("3").user("cook", "wang").end("e").path("s", "invite", "cook", "e"));
        wf.expect().at("cook");
        assertThat(of("invite")).hasSize(3).allMatch(i -> i.state() == InstanceState.RUNNING);
        submitted("wang", "cook");
        isCompleted();
        assertThat(of("invite")).allMatch(i -> i.state() == InstanceState.RUNNING);
    }

    @Test
    @Pattern("3.14")
    @Wcp(15)
    void aShopThatOpensMeanwhileIsVisitedToo() {
        running(visits(), "shops", shops(2));
        submitted("li", "look");
        engine.addInstance(wf.currentInstance(), "visit", "new");
        wf.expect().at("look", "look");
        assertThat(tokensAt("visit").stream().filter(v -> v.progress() != null)).singleElement()
                .satisfies(v -> assertThat(v.progress().planned()).isEqualTo(3));
        submitted("li", "look", "look");
        wf.expect().at("report");
    }

    @Test
    @Pattern("3.14")
    void oneMoreOfATourComesWhenItsTurnComes() {
        running(process("tour").start("s").sub("visit", v -> v.start("s1").user("look", "li").end("e1").path("s1", "look", "e1"))
                .loop("multiInstanceLoopCharacteristics", " isSequential=\"true\"", expression("loopCardinality", "1")).user("report", "wang").end("e").path("s", "visit", "report", "e"));
        engine.addInstance(wf.currentInstance(), "visit", "more");
        wf.expect().at("look");
        submitted("li", "look");
        wf.expect().at("look");
        submitted("li", "look");
        wf.expect().at("report");
    }

    @Test
    @Pattern("3.14")
    @Wcp(26)
    void whenTheFirmIsSoldAllVisitsAreCancelled() {
        running(visits().boundary("sold", "visit", message("sold")).user("pack", "sun").path("sold", "pack", "e"), "shops", shops(3));
        submitted("li", "look");
        arrives("sold");
        wf.expect().at("pack").noTodoOf("li");
    }

    @Test
    @Pattern("3.14")
    @Wcp(value = 27, nearest = "an event on the border ends what is left and leads on to where the finished activity would")
    void theHeadMayCallTheVisitsCompleteBeforeTheyAre() {
        running(visits().boundary("enough", "visit", message("enough")).path("enough", "report"), "shops", shops(3));
        submitted("li", "look");
        arrives("enough");
        wf.expect().at("report").noTodoOf("li");
        submitted("wang", "report");
        isCompleted();
    }

    @Test
    @Pattern("3.14")
    @Wcp(value = 34, nearest = "the event that the N-th instance throws starts what follows; the activity's own way on, after the last, ends")
    void theReportIsWrittenAfterTwoVisitsWhileTheThirdGoesOn() {
        running(process("early").start("s").sub("visit", v -> v.start("s1").user("look", "li").end("e1").path("s1", "look", "e1"))
                .loop("multiInstanceLoopCharacteristics", " behavior=\"Complex\"", expression("loopCardinality", "3") + "<complexBehaviorDefinition>"
                        + expression("condition", "nrOfCompletedInstances == 2") + "<event id=\"ev\">" + signal("two").definition() + "</event></complexBehaviorDefinition>")
                .beside("two", "visit", signal("two")).user("report", "wang").end("e").end("all").path("s", "visit", "all").path("two", "report", "e"));
        submitted("li", "look");
        wf.expect().at("look", "look");
        submitted("li", "look");
        wf.expect().at("look", "report");
        submitted("wang", "report");
        wf.expect().at("look");
        submitted("li", "look");
        isCompleted();
    }

    @Test
    @Pattern("3.14")
    @Wcp(35)
    void twoOfThreeVisitsSufficeAndTheThirdIsCancelled() {
        running(visits(until("nrOfCompletedInstances >= 2")), "shops", shops(3));
        submitted("li", "look", "look");
        wf.expect().at("report").noTodoOf("li");
        assertThat(now().nodeInstances()).hasSize(1);
    }

    @Test
    @Pattern("3.14")
    @Wcp(36)
    void howManyVisitsSufficeIsFoundOutWhileTheyAreMade() {
        running(visits(until("nrOfCompletedInstances * 100 >= nrOfInstances * share")), "shops", shops(2), "share", 100);
        engine.addInstance(wf.currentInstance(), "visit", "third");
        engine.addInstance(wf.currentInstance(), "visit", "fourth");
        submitted("li", "look");
        wf.expect().at("look", "look", "look");
        submitsOne("li", "look", "share", 50);
        wf.expect().at("report");
    }

    // ---- what is thrown as instances end ----

    @Test
    @Pattern("3.14")
    void ofAllEachOrTheFirstThatEndsTellsItsEvent() {
        running(behaving("None", "noneBehaviorEventRef"), "items", List.of(1, 2, 3));
        traced("told told told");
        running(behaving("One", "oneBehaviorEventRef"), "items", List.of(1, 2, 3));
        traced("told");
        running(behaving("All", "noneBehaviorEventRef"), "items", List.of(1, 2, 3));
        traced("");
    }

    private static Sketch behaving(String behavior, String reference) {
        Sketch sketch = process("behave" + behavior).start("s").script("work", "x = 1").loop("multiInstanceLoopCharacteristics",
                " behavior=\"" + behavior + "\" " + reference + "=\"one\" wf:collection=\"items\"", "").beside("one_ended", "work", signal("one")).mark("told")
                .end("e").path("s", "work", "e").path("one_ended", "told", "e");
        return sketch.root("<signalEventDefinition id=\"one\" signalRef=\"s_one\"/>");
    }

    @Test
    @Pattern("3.14")
    void aWorkItemOfARepeatedTaskThatIsNotNeededAnyMoreIsCancelled() {
        running(process("votes").start("s").user("vote", offeredTo("li", "wang", "sun")).times("3", until("nrOfCompletedInstances >= 2")).user("send", "qian").end("e")
                .path("s", "vote", "send", "e"));
        submitted("li", "vote");
        submitted("sun", "vote");
        wf.expect().at("send").noTodoOf("wang");
        assertThat(engine.openItems(wf.currentInstance())).extracting(Engine.Item::owner).containsExactly("qian");
    }
}
