package wf.scenario;

import static wf.scenario.Model.byStarter;
import static wf.scenario.Sketch.process;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import wf.calendar.WorkCalendar;
import wf.calendar.WorkTime;

/** However often work stands still and goes on, it is late when as much time has run as its limit says, and not before. */
class LimitProperties {

    private static final WorkTime WORK = new WorkTime(WorkCalendar.of(List.of(), ZoneOffset.UTC));

    private static void started(World wf, String limit) {
        wf.deployed(process("late").start("s").user("draft", byStarter()).user("check", new Model.Who(" wf:assignee=\"li\" wf:limit=\"" + limit + "\"",
                "<wf:level kind=\"DUE\" strategy=\"SKIP\"/>")).user("file", "wang").end("e").path("s", "draft", "check", "file", "e").xml());
        wf.started("L", "late", "zhao");
        wf.actor("zhao").submits("draft");
    }

    @Property(tries = 150)
    void timeThatStoodDoesNotCount(@ForAll long seed, @ForAll boolean working) {
        Random random = new Random(seed);
        CoreEngine engine = new CoreEngine();
        World wf = new World(engine);
        int hours = 1 + random.nextInt(30);
        started(wf, (working ? "h" : "H") + hours);
        Duration left = Duration.ofHours(hours);
        while (true) {
            Duration pass = Duration.ofMinutes(random.nextInt(60 * 20));
            Instant before = engine.now();
            engine.pass(pass);
            left = left.minus(working ? WORK.between(before, engine.now()).orElseThrow() : pass);
            if (left.isNegative() || left.isZero()) {
                wf.expect().at("file");
                return;
            }
            wf.expect().at("check");
            stand(wf, engine, random);
        }
    }

    private static void stand(World wf, CoreEngine engine, Random random) {
        Duration pause = Duration.ofMinutes(random.nextInt(60 * 50));
        switch (random.nextInt(4)) {
            case 0 -> {
                wf.actor("admin").suspends();
                engine.pass(pause);
                wf.actor("admin").resumes();
            }
            case 1 -> {
                wf.actor("li").laysAside("check");
                engine.pass(pause);
                wf.actor("li").takesUp("check");
            }
            case 2 -> {
                wf.actor("li").laysAside("check");
                engine.pass(pause);
                wf.actor("admin").suspends();
                engine.pass(pause);
                wf.actor("admin").resumes();
                wf.actor("li").takesUp("check");
            }
            default -> { }
        }
    }
}
