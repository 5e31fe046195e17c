package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Sketch.process;

import org.junit.jupiter.api.Test;
import wf.contract.InstanceState;
import wf.scenario.Sketch;

/** Work that is done again: by flows back, by loops, by a process that calls itself. */
class IterationTest extends Scenarios {

    @Test
    @Pattern("3.9")
    @Wcp(10)
    void aDraftGoesRoundUntilTheEditorIsContentWhereverItCameIn() {
        Sketch draft = process("draft").start("s").exclusive("known").user("write", "zhao").exclusive("x").user("edit", "li").exclusive("good").user("print", "wang").end("e")
                .path("s", "known").when("have", "known", "x").otherwise("known", "write").path("write", "x", "edit", "good")
                .when("good == 'rewrite'", "good", "write").when("good == 'polish'", "good", "x").otherwise("good", "print").path("print", "e");
        running(draft, "have", true);
        wf.actor("li").submits("edit", "good", "rewrite");
        submitted("zhao", "write");
        wf.actor("li").submits("edit", "good", "polish");
        wf.actor("li").submits("edit", "good", "yes");
        wf.expect().at("print");
    }

    @Test
    @Pattern("3.9")
    @Wcp(21)
    void aMachineIsTestedAgainWhileItFails() {
        running(process("until").start("s").script("test", "runs = runs + 1").repeat("runs < 3").end("e").path("s", "test", "e"), "runs", 0);
        wf.expect().has("runs", 3L);
        isCompleted();
        running(process("while").start("s").script("test", "runs = runs + 1").repeatWhile("runs < 3").end("e").path("s", "test", "e"), "runs", 3);
        wf.expect().has("runs", 3L);
        isCompleted();
    }

    @Test
    @Pattern("3.9")
    void aPersonAnswersAgainUntilTheAnswerIsComplete() {
        running(process("form").start("s").user("fill", "zhao").repeat("!complete").user("read", "li").end("e").path("s", "fill", "read", "e"), "complete", false);
        submitted("zhao", "fill");
        wf.expect().at("fill");
        wf.actor("zhao").submits("fill", "complete", true);
        wf.expect().at("read");
    }

    @Test
    @Pattern("3.9")
    void noMoreThanTheLargestNumberOfAttemptsIsMade() {
        running(process("attempts").start("s").script("call", "calls = calls + 1")
                .loop("standardLoopCharacteristics", " loopMaximum=\"5\"", Sketch.expression("loopCondition", "true")).end("e").path("s", "call", "e"), "calls", 0);
        wf.expect().has("calls", 5L);
        isCompleted();
    }

    @Test
    @Pattern("3.9")
    void aLoopedSubProcessCountsItsOwnRounds() {
        running(process("rounds").start("s").sub("round", r -> r.start("s1").script("note", "seen = (empty(seen) ? '' : seen) + loopCounter").end("e1")
                .path("s1", "note", "e1")).repeat("loopCounter < 3").end("e").path("s", "round", "e"));
        wf.expect().has("seen", "012");
        isCompleted();
    }

    @Test
    @Pattern("3.9")
    @Wcp(22)
    void aFolderIsSearchedWithTheFoldersInIt() {
        deployed(process("search").start("s").script("look", "found = found + 1; depth = depth - 1").exclusive("deeper").call("inner", "search").exclusive("done").end("e")
                .path("s", "look", "deeper").when("depth > 0", "deeper", "inner").otherwise("deeper", "done").path("inner", "done", "e"));
        wf.started("it", "search", "zhao", "depth", 5, "found", 0);
        wf.expect().has("found", 5L);
        isCompleted();
        assertThat(engine.instances()).hasSize(5).allMatch(i -> i.state() == InstanceState.COMPLETED);
    }

    @Test
    @Pattern("3.9")
    void aProcessThatCallsItselfForEverIsStoppedByTheQuota() {
        deployed(process("endless").start("s").call("again", "endless").end("e").path("s", "again", "e"));
        wf.started("it", "endless", "zhao");
        wf.expect().is(InstanceState.RUNNING);
        assertThat(engine.instances()).hasSize(51);
        assertThat(engine.instances().get(50).incidents()).singleElement().satisfies(i -> assertThat(i.code()).isEqualTo("QUOTA"));
        wf.actor("admin").terminates();
        assertThat(engine.instances()).allMatch(i -> i.state() == InstanceState.TERMINATED);
    }

    @Test
    @Pattern("3.9")
    void aFlowThatRunsInACircleIsStoppedByTheQuota() {
        running(process("circle").start("s").exclusive("x").script("spin", "n = n + 1").end("e").exclusive("never")
                .path("s", "x", "spin", "never").when("n > 1000000", "never", "e").otherwise("never", "x"), "n", 0);
        assertThat(engine.incidents(wf.currentInstance()).values()).singleElement().asString().startsWith("QUOTA@");
        wf.actor("admin").terminates();
        wf.expect().at().is(InstanceState.TERMINATED);
    }
}
