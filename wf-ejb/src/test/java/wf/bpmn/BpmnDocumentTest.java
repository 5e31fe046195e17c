package wf.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BpmnDocumentTest {

    private static final String MODEL = """
            <!-- drawn by hand -->
            <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" \
            xmlns:own="urn:own" xmlns:t="urn:t" xmlns:u="urn:u" targetNamespace="urn:t">
              <b:collaboration id="c"><b:participant id="leave_pool" name="leave" processRef="t:leave"/></b:collaboration>
              <b:process id="leave" name="请假&#10;申请" isExecutable="true" own:owner="leave">
                <b:extensionElements><own:note ref="leave"><![CDATA[a < b]]></own:note></b:extensionElements>
                <b:startEvent id="s"/><b:sequenceFlow id="f" sourceRef="s" targetRef="again"/>
                <b:callActivity id="again" calledElement="leave"/>
                <b:callActivity id="other" calledElement="u:leave"/>
              </b:process>
              <b:process id="expense"><b:supports>t:leave</b:supports></b:process>
              <di:BPMNDiagram id="d"><di:BPMNPlane id="p" bpmnElement="leave"/></di:BPMNDiagram>
            </b:definitions>""";

    private static BpmnDocument document() {
        return BpmnDocument.read(MODEL.getBytes(StandardCharsets.UTF_8));
    }

    private static String written(BpmnDocument document) {
        return new String(document.write(), StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsWrittenAsItWasRead() {
        assertThat(written(document())).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + MODEL);
    }

    @Test
    void aCopyGetsItsNameWhereverTheFileSpeaksOfTheProcess() {
        assertThat(written(document().renameProcess("leave", "leave2", "请假<2>"))).contains(
                "<b:process id=\"leave2\" name=\"请假&lt;2&gt;\"", "processRef=\"t:leave2\"", "calledElement=\"leave2\"",
                "bpmnElement=\"leave2\"", "<b:supports>t:leave2</b:supports>");
    }

    @Test
    void aCopyTouchesNothingElse() {
        assertThat(written(document().renameProcess("leave", "leave2", null))).contains("name=\"请假&#10;申请\"", "id=\"leave_pool\"",
                "name=\"leave\"", "calledElement=\"u:leave\"", "own:owner=\"leave\"", "<own:note ref=\"leave\">");
    }

    @Test
    void aProcessWithoutNameGetsOne() {
        assertThat(written(document().renameProcess("expense", "expense", "报销"))).contains("<b:process id=\"expense\" name=\"报销\">");
    }

    @Test
    void aNewIdMustBeFree() {
        assertThat(document().processes()).containsExactly("leave", "expense");
        assertThatIllegalArgumentException().isThrownBy(() -> document().renameProcess("leave", "expense", null));
        assertThatIllegalArgumentException().isThrownBy(() -> document().renameProcess("leave", "d", null));
        assertThatIllegalArgumentException().isThrownBy(() -> document().renameProcess("travel", "t", null));
    }

    @Test
    void aHostileFileIsNotCopied() {
        assertThatIllegalArgumentException().isThrownBy(() -> BpmnDocument.read("<!DOCTYPE a []><a/>".getBytes(StandardCharsets.UTF_8)));
    }
}
