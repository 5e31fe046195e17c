package wf.bpmn.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.bpmn.check.XmlElement.Extension;

/**
 * What kindred engines write beside the standard. Some of it means here what it means there; of the rest its author is told
 * what becomes of it, since a model that runs differently without a word is worse than one that does not run.
 * {@code docs/models.md} has the whole table.
 */
record Foreign(BpmnFile file, Report report) implements Rules {

    private static final Set<String> ENGINES = Set.of("http://camunda.org/schema/1.0/bpmn", "http://operaton.org/schema/1.0/bpmn",
            "http://flowable.org/bpmn", "http://activiti.org/bpmn");

    /** Attributes that are read, by the elements at which they are; what is not named under an element is read at none. */
    private static final Map<String, Set<String>> READ = Map.of(
            "userTask", Set.of("assignee", "candidateUsers", "candidateGroups", "dueDate", "followUpDate", "priority", "formKey"),
            "serviceTask", Set.of("class", "type", "topic", "delegateExpression", "expression", "resultVariable", "resultVariableName"),
            "sendTask", Set.of("class", "type", "topic", "delegateExpression", "expression", "resultVariable", "resultVariableName"),
            "businessRuleTask", Set.of("class", "type", "topic", "delegateExpression", "expression", "resultVariable", "decisionRef"),
            "callActivity", Set.of("calledElementBinding", "calledElementVersion", "inheritVariables"),
            "multiInstanceLoopCharacteristics", Set.of("collection", "elementVariable"),
            "process", Set.of("candidateStarterUsers", "candidateStarterGroups"),
            "startEvent", Set.of("initiator"),
            "errorEventDefinition", Set.of("errorCodeVariable", "errorMessageVariable"));
    private static final Set<String> READ_ANYWHERE = Set.of("async", "asyncBefore");

    private static final Set<String> CODE = Set.of("class", "delegateExpression", "expression", "type", "connector", "field", "script", "list", "map",
            "mapException", "errorEventDefinition", "variableMappingClass", "variableMappingDelegateExpression");
    private static final Set<String> FORM = Set.of("formKey", "formRef", "formRefBinding", "formRefVersion", "formData", "formProperty",
            "formFieldValidation", "formHandlerClass");
    private static final Set<String> TRANSACTION = Set.of("asyncAfter", "asyncLeave", "exclusive", "asyncLeaveExclusive", "asyncComplete", "completeAsync");
    private static final Set<String> ORDER = Set.of("jobPriority", "taskPriority");
    private static final Set<String> RESULT = Set.of("resultVariable", "resultVariableName", "escalationCodeVariable", "taskIdVariableName",
            "processInstanceIdVariableName", "elementIndexVariable", "errorVariableName", "variableAggregation", "storeResultVariableAsTransient",
            "useLocalScopeForResultVariable", "useLocalScopeForOutParameters", "mapDecisionResult");
    private static final Set<String> CONDITION = Set.of("variableName", "variableEvents");
    private static final Set<String> BUSINESS_KEY = Set.of("businessKey", "inheritBusinessKey");

    /** Elements that are read, or that mean nothing to the other engine either. */
    private static final Set<String> READ_ELEMENTS = Set.of("executionListener", "taskListener", "inputOutput", "inputParameter", "outputParameter",
            "failedJobRetryTimeCycle", "properties", "property");

    @Override
    public void check() {
        List<XmlElement> processes = file.processes().stream().filter(file::isExecutable).toList();
        processes.stream().flatMap(XmlElement::tree).filter(XmlElement::isBpmn).forEach(this::check);
        if (ENGINES.stream().anyMatch(this::isDeclared)) {
            processes.stream().flatMap(XmlElement::tree).filter(e -> e.is("callActivity")).forEach(this::passesAll);
        }
    }

    private void check(XmlElement element) {
        element.extensionAttributes().stream().filter(a -> ENGINES.contains(a.namespace())).filter(a -> !isRead(element, a))
                .forEach(a -> tell(element, a.name()));
        element.children("extensionElements").stream().flatMap(e -> e.children().stream()).filter(Foreign::isForeign)
                .forEach(e -> check(element, e));
    }

    private static boolean isForeign(XmlElement element) {
        return ENGINES.contains(element.namespace());
    }

    private static boolean isRead(XmlElement element, Extension attribute) {
        return READ_ANYWHERE.contains(attribute.name()) || READ.getOrDefault(element.name(), Set.of()).contains(attribute.name())
                || attribute.name().equals("exclusive") && attribute.value().equals("true");
    }

    private void check(XmlElement owner, XmlElement extension) {
        boolean isMapping = Set.of("in", "out").contains(extension.name());
        if (isMapping && owner.is("callActivity")) {
            Stream.of("businessKey", "local", "transient").filter(a -> extension.attribute(a).isPresent()).forEach(a -> tell(owner, a));
        } else if (!READ_ELEMENTS.contains(extension.name())) {
            tell(owner, extension.name());
        } else if (extension.name().equals("inputOutput")) {
            extension.tree().filter(Foreign::isForeign).map(XmlElement::name).filter(CODE::contains).distinct().forEach(n -> tell(owner, n));
        }
    }

    private void tell(XmlElement owner, String name) {
        if (name.equals("skipExpression")) {
            report.warning("FOREIGN_SKIP", owner, name);
        } else if (CODE.contains(name)) {
            report.warning("FOREIGN_CODE", owner, name);
        } else if (FORM.contains(name)) {
            report.warning("FOREIGN_FORM", owner, name);
        } else if (TRANSACTION.contains(name)) {
            report.warning("FOREIGN_TRANSACTION", owner, name);
        } else if (ORDER.contains(name)) {
            report.warning("FOREIGN_ORDER", owner, name);
        } else if (RESULT.contains(name)) {
            report.warning("FOREIGN_RESULT", owner, name);
        } else if (CONDITION.contains(name)) {
            report.warning("FOREIGN_CONDITION", owner, name);
        } else if (BUSINESS_KEY.contains(name)) {
            report.warning("FOREIGN_BUSINESS_KEY", owner, name);
        } else {
            report.warning("FOREIGN_ATTRIBUTE", owner, name);
        }
    }

    private boolean isDeclared(String engine) {
        return file.root().declares(engine);
    }

    /** Where nothing is mapped, other engines pass nothing. */
    private void passesAll(XmlElement call) {
        Set<String> said = call.children("extensionElements").stream().flatMap(e -> e.children().stream()).map(XmlElement::name)
                .collect(Collectors.toSet());
        if (!said.contains("in") && !said.contains("out") && !call.hasExtensionAttribute("inheritVariables")) {
            report.warning("CALL_PASSES_ALL", call, call.label());
        }
    }
}
