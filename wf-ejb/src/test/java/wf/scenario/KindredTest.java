package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import wf.bpmn.BpmnDocument;
import wf.bpmn.BpmnReader;
import wf.contract.Severity;
import wf.definition.Finding;
import wf.node.BuiltInNodeTypes;
import wf.rule.Languages;
import wf.rule.jexl.JexlExpressions;
import wf.rule.xpath.XPathExpressions;

/** The table of docs/models.md, row by row: each attribute of kindred engines is deployed, and what is told of it stands there. */
class KindredTest {

    private static final Path TABLE = Path.of("../docs/models.md");
    private static final List<String> ENGINES = List.of("http://camunda.org/schema/1.0/bpmn", "http://operaton.org/schema/1.0/bpmn",
            "http://flowable.org/bpmn", "http://activiti.org/bpmn");

    private static final String SERVICE = "<serviceTask id='t' x:delegateExpression='${bean}' %s/>";
    private static final String USER = "<userTask id='t' x:assignee='li' %s/>";
    private static final String CALL = "<callActivity id='t' calledElement='other' %s><extensionElements>%s</extensionElements></callActivity>";
    private static final String EXTENDED = "<userTask id='t' x:assignee='li'><extensionElements>%s</extensionElements></userTask>";

    /** A model for each row, by what stands in its first column. */
    private static Map<String, String> models() {
        Map<String, String> models = new LinkedHashMap<>();
        for (String attribute : List.of("assignee", "candidateUsers", "candidateGroups")) {
            models.put(attribute, "<userTask id='t' x:" + attribute + "='li'/>");
        }
        models.put("dueDate", USER.formatted("x:dueDate='${due}'"));
        models.put("followUpDate", USER.formatted("x:followUpDate='P3D'"));
        models.put("priority", USER.formatted("x:priority='50'"));
        models.put("formKey at userTask", USER.formatted("x:formKey='embedded:app:form.html'"));
        models.put("formKey at startEvent", "<startEvent id='t' x:formKey='f'/>");
        models.put("formRef", USER.formatted("x:formRef='f'"));
        models.put("formData, formProperty", EXTENDED.formatted("<x:formData><x:formField id='a' type='long'/></x:formData>"));
        models.put("skipExpression", USER.formatted("x:skipExpression='${true}'"));
        models.put("category, owner", USER.formatted("x:category='c'"));
        models.put("businessCalendarName", USER.formatted("x:dueDate='P1D' x:businessCalendarName='c'"));
        models.put("taskListener", EXTENDED.formatted("<x:taskListener event='create' delegateExpression='${bean}'/>"));
        models.put("taskListener class", EXTENDED.formatted("<x:taskListener event='create' class='a.B'/>"));
        models.put("taskListener event timeout, update", EXTENDED.formatted("<x:taskListener event='update' delegateExpression='${bean}'/>"));
        models.put("executionListener", EXTENDED.formatted("<x:executionListener event='start' delegateExpression='${bean}'/>"));
        models.put("initiator", "<startEvent id='t' x:initiator='who'/>");
        models.put("candidateStarterUsers, candidateStarterGroups", "PROCESS x:candidateStarterUsers='li' x:candidateStarterGroups='finance'");
        models.put("delegateExpression", "<serviceTask id='t' x:delegateExpression='${bean}'/>");
        models.put("expression", "<serviceTask id='t' x:expression='${bean}'/>");
        models.put("expression with resultVariable", "<serviceTask id='t' x:expression='${a + 1}' x:resultVariable='b'/>");
        models.put("expression with a method", "<serviceTask id='t' x:expression='${bean.charge(order)}'/>");
        models.put("class", "<serviceTask id='t' x:class='a.B'/>");
        models.put("type, topic", "<serviceTask id='t' x:type='external' x:topic='a'/>");
        models.put("field", "<serviceTask id='t' x:delegateExpression='${bean}'><extensionElements><x:field name='a' stringValue='b'/></extensionElements></serviceTask>");
        models.put("connector", "<serviceTask id='t' x:delegateExpression='${bean}'><extensionElements><x:connector/></extensionElements></serviceTask>");
        models.put("mapException, errorEventDefinition", "<serviceTask id='t' x:delegateExpression='${bean}'><extensionElements><x:mapException errorCode='a'/></extensionElements></serviceTask>");
        models.put("resultVariable at scriptTask", "<scriptTask id='t' scriptFormat='jexl' x:resultVariable='a'><script>b = 1</script></scriptTask>");
        models.put("decisionRef", "<businessRuleTask id='t' x:decisionRef='dish'/>");
        models.put("mapDecisionResult", "<businessRuleTask id='t' x:delegateExpression='${bean}' x:mapDecisionResult='singleEntry'/>");
        models.put("async, asyncBefore", SERVICE.formatted("x:asyncBefore='true' x:async='true'"));
        models.put("asyncAfter, asyncLeave", SERVICE.formatted("x:asyncAfter='true'"));
        models.put("exclusive", SERVICE.formatted("x:exclusive='false'"));
        models.put("failedJobRetryTimeCycle", "<serviceTask id='t' x:delegateExpression='${bean}'><extensionElements><x:failedJobRetryTimeCycle>R5/PT10M</x:failedJobRetryTimeCycle></extensionElements></serviceTask>");
        models.put("jobPriority, taskPriority", SERVICE.formatted("x:jobPriority='5'"));
        models.put("inputOutput", EXTENDED.formatted("<x:inputOutput><x:inputParameter name='a'>${b}</x:inputParameter><x:outputParameter name='c'>d</x:outputParameter></x:inputOutput>"));
        models.put("inputOutput with script, list, map", EXTENDED.formatted("<x:inputOutput><x:inputParameter name='a'><x:script scriptFormat='groovy'>1</x:script></x:inputParameter></x:inputOutput>"));
        models.put("properties", EXTENDED.formatted("<x:properties><x:property name='a' value='b'/></x:properties>"));
        models.put("in, out", CALL.formatted("", "<x:in source='a' target='b'/><x:in sourceExpression='${a}' target='c'/><x:in variables='all'/><x:out source='d' target='e'/>"));
        models.put("in businessKey", CALL.formatted("", "<x:in businessKey='#{execution.processBusinessKey}'/><x:in variables='all'/>"));
        models.put("in local, transient", CALL.formatted("", "<x:in variables='all' local='true'/>"));
        models.put("calledElementBinding, calledElementVersion", CALL.formatted("x:calledElementBinding='version' x:calledElementVersion='2'", "<x:in variables='all'/>"));
        models.put("calledElementVersionTag, calledElementTenantId", CALL.formatted("x:calledElementTenantId='2'", "<x:in variables='all'/>"));
        models.put("inheritVariables", CALL.formatted("x:inheritVariables='true'", ""));
        models.put("businessKey, inheritBusinessKey", CALL.formatted("x:inheritBusinessKey='true' x:inheritVariables='true'", ""));
        models.put("callActivity without mapping", CALL.formatted("", ""));
        models.put("variableMappingClass, variableMappingDelegateExpression", CALL.formatted("x:variableMappingDelegateExpression='${bean}' x:inheritVariables='true'", ""));
        models.put("collection, elementVariable", "<serviceTask id='t' x:delegateExpression='${bean}'><multiInstanceLoopCharacteristics x:collection='all' x:elementVariable='one'/></serviceTask>");
        models.put("elementIndexVariable", "<serviceTask id='t' x:delegateExpression='${bean}'><multiInstanceLoopCharacteristics x:collection='all' x:elementIndexVariable='i'/></serviceTask>");
        models.put("errorCodeVariable, errorMessageVariable", "<serviceTask id='t' x:delegateExpression='${bean}'/><boundaryEvent id='b' attachedToRef='t'>"
                + "<errorEventDefinition x:errorCodeVariable='c' x:errorMessageVariable='m'/></boundaryEvent><sequenceFlow id='bf' sourceRef='b' targetRef='e'/>");
        models.put("escalationCodeVariable", "<subProcess id='t'><startEvent id='s2'/><endEvent id='e2'/><sequenceFlow id='f2' sourceRef='s2' targetRef='e2'/></subProcess>"
                + "<boundaryEvent id='b' attachedToRef='t'><escalationEventDefinition x:escalationCodeVariable='c'/></boundaryEvent><sequenceFlow id='bf' sourceRef='b' targetRef='e'/>");
        models.put("variableName, variableEvents", "<intermediateCatchEvent id='t'><conditionalEventDefinition x:variableName='a'><condition>${a}</condition></conditionalEventDefinition></intermediateCatchEvent>");
        models.put("historyTimeToLive, versionTag, isStartableInTasklist", "PROCESS x:historyTimeToLive='P30D'");
        models.put("potentialStarter, validation and other elements", EXTENDED.formatted("<x:validation/>"));
        return models;
    }

