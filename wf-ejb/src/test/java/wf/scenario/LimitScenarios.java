package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Sketch.process;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.calendar.WorkCalendar;
import wf.calendar.WorkTime;
import wf.contract.InstanceState;
import wf.contract.WorkItemState;
import wf.scenario.Model.Who;

/** Limits of processes, steps and items (§8.2) and what happens at them (§8.3). On the core and on the store. */
public abstract class LimitScenarios {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private World wf;
    private Engine engine;

    protected abstract Engine engine();

    /** In which models are meant. */
    protected ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @BeforeEach
    void aNewWorld() {
        engine = engine();
        wf = new World(engine);
    }

    private static Who li(String attributes, String... levels) {
        return new Who(" wf:assignee=\"li\" " + attributes, String.join("", levels));
    }

    private static String level(String kind, String rest) {
        return "<wf:level kind=\"" + kind + "\" " + rest + "/>";
    }

    private static String limited(String key, Who who) {
        return process(key).start("s").user("draft", byStarter()).user("check", who).user("file", "wang").end("e").path("s", "draft", "check", "file", "e").xml();
    }

    private void started(String key, Who who, Object... variables) {
        wf.deployed(limited(key, who));
        wf.started("L", key, "zhao", variables);
        wf.actor("zhao").submits("draft");
    }

    private WorkTime workTime() {
        return new WorkTime(WorkCalendar.of(List.of(), zone()));
    }

    // ---- when it is due ----

    @Test
    void aStepIsDueAfterDaysOfTheClockOrOfWork() {
        Instant begin = engine.now();
        started("natural", li("wf:limit=\"D6\""));
        wf.expect().due("check", begin.atZone(zone()).plusDays(6).toInstant());
        started("working", li("wf:limit=\"d6\""));
        wf.expect().due("check", workTime().addDays(begin, 6).orElseThrow());
        started("hours", li("wf:limit=\"h6\""));
        wf.expect().due("check", workTime().add(begin, Duration.ofHours(6)).orElseThrow());
        started("iso", li("wf:limit=\"PT6H\""));
        wf.expect().due("check", begin.plus(Duration.ofHours(6)));
    }

    @Test
    void aLimitMayComeFromTheForm() {
        Instant begin = engine.now();
        started("form", li("wf:limit=\"${days}\""), "days", "D2");
        wf.expect().due("check", begin.atZone(zone()).plusDays(2).toInstant());
        started("moment", li("wf:limit=\"${until}\""), "until", "2030-05-01T08:00:00Z");
        wf.expect().due("check", Instant.parse("2030-05-01T08:00:00Z"));
    }

    @Test
    void theLimitOfTheItemCountsBeforeThatOfTheStep() {
        Instant begin = engine.now();
        started("both", li("wf:limit=\"D6\" wf:dueDate=\"H5\""));
        wf.expect().due("check", begin.plus(Duration.ofHours(5)));
    }

    @Test
    void workThatGoesToAnotherIsDueAtTheSameTime() {
        Instant begin = engine.now();
        started("passed", li("wf:dueDate=\"H5\"", level("WARN", "before=\"H4\" strategy=\"URGE\""), level("OVERDUE", "strategy=\"TRANSFER\" to=\"sun\"")));
        engine.pass(HOUR);
        wf.actor("li").transfers("check", "zhou");
        wf.expect().due("check", begin.plus(Duration.ofHours(5))).todoOf("zhou");
        engine.pass(DAY);
        wf.expect().todoOf("sun").noTodoOf("zhou");
    }

    @Test
    void timeStandsWhileTheInstanceDoes() {
        Instant begin = engine.now();
        started("stands", li("wf:limit=\"H5\"", level("DUE", "strategy=\"SKIP\"")));
        engine.pass(HOUR);
        wf.actor("admin").suspends();
        engine.pass(DAY);
        wf.expect().at("check");
        wf.actor("admin").resumes();
        wf.expect().due("check", begin.plus(DAY).plus(Duration.ofHours(5)));
        engine.pass(Duration.ofHours(4).minusSeconds(1));
        wf.expect().at("check");
        engine.pass(Duration.ofSeconds(1));
        wf.expect().at("file");
    }

