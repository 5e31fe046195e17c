package wf.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;

/** The example of docs/models.md about sources of participants does what is said beside it. */
class SourceExampleTest {

    private final World wf = new World(new CoreEngine());

    @BeforeEach
    void deployed() throws IOException {
        String chapter = Files.readString(Path.of("../docs/models.md")).split("\n## Sources of participants\n")[1].split("\n## ")[0];
        wf.deployed("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="test">
                <process id="p" isExecutable="true"><startEvent id="s"/>%s<endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="review"/>
                <sequenceFlow id="g" sourceRef="review" targetRef="e"/></process></definitions>""".formatted(chapter.split("```xml\n")[1].split("```")[0]));
    }

    @Test
    void theHeadAndTheGroupAreOfferedTheWork() {
        wf.started("A", "p", "zhao");
        wf.expect().offered("review");
        wf.actor("li").claims("review");
    }

    @Test
    void whoSentItIsLeftOut() {
        wf.started("B", "p", "wang");
        wf.actor("wang").isRefused(ErrorCode.FORBIDDEN).claims("review");
        wf.actor("sun").claims("review");
    }
}
