import java.util.Locale;

/**
 * The two processes of a fault: in one a person hands in work, a system outside is called, and the next person gets work; in the other a
 * timer beside somebody's work gives work to another. Whoever gets work is told by mail.
 */
final class Model {

    private static final String BPMN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="faults">
              <process id="%1$s" name="%1$s" isExecutable="true"><startEvent id="s"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="review"/><userTask id="review" wf:assignee="li"/>
                <sequenceFlow id="f2" sourceRef="review" targetRef="tell"/>
                <serviceTask id="tell" wf:retries="R20/PT2S"><extensionElements>
                  <wf:rest method="POST" endpoint="faults" url="/%1$s/${n}" timeout="PT5S"><wf:body>{"n": ${n}}</wf:body></wf:rest>
                </extensionElements></serviceTask>
                <sequenceFlow id="f3" sourceRef="tell" targetRef="sign"/><userTask id="sign" wf:assignee="wang"/>
                <sequenceFlow id="f4" sourceRef="sign" targetRef="e"/><endEvent id="e"/></process>
              <process id="%1$st" name="%1$st" isExecutable="true"><startEvent id="ts"/>
                <sequenceFlow id="g1" sourceRef="ts" targetRef="hold"/><userTask id="hold" wf:assignee="li"/>
                <boundaryEvent id="t" attachedToRef="hold" cancelActivity="false"><timerEventDefinition><timeDuration>PT%2$dS</timeDuration></timerEventDefinition></boundaryEvent>
                <sequenceFlow id="g2" sourceRef="t" targetRef="after"/><userTask id="after" wf:assignee="wang"/>
                <sequenceFlow id="g3" sourceRef="after" targetRef="te"/><sequenceFlow id="g4" sourceRef="hold" targetRef="te"/><endEvent id="te"/></process>
            </definitions>""";

    private Model() { }

    static String of(String key, int timerSeconds) {
        return String.format(Locale.ROOT, BPMN, key, timerSeconds);
    }

    /** Where the instance with this number calls. */
    static String path(String key, long number) {
        return "/" + key + "/" + number;
    }
}