    @Test
    void whatWasLeftOfWorkingTimeIsLeftWhenTheInstanceGoesOn() {
        Instant begin = engine.now();
        started("left", li("wf:limit=\"h12\""));
        Instant due = workTime().add(begin, Duration.ofHours(12)).orElseThrow();
        engine.pass(HOUR);
        Instant stopped = engine.now();
        wf.actor("admin").suspends();
        engine.pass(DAY.multipliedBy(5));
        wf.actor("admin").resumes();
        wf.expect().due("check", workTime().add(engine.now(), workTime().between(stopped, due).orElseThrow()).orElseThrow());
    }

    @Test
    void timeStandsWhileTheWorkIsLaidAside() {
        Instant begin = engine.now();
        started("aside", li("wf:limit=\"H5\"", level("DUE", "strategy=\"SKIP\"")));
        wf.actor("li").laysAside("check");
        engine.pass(DAY);
        wf.expect().at("check");
        wf.actor("li").takesUp("check");
        wf.expect().due("check", begin.plus(DAY).plus(Duration.ofHours(5)));
        engine.pass(Duration.ofHours(5));
        wf.expect().at("file");
    }

    @Test
    void whoeverGetsWorkThatStandsStillHasTheRestOfItsTime() {
        for (String limit : List.of("wf:dueDate", "wf:limit")) {
            Instant begin = engine.now();
            started(limit.substring(3) + "handed", li(limit + "=\"H5\"", level("DUE", "strategy=\"SKIP\"")));
            engine.pass(HOUR);
            wf.actor("li").laysAside("check");
            engine.pass(DAY);
            wf.actor("admin").replaces("check", "li", "zhou");
            engine.pass(DAY);
            wf.expect().at("check");
            wf.actor("zhou").takesUp("check");
            wf.expect().due("check", begin.plus(DAY.multipliedBy(2)).plus(Duration.ofHours(5)));
            engine.pass(Duration.ofHours(4).minusSeconds(1));
            wf.expect().at("check");
            engine.pass(Duration.ofSeconds(1));
            wf.expect().at("file");
        }
    }

    @Test
    void workThatChangesHandsWhileTheWholeInstanceStandsKeepsItsTimeToo() {
        Instant begin = engine.now();
        started("wholehanded", li("wf:dueDate=\"H5\"", level("DUE", "strategy=\"SKIP\"")));
        engine.pass(HOUR);
        wf.actor("li").laysAside("check");
        engine.pass(HOUR);
        wf.actor("admin").suspends();
        engine.pass(HOUR);
        wf.actor("admin").resumes();
        wf.actor("admin").replaces("check", "li", "zhou");
        engine.pass(HOUR);
        wf.actor("zhou").takesUp("check");
        wf.expect().due("check", begin.plus(Duration.ofHours(3 + 5)));
    }

    // ---- another version of the model ----

    @Test
    void levelsAreKnownByWhatTheySayWhenTheModelChanges() {
        engine.script("told", "n = (n ?? 0) + 1");
        String warn = level("WARN", "before=\"H5\" strategy=\"CUSTOM\" script=\"told\"");
        started("levels", li("wf:limit=\"H10\"", warn, level("DUE", "strategy=\"TRANSFER\" to=\"sun\"")), "n", 0L);
        engine.pass(Duration.ofHours(6));
        wf.expect().has("n", 1L);
        wf.deployed(limited("levels", li("wf:limit=\"H10\"", level("OVERDUE", "after=\"H1\" strategy=\"SKIP\""), warn)));
        wf.actor("admin").migrates();
        engine.pass(Duration.ofHours(5).minusSeconds(1));
        wf.expect().at("check").todoOf("li").has("n", 1L);
        engine.pass(Duration.ofSeconds(1));
        wf.expect().at("file").has("n", 1L);
    }

    @Test
    void whatANewVersionWouldHaveDoneEarlierIsNotDoneAnyMore() {
        engine.script("told", "n = (n ?? 0) + 1");
        started("newlevels", li("wf:limit=\"H4\"", level("OVERDUE", "after=\"H6\" strategy=\"SKIP\"")), "n", 0L);
        engine.pass(Duration.ofHours(6));
        wf.deployed(limited("newlevels", li("wf:limit=\"H4\"", level("DUE", "strategy=\"TERMINATE\""), level("OVERDUE", "after=\"H6\" strategy=\"SKIP\""),
                level("OVERDUE", "after=\"H1\" repeat=\"H2\" times=\"3\" strategy=\"CUSTOM\" script=\"told\""))));
        wf.actor("admin").migrates();
        engine.pass(Duration.ZERO);
        wf.expect().is(InstanceState.RUNNING).at("check").has("n", 0L);
        engine.pass(HOUR);
        wf.expect().has("n", 1L);
        engine.pass(Duration.ofHours(3));
        wf.expect().at("file").has("n", 2L);
    }