    private static String file(String element, String engine) {
        boolean ofProcess = element.startsWith("PROCESS");
        String task = ofProcess ? "<manualTask id='t'/>" : element;
        boolean isStart = task.startsWith("<startEvent");
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:x='" + engine + "' targetNamespace='t'><process id='p' isExecutable='true'"
                + (ofProcess ? element.substring("PROCESS".length()) : "") + ">" + (isStart ? "" : "<startEvent id='s'/>") + task + "<endEvent id='e'/>"
                + (isStart ? "" : "<sequenceFlow id='f1' sourceRef='s' targetRef='t'/>") + "<sequenceFlow id='f3' sourceRef='t' targetRef='e'/></process></definitions>";
    }

    private static String told(String element, String engine) {
        List<Finding> findings = new BpmnReader(BuiltInNodeTypes.all(), new Languages(new JexlExpressions(), new XPathExpressions()))
                .read(file(element, engine).getBytes(StandardCharsets.UTF_8)).findings();
        TreeSet<String> codes = new TreeSet<>();
        findings.forEach(f -> codes.add((f.severity() == Severity.ERROR ? "refused: " : "") + f.code()));
        return codes.isEmpty() ? "–" : String.join(", ", codes);
    }

    @Test
    void whatTheTableSaysOfEachAttributeIsWhatADeploymentTells() throws IOException {
        Map<String, String> table = new LinkedHashMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            String[] cells = line.split("\\s*\\|\\s*");
            if (line.startsWith("| `") && cells.length == 5) {
                table.put(cells[1].replace("`", ""), cells[4].replace("`", ""));
            }
        }
        List<String> wrong = new ArrayList<>();
        Map<String, String> models = models();
        models.forEach((row, element) -> ENGINES.forEach(engine -> {
            String told = told(element, engine);
            if (!told.equals(table.get(row))) {
                wrong.add(row + ": " + told + ", not " + table.get(row));
            }
        }));
        assertThat(wrong.stream().distinct().toList()).isEmpty();
        assertThat(models.keySet()).containsExactlyInAnyOrderElementsOf(table.keySet());
    }

    @Test
    void foreignNamespacesThatNobodyKnowsAreLeftAlone() {
        String file = file("<userTask id='t' x:assignee='li' y:colour='red'><extensionElements><y:anything><y:deep/></y:anything></extensionElements></userTask>",
                ENGINES.get(0)).replace("<definitions ", "<definitions xmlns:y='urn:somebody' ");
        assertThat(new BpmnReader(BuiltInNodeTypes.all(), new Languages(new JexlExpressions(), new XPathExpressions()))
                .read(file.getBytes(StandardCharsets.UTF_8)).findings()).isEmpty();
        assertThat(new String(BpmnDocument.read(file.getBytes(StandardCharsets.UTF_8)).write(), StandardCharsets.UTF_8))
                .contains("y:colour=\"red\"", "<y:anything><y:deep/></y:anything>", "xmlns:y=\"urn:somebody\"", "x:assignee=\"li\"");
    }
}
