package wf.bpmn.check;

import java.util.Set;
import java.util.regex.Pattern;

/** What stands as text inside an element: documentation, and expressions. */
record Texts(BpmnFile file, Report report) implements Rules {

    private static final Pattern MIME_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+(\\s*;.*)?");
    private static final Pattern LITERAL = Pattern.compile("[+-]?\\d+(\\.\\d+)?|\"[^\"]*\"|'[^']*'");
    /** Expressions that the class diagrams type as formal; elsewhere {@code xsi:type} decides. */
    private static final Set<String> FORMAL = Set.of("messagePath", "dataPath", "transformation");
    private static final Set<String> CONDITIONS = Set.of("conditionExpression", "loopCondition", "completionCondition",
            "condition");

    @Override
    public void check() {
        file.all(Set.of("documentation", "textAnnotation")).forEach(this::formatIsMimeType);
        file.all().filter(this::isFormal).filter(file::isExecutable).forEach(this::formalExpressionHasBody);
        file.all(CONDITIONS).forEach(this::conditionIsBoolean);
    }

    /** 8.3.2 and 8.4.1: textFormat is a MIME type. */
    private void formatIsMimeType(XmlElement element) {
        element.attribute("textFormat").filter(f -> !MIME_TYPE.matcher(f).matches())
                .ifPresent(f -> report.error("TEXT_FORMAT", element, f));
    }

    private boolean isFormal(XmlElement element) {
        return element.is(FORMAL) || element.is("condition") && element.parent().is("complexBehaviorDefinition")
                || element.isBpmn() && element.attribute("xsi:type").filter(t -> t.endsWith("tFormalExpression")).isPresent();
    }

    /** 8.4.6: a formal expression has a body, which an executable process is to evaluate. */
    private void formalExpressionHasBody(XmlElement expression) {
        if (expression.text().isEmpty() && expression.children().stream().allMatch(XmlElement::isBpmn)) {
            report.error("EXPRESSION_EMPTY", owner(expression), expression.name());
        }
    }

    /** 8.4.13, 10.3.8 and 10.5.5: a condition is a boolean expression, which no number and no quoted text can be. */
    private void conditionIsBoolean(XmlElement condition) {
        if (LITERAL.matcher(condition.text()).matches()) {
            report.error("CONDITION_NOT_BOOLEAN", owner(condition), condition.text());
        }
    }

    /** An expression seldom has an id; the next element around it that has one says where it is. */
    private static XmlElement owner(XmlElement expression) {
        return expression.id().isEmpty()
                ? expression.ancestors().filter(a -> !a.id().isEmpty()).findFirst().orElse(expression) : expression;
    }
}