    // ---- a moment that is past ----

    @Test
    void workThatComesAgainIsNotToldTwiceOfAMomentThatIsPast() {
        engine.script("told", "n = (n ?? 0) + 1");
        started("again", li("wf:limit=\"${until}\"", level("DUE", "strategy=\"CUSTOM\" script=\"told\""), level("OVERDUE", "after=\"H6\" strategy=\"SKIP\"")),
                "until", engine.now().plus(Duration.ofHours(4)).toString(), "n", 0L);
        engine.pass(Duration.ofHours(5));
        wf.expect().has("n", 1L);
        wf.actor("li").returns("check");
        wf.actor("zhao").submits("draft");
        engine.pass(HOUR);
        wf.expect().at("check").has("n", 1L);
        engine.pass(Duration.ofHours(4));
        wf.expect().at("file").has("n", 1L);
    }

    @Test
    void anInstanceThatIsOpenedAgainIsNotEndedAgainByAMomentThatIsPast() {
        String xml = process("reopened").start("s").user("check", "li").user("file", "wang").end("e").path("s", "check", "file", "e").xml();
        wf.deployed(xml.replaceFirst("<process ([^>]*)>", "<process $1 wf:reopen=\"true\" wf:limit=\"\\${until}\"><extensionElements>"
                + level("DUE", "strategy=\"TERMINATE\"") + "</extensionElements>"));
        wf.started("R", "reopened", "zhao", "until", engine.now().plus(Duration.ofHours(4)).toString());
        engine.pass(Duration.ofHours(4));
        wf.expect().is(InstanceState.TERMINATED);
        wf.actor("zhao").activates("check");
        engine.pass(HOUR);
        wf.expect().is(InstanceState.RUNNING).at("check");
    }

    // ---- what happens then ----

    @Test
    void workThatNobodyDoesIsPassedOver() {
        started("skip", li("wf:limit=\"H4\"", level("OVERDUE", "after=\"H1\" strategy=\"SKIP\"")));
        engine.pass(Duration.ofHours(5).minusSeconds(1));
        wf.expect().at("check");
        engine.pass(Duration.ofSeconds(1));
        wf.expect().at("file").todoOf("wang").noTodoOf("li");
    }

    @Test
    void workThatIsDoneInTimeIsLeftAlone() {
        started("intime", li("wf:limit=\"H4\"", level("DUE", "strategy=\"TERMINATE\"")));
        wf.actor("li").submits("check");
        engine.pass(DAY);
        wf.expect().at("file").is(InstanceState.RUNNING);
    }

    @Test
    void lateWorkGoesBackToWhoeverSentItOrToANamedStep() {
        started("back", li("wf:limit=\"H4\"", level("DUE", "strategy=\"RETURN\"")));
        engine.pass(Duration.ofHours(4));
        wf.expect().at("draft").todoOf("zhao");
        started("named", li("wf:limit=\"H4\"", level("DUE", "strategy=\"RETURN\" to=\"draft\"")));
        engine.pass(Duration.ofHours(4));
        wf.expect().at("draft").todoOf("zhao");
    }

    @Test
    void lateWorkGoesToAnother() {
        started("other", li("wf:limit=\"H4\"", level("DUE", "strategy=\"TRANSFER\" to=\"${boss}\"")), "boss", "sun");
        engine.pass(Duration.ofHours(4));
        wf.expect().at("check").todoOf("sun").noTodoOf("li");
    }

    @Test
    void lateWorkGoesOnElsewhere() {
        started("jump", li("wf:limit=\"H4\"", level("DUE", "strategy=\"JUMP\" to=\"file\"")));
        engine.pass(Duration.ofHours(4));
        wf.expect().at("file").todoOf("wang");
    }

    @Test
    void lateWorkStandsStillOrEndsTheInstance() {
        started("still", li("wf:limit=\"H4\"", level("DUE", "strategy=\"SUSPEND\"")));
        engine.pass(Duration.ofHours(4));
        assertThat(engine.openItems(wf.currentInstance())).extracting(Engine.Item::state).containsExactly(WorkItemState.SUSPENDED);
        started("end", li("wf:limit=\"H4\"", level("DUE", "strategy=\"TERMINATE\" text=\"too late\"")));
        engine.pass(Duration.ofHours(4));
        wf.expect().is(InstanceState.TERMINATED);
    }

