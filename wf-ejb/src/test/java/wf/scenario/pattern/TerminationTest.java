package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Sketch.link;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.terminate;

import org.junit.jupiter.api.Test;
import wf.contract.InstanceState;

/** How a process ends, and where one begins that says nothing about it. */
class TerminationTest extends Scenarios {

    @Test
    @Pattern("3.16")
    @Wcp(11)
    void theProjectIsOverWhenNobodyHasAnythingLeftToDo() {
        running(process("project").start("s").parallel("both").user("a", "li").user("b", "wang").end("e1").end("e2").path("s", "both", "a", "e1").path("both", "b", "e2"));
        submitted("li", "a");
        wf.expect().at("b").is(InstanceState.RUNNING);
        submitted("wang", "b");
        isCompleted();
    }

    @Test
    @Pattern("3.16")
    @Wcp(43)
    void theFirstWhoFindsTheKeyEndsTheSearchAtOnce() {
        running(process("key").start("s").parallel("both").user("a", "li").user("b", "wang").end("e1").end("e2", terminate()).path("s", "both", "a", "e1").path("both", "b", "e2"));
        submitted("wang", "b");
        wf.expect().at().noTodoOf("li").is(InstanceState.COMPLETED);
    }

    @Test
    @Pattern("3.16")
    void theEndOfASearchInOneHouseEndsThatHouseOnly() {
        running(process("houses").start("s").parallel("both").sub("house", h -> h.start("s1").parallel("p").user("a", "li").user("b", "wang").end("e1").end("e2", terminate())
                .path("s1", "p", "a", "e1").path("p", "b", "e2")).user("garden", "sun").user("tell", "qian").end("e").path("s", "both", "house", "tell", "e").path("both", "garden", "e"));
        submitted("wang", "b");
        wf.expect().at("tell", "garden");
    }

    @Test
    @Pattern("3.16")
    void aNodeWithoutAWayOnEndsItsBranch() {
        running(process("open").node("task", "x").user("a", "li").user("b", "wang").path("x", "a").path("x", "b"));
        wf.expect().at("a", "b");
        submitted("li", "a");
        submitted("wang", "b");
        isCompleted();
    }

    @Test
    @Pattern("3.16")
    void aProcessWithoutAStartBeginsWhereverNothingLeads() {
        running(process("starts").user("a", "li").user("b", "wang").user("c", "sun").path("a", "c"));
        wf.expect().at("a", "b");
        submitted("li", "a");
        wf.expect().at("b", "c");
        submitted("wang", "b");
        submitted("sun", "c");
        isCompleted();
    }

    @Test
    @Pattern("3.16")
    void aSubProcessWithoutAStartBeginsWhereverNothingLeads() {
        running(process("inner").start("s").sub("both", b -> b.user("a", "li").user("b", "wang")).user("c", "sun").end("e").path("s", "both", "c", "e"));
        wf.expect().at("a", "b");
        submitted("li", "a");
        submitted("wang", "b");
        wf.expect().at("c");
    }

    @Test
    @Pattern("3.16")
    void aLongDrawingGoesOnAtTheLinkOfTheSameName() {
        running(process("links").start("s").mark("one").throwing("out", link("page2")).catching("in", link("page2")).mark("two").end("e").path("s", "one", "out").path("in", "two", "e"));
        traced("one two");
        isCompleted();
    }

    @Test
    @Pattern("3.16")
    void severalPlacesMayLinkToTheSameOneAndMakeALoop() {
        running(process("loop").start("s").catching("in", link("again")).exclusive("x").script("n", "n = n + 1").exclusive("more").throwing("out", link("again")).end("e")
                .path("s", "x", "n", "more").path("in", "x").when("n < 3", "more", "out").otherwise("more", "e"), "n", 0);
        wf.expect().has("n", 3L);
        isCompleted();
        assertThat(now().endedAt()).isNotNull();
    }
}
