package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;

/** The example of docs/models.md does what is said beside it. */
class RuleExampleTest {

    private static final Path MODELS = Path.of("../docs/models.md");
    private final CoreEngine engine = new CoreEngine();
    private final World wf = new World(engine);

    @BeforeEach
    void deployed() throws IOException {
        String chapter = Files.readString(MODELS).split("\n## Rules of a human task\n")[1].split("\n## ")[0];
        String task = chapter.split("```xml\n")[1].split("```")[0];
        engine.script("books-are-open", chapter.split("stored with")[1].split("```\n")[1]);
        wf.deployed("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="test">
                <process id="p" isExecutable="true"><startEvent id="s"/>%s<endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="check"/>
                <sequenceFlow id="g" sourceRef="check" targetRef="e"/></process></definitions>""".formatted(task));
    }

    @Test
    void aSmallSumIsPassedOver() {
        wf.started("S", "p", "zhao", "amount", 5L, "month", 11L);
        wf.expect().is(InstanceState.COMPLETED).has("level", "department");
    }

    @Test
    void aMiddleSumGoesToWhomTheModelNames() {
        wf.started("M", "p", "zhao", "amount", 500L, "month", 11L);
        wf.expect().offered("check");
        wf.actor("li").claims("check");
        wf.actor("li").submits("check");
        wf.expect().is(InstanceState.COMPLETED).has("checkedBy", "li");
    }

    @Test
    void aGreatSumGoesToTheBoardAndNothingInDecember() {
        wf.started("G", "p", "zhao", "amount", 5000L, "month", 12L);
        wf.expect().at("check").todoOf("sun").has("level", "board");
        wf.actor("sun").isRefused(ErrorCode.RULE_REJECTED).submits("check");
        wf.actor("sun").submits("check", "month", 1L);
        wf.expect().is(InstanceState.COMPLETED);
        assertThat(engine.incidents(wf.currentInstance())).isEmpty();
    }
}