    @Test
    void aScriptSaysWhatIsToBeDone() {
        engine.script("late", "n = (n ?? 0) + 1");
        started("custom", li("wf:limit=\"H4\"", level("OVERDUE", "repeat=\"H1\" times=\"3\" strategy=\"CUSTOM\" script=\"late\"")), "n", 0L);
        engine.pass(Duration.ofHours(4));
        wf.expect().has("n", 1L);
        engine.pass(HOUR);
        wf.expect().has("n", 2L);
        engine.pass(DAY);
        wf.expect().has("n", 3L);
    }

    @Test
    void whatCannotBeDoneHoldsNobodyUp() {
        started("cannot", li("wf:limit=\"H4\"", level("DUE", "strategy=\"TRANSFER\" to=\"nobody\""), level("OVERDUE", "after=\"H1\" strategy=\"CUSTOM\" script=\"missing\""),
                level("OVERDUE", "after=\"H2\" strategy=\"SKIP\"")));
        engine.pass(Duration.ofHours(4));
        wf.expect().at("check").todoOf("li").is(InstanceState.RUNNING);
        engine.pass(HOUR);
        wf.expect().at("check").todoOf("li");
        engine.pass(HOUR);
        wf.expect().at("file");
    }

    @Test
    void aDraftIsNeverLate() {
        wf.deployed(process("drafted").start("s").user("draft", new Who(" wf:starter=\"true\" wf:limit=\"H1\"", level("DUE", "strategy=\"TERMINATE\""))).end("e").path("s", "draft", "e").xml());
        wf.started("D", "drafted", "zhao");
        engine.pass(HOUR);
        wf.expect().is(InstanceState.TERMINATED);
    }

    @Test
    void aProcessAsAWholeHasALimitToo() {
        String xml = process("whole").start("s").user("check", "li").user("file", "wang").end("e").path("s", "check", "file", "e").xml();
        String limited = xml.replaceFirst("<process ([^>]*)>", "<process $1 wf:limit=\"D1\"><extensionElements>" + level("WARN", "before=\"H1\" strategy=\"NOTIFY\"")
                + level("DUE", "strategy=\"SUSPEND\"") + "</extensionElements>");
        wf.deployed(limited);
        wf.started("W", "whole", "zhao");
        engine.pass(Duration.ofHours(23));
        wf.expect().is(InstanceState.RUNNING);
        wf.actor("li").submits("check");
        engine.pass(HOUR.plusMinutes(60));
        wf.expect().is(InstanceState.SUSPENDED);
        wf.actor("admin").resumes();
        wf.actor("wang").submits("file");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void aRoundThatIsLateIsPassedOverAsAWhole() {
        wf.deployed(process("round").start("s").user("sign", new Who(" wf:candidateUsers=\"li,wang\" wf:limit=\"H4\"",
                "<wf:signing order=\"PARALLEL\" rule=\"ALL\"/>" + level("DUE", "strategy=\"SKIP\""))).user("file", "sun").end("e").path("s", "sign", "file", "e").xml());
        wf.started("R", "round", "zhao");
        wf.actor("li").submits("sign");
        engine.pass(Duration.ofHours(4));
        wf.expect().at("file").noTodoOf("wang");
    }

    @Test
    void workThatWasHandedInToGoOnLaterIsNotLate() {
        started("held", li("wf:limit=\"H4\"", level("DUE", "strategy=\"TERMINATE\"")));
        wf.actor("li").submitsLater("check", engine.now().plus(DAY));
        engine.pass(Duration.ofHours(5));
        wf.expect().is(InstanceState.RUNNING);
        engine.pass(DAY);
        wf.expect().at("file");
    }

    @Test
    void aRepeatedStepThatIsLateIsPassedOverWithAllOfItsInstances() {
        wf.deployed(process("repeated").start("s").user("each", li("wf:limit=\"H4\"", level("DUE", "strategy=\"SKIP\"")))
                .loop("multiInstanceLoopCharacteristics", " behavior=\"None\"", "<loopCardinality>3</loopCardinality>").user("file", "wang").end("e")
                .path("s", "each", "file", "e").xml());
        Instant begin = engine.now();
        wf.started("R", "repeated", "zhao");
        assertThat(engine.openItems(wf.currentInstance())).hasSize(3).allSatisfy(i -> assertThat(i.dueAt()).isEqualTo(begin.plus(Duration.ofHours(4))));
        engine.pass(Duration.ofHours(4));
        wf.expect().at("file").noTodoOf("li");
    }
}
