package wf.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static wf.contract.ElementChangeKind.ADDED;
import static wf.contract.ElementChangeKind.CHANGED;
import static wf.contract.ElementChangeKind.MOVED;
import static wf.contract.ElementChangeKind.REMOVED;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import wf.contract.ElementChange;

/** What the difference of two files says, and what it leaves out because it means nothing. */
class ModelDifferenceTest {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>

            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:wf:bpmn:1.0"
                xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="file1" targetNamespace="t" exporterVersion="1">
              <process id="leave" name="Leave" isExecutable="true">
                <laneSet id="lanes"><lane id="staff" name="Staff"><flowNodeRef>start</flowNodeRef><flowNodeRef>review</flowNodeRef></lane></laneSet>
                <startEvent id="start"><outgoing>f1</outgoing></startEvent>
                <userTask id="review" name="Review" wf:assignee="li">
                  <extensionElements>
                    <wf:field name="days" type="INTEGER" access="REQUIRED"/>
                    <wf:field name="reason" type="STRING"/>
                  </extensionElements>
                  <incoming>f1</incoming>
                </userTask>
                <endEvent id="end"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="review"/>
                <sequenceFlow id="f2" sourceRef="review" targetRef="end">
                  <conditionExpression xsi:type="tFormalExpression" id="c1">days &gt; 3</conditionExpression>
                </sequenceFlow>
              </process>
              <di:BPMNDiagram id="d"><di:BPMNPlane id="p" bpmnElement="leave">
                <di:BPMNShape id="s1" bpmnElement="review"><dc:Bounds x="100" y="20.50" width="80" height="60"/></di:BPMNShape>
                <di:BPMNShape id="s2" bpmnElement="end"><dc:Bounds x="300" y="20" width="30" height="30"/></di:BPMNShape>
              </di:BPMNPlane></di:BPMNDiagram>
            </definitions>
            """;

    private static List<ElementChange> difference(String before, String after) {
        return ModelDifference.between(version(before, "leave"), version(after, "leave"));
    }

    private static ModelDifference.Version version(String model, String key) {
        return new ModelDifference.Version(model.getBytes(StandardCharsets.UTF_8), key);
    }

    private static void assertOneChange(String after, String element, String setting, String from, String to) {
        List<ElementChange> changes = difference(MODEL, after);
        assertThat(changes).extracting(c -> c.kind, c -> c.elementId).containsExactly(tuple(CHANGED, element));
        assertThat(changes.get(0).settings).extracting(s -> s.name, s -> s.before, s -> s.after)
                .containsExactly(tuple(setting, from, to));
    }

    @Test
    void twoWritingsOfTheSameModelDoNotDiffer() {
        String other = MODEL.replace("\n", "\r\n").replace("<wf:", "<x:").replace(" wf:", " x:").replace("xmlns:wf", "xmlns:x").replace("file1", "file2")
                .replace("exporterVersion=\"1\"", "").replace("id=\"c1\"", "").replace("xsi:type=\"tFormalExpression\"", "")
                .replace("days &gt; 3", "<![CDATA[ days > 3 ]]>").replace("<incoming>f1</incoming>", "").replace("20.50", "20.5")
                .replace("name=\"Leave\" isExecutable=\"true\"", "isExecutable=\"true\" name=\"Leave\"").replace("x=\"100\"", "x=\"100.0\"")
                .replace("<userTask ", "<userTask startQuantity=\"1\" isForCompensation=\"false\" ");
        assertThat(difference(MODEL, other)).isEmpty();
    }

    @Test
    void anAttributeIsToldBeforeAndAfter() {
        assertOneChange(MODEL.replace("wf:assignee=\"li\"", "wf:assignee=\"wang\""), "review", "wf:assignee", "li", "wang");
        assertOneChange(MODEL.replace(" wf:assignee=\"li\"", ""), "review", "wf:assignee", "li", null);
        assertOneChange(MODEL.replace("name=\"Leave\"", "name=\"Holiday\""), "leave", "name", "Leave", "Holiday");
    }

    @Test
    void aConditionIsASettingOfItsFlow() {
        assertOneChange(MODEL.replace("days &gt; 3", "days &gt; 5"), "f2", "conditionExpression", "days > 3", "days > 5");
    }

    @Test
    void aFieldIsKnownByItsName() {
        assertOneChange(MODEL.replace("access=\"REQUIRED\"", "access=\"READ\""), "review", "wf:field[days]/access", "REQUIRED", "READ");
        List<ElementChange> changes = difference(MODEL, MODEL.replace("<wf:field name=\"days\"", "<wf:field name=\"from\" type=\"DATE\"/><wf:field name=\"days\""));
        assertThat(changes.get(0).settings).extracting(s -> s.name).containsExactly("wf:field[from]/name", "wf:field[from]/type");
    }

    @Test
    void anEventDefinitionThatJustStandsThereIsASettingToo() {
        assertOneChange(MODEL.replace("<endEvent id=\"end\"/>", "<endEvent id=\"end\"><terminateEventDefinition id=\"t1\"/></endEvent>"),
                "end", "terminateEventDefinition", null, "");
    }

    @Test
    void whatAppearsAndDisappearsIsToldWithAllItSays() {
        String other = MODEL.replace("<endEvent id=\"end\"/>", "<scriptTask id=\"note\" name=\"Note\"><script>x = 1</script></scriptTask>")
                .replaceAll("<sequenceFlow id=\"f2\"[\\s\\S]*?</sequenceFlow>", "<sequenceFlow id=\"f3\" sourceRef=\"review\" targetRef=\"note\"/>");
        List<ElementChange> changes = difference(MODEL, other);
        assertThat(changes).extracting(c -> c.kind, c -> c.elementId, c -> c.elementType).containsExactly(
                tuple(ADDED, "note", "scriptTask"), tuple(ADDED, "f3", "sequenceFlow"),
                tuple(REMOVED, "end", "endEvent"), tuple(REMOVED, "f2", "sequenceFlow"));
        assertThat(changes.get(0).name).isEqualTo("Note");
        assertThat(changes.get(0).settings).extracting(s -> s.name, s -> s.before, s -> s.after).contains(tuple("script", null, "x = 1"));
        assertThat(changes.get(3).settings).extracting(s -> s.name, s -> s.before, s -> s.after)
                .contains(tuple("conditionExpression", "days > 3", null));
    }

    @Test
    void anElementThatBecameAnotherKindIsChanged() {
        assertOneChange(MODEL.replace("endEvent", "intermediateThrowEvent"), "end", "element", "endEvent", "intermediateThrowEvent");
    }

    @Test
    void aLaneSaysWhoCameAndWhoLeft() {
        assertOneChange(MODEL.replace("<flowNodeRef>start</flowNodeRef>", ""), "staff", "flowNodeRef[start]", "", null);
    }

    @Test
    void onlyMovedIsOnlyMoved() {
        assertThat(difference(MODEL, MODEL.replace("x=\"100\"", "x=\"140\""))).extracting(c -> c.kind, c -> c.elementId, c -> c.settings.size())
                .containsExactly(tuple(MOVED, "review", 0));
        assertThat(difference(MODEL, MODEL.replace("x=\"100\"", "x=\"140\"").replace("\"Review\"", "\"Look\"")))
                .extracting(c -> c.kind).containsExactly(CHANGED);
        assertThat(difference(MODEL, MODEL.replaceAll("<di:BPMNDiagram[\\s\\S]*</di:BPMNDiagram>", ""))).isEmpty();
    }

    @Test
    void aCopyUnderAnotherKeyHasTheSameElements() {
        String copy = MODEL.replace("\"leave\"", "\"holiday\"");
        assertThat(ModelDifference.between(version(MODEL, "leave"), version(copy, "holiday"))).isEmpty();
    }

    @Test
    void anotherProcessOfTheSameFileDoesNotCount() {
        String other = MODEL.replace("</process>", "</process><process id=\"partner\"><startEvent id=\"their_start\"/></process>");
        assertThat(difference(MODEL, other)).isEmpty();
    }

    @Test
    void whatStandsInASubProcessIsComparedOneByOne() {
        String sub = MODEL.replace("<endEvent id=\"end\"/>", "<endEvent id=\"end\"/><subProcess id=\"sub\"><userTask id=\"inner\" name=\"A\"/></subProcess>");
        assertThat(difference(MODEL, sub)).extracting(c -> c.elementId).containsExactly("sub", "inner");
        assertThat(difference(sub, sub.replace("name=\"A\"", "name=\"B\""))).extracting(c -> c.elementId).containsExactly("inner");
        String out = sub.replace("<subProcess id=\"sub\"><userTask id=\"inner\" name=\"A\"/></subProcess>",
                "<subProcess id=\"sub\"/><userTask id=\"inner\" name=\"A\"/>");
        assertThat(difference(sub, out).get(0).settings).extracting(s -> s.name, s -> s.before, s -> s.after)
                .containsExactly(tuple("parent", "sub", null));
    }
}
