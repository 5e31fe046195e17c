package peerbench;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Two processes that weigh the same: a timer that fires, and work that is handed in. Either ends a wait and gives somebody
 * his next work.
 */
final class Models {

    private Models() { }

    /** @param attributes of each process, besides */
    static byte[] bpmn(String namespace, String attributes) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="%1$s" targetNamespace="peerbench">
                  <process id="timed" name="timed" isExecutable="true"%2$s>
                    <startEvent id="s1"/><sequenceFlow id="f1" sourceRef="s1" targetRef="t"/>
                    <intermediateCatchEvent id="t"><timerEventDefinition><timeDate>${due}</timeDate></timerEventDefinition></intermediateCatchEvent>
                    <sequenceFlow id="f2" sourceRef="t" targetRef="after"/><userTask id="after" name="after" x:assignee="${a2}"/>
                    <sequenceFlow id="f3" sourceRef="after" targetRef="e1"/><endEvent id="e1"/>
                  </process>
                  <process id="desk" name="desk" isExecutable="true"%2$s>
                    <startEvent id="s2"/><sequenceFlow id="g1" sourceRef="s2" targetRef="first"/>
                    <userTask id="first" name="first" x:assignee="${a1}"/>
                    <sequenceFlow id="g2" sourceRef="first" targetRef="second"/><userTask id="second" name="second" x:assignee="${a2}"/>
                    <sequenceFlow id="g3" sourceRef="second" targetRef="e2"/><endEvent id="e2"/>
                  </process>
                </definitions>""".formatted(namespace, attributes).getBytes(StandardCharsets.UTF_8);
    }

    static String key() {
        return "BK-" + Bench.KEY.incrementAndGet();
    }

    /** @param due as the engine takes a moment in a variable */
    static Map<String, Object> timed(Object due) {
        Map<String, Object> variables = desk();
        variables.put("due", due);
        return variables;
    }

    static Map<String, Object> desk() {
        return Bench.startVars("w1");
    }
}
