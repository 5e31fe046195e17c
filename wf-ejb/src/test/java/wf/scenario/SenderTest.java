package wf.scenario;

import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Work that came by way of events and sub-processes goes back to the people from whom it came. */
class SenderTest {

    private final CoreEngine engine = new CoreEngine();
    private final World wf = new World(engine);

    @Test
    void workThatATimerBroughtGoesBackToWhoeverHadSentItBefore() {
        wf.deployed(process("late").step("draft", byStarter()).virtual("wait").step("review", by("li")).end()
                .replace("<task id=\"wait\" wf:virtual=\"true\"/>", "<intermediateCatchEvent id=\"wait\"><timerEventDefinition><timeDuration "
                        + "xsi:type=\"tFormalExpression\">P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>"));
        wf.started("L-1", "late", "zhao");
        wf.actor("zhao").submits("draft");
        engine.pass(Duration.ofDays(2));
        wf.actor("li").returns("review");
        wf.expect().at("draft").todoOf("zhao");
    }

    @Test
    void workInASubProcessGoesBackToWhoeverSentItThere() {
        wf.deployed(process("inside").step("draft", byStarter()).virtual("sub").end()
                .replace("<task id=\"sub\" wf:virtual=\"true\"/>", "<subProcess id=\"sub\"><startEvent id=\"s\"/><userTask id=\"review\" wf:assignee=\"li\"/>"
                        + "<endEvent id=\"e\"/><sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"review\"/>"
                        + "<sequenceFlow id=\"f2\" sourceRef=\"review\" targetRef=\"e\"/></subProcess>"));
        wf.started("I-1", "inside", "zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().at("review");
        wf.actor("li").returns("review");
        wf.expect().at("draft").todoOf("zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().at("review").todoOf("li");
    }
}
