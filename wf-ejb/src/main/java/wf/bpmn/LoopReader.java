package wf.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wf.definition.EventDefinition;
import wf.definition.Findings;
import wf.definition.Loop;
import wf.definition.Loop.Behavior;
import wf.definition.Loop.ComplexBehavior;
import wf.definition.Loop.MultiInstance;
import wf.definition.Loop.Standard;
import wf.definition.ModelElement;
import wf.rule.Expression;

/** Reads how an activity repeats, in BPMN's own words and in those of kindred engines. */
final class LoopReader {

    private final Findings findings;

    LoopReader(Findings findings) {
        this.findings = findings;
    }

    /** Null when the activity does not repeat. */
    Loop read(ModelElement element) {
        Optional<ModelElement> standard = element.children("standardLoopCharacteristics").stream().findFirst();
        Optional<ModelElement> multi = element.children("multiInstanceLoopCharacteristics").stream().findFirst();
        return standard.isPresent() ? standard(element, standard.get()) : multi.map(m -> multi(element, m)).orElse(null);
    }

    private Loop standard(ModelElement element, ModelElement loop) {
        String maximum = loop.attribute("loopMaximum").orElse(null);
        if (maximum != null && !maximum.matches("[1-9][0-9]{0,8}")) {
            findings.error("LOOP_MAXIMUM", element.id(), maximum);
            maximum = null;
        }
        return new Standard(loop.expression("loopCondition").orElse(null), loop.is("testBefore"),
                maximum == null ? null : Integer.valueOf(maximum));
    }

    private Loop multi(ModelElement element, ModelElement loop) {
        Expression collection = collection(element, loop);
        Expression cardinality = loop.expression("loopCardinality").map(Expression::whole).orElse(null);
        if (collection == null && cardinality == null && !element.type().equals("userTask")) {
            findings.error("LOOP_WITHOUT_COUNT", element.id());
        }
        Behavior behavior = Behavior.valueOf(loop.attribute("behavior").orElse("All").toUpperCase(Locale.ROOT));
        String reference = behavior == Behavior.ONE ? "oneBehaviorEventRef" : "noneBehaviorEventRef";
        EventDefinition thrown = behavior == Behavior.ALL ? null
                : loop.referred(reference).flatMap(e -> EventReader.definition(e, element)).orElse(null);
        return new MultiInstance(loop.is("isSequential"), cardinality, collection, elementName(loop),
                outputItem(loop).map(o -> Expression.of("${" + o + "}")).orElse(null), outputs(element, loop),
                loop.expression("completionCondition").orElse(null), behavior, thrown, complex(element, loop));
    }

    private static Expression collection(ModelElement element, ModelElement loop) {
        Optional<String> reference = loop.children("loopDataInputRef").stream().findFirst().map(ModelElement::text);
        return loop.extension("collection").map(c -> c.contains("${") ? c : "${" + c + "}")
                .or(() -> reference.flatMap(r -> DataReader.loopSource(element, r)).map(n -> "${" + n + "}"))
                .map(Expression::of).orElse(null);
    }

    private static String elementName(ModelElement loop) {
        return loop.extension("elementVariable")
                .or(() -> loop.children("inputDataItem").stream().findFirst().map(DataReader::nameOf)).orElse(null);
    }

    private static Optional<String> outputItem(ModelElement loop) {
        return loop.extension("outputVariable").or(() -> loop.children("outputDataItem").stream().findFirst().map(DataReader::nameOf));
    }

    private static String outputs(ModelElement element, ModelElement loop) {
        return loop.extension("outputCollection").or(() -> loop.children("loopDataOutputRef").stream().findFirst()
                .flatMap(r -> element.find(r.text())).map(DataReader::nameOf)).orElse(null);
    }

    private static List<ComplexBehavior> complex(ModelElement element, ModelElement loop) {
        List<ComplexBehavior> complex = new ArrayList<>();
        for (ModelElement definition : loop.children("complexBehaviorDefinition")) {
            Optional<EventDefinition> event = definition.children("event").stream().flatMap(e -> e.children().stream())
                    .flatMap(e -> EventReader.definition(e, element).stream()).findFirst();
            Optional<Expression> condition = definition.expression("condition");
            if (event.isPresent() && condition.isPresent()) {
                complex.add(new ComplexBehavior(condition.get(), event.get()));
            }
        }
        return complex;
    }
}
