package wf.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import wf.definition.EventDefinition;
import wf.definition.EventTraits;
import wf.definition.ModelElement;
import wf.rule.Expression;
import wf.rule.schedule.Misfire;
import wf.rule.schedule.TimerKind;

/** Reads what a node is as an event: its definitions, written inside or referred to, and how it catches. */
final class EventReader {

    private EventReader() { }

    static EventTraits read(ModelElement element) {
        List<EventDefinition> definitions = definitions(element);
        boolean interrupting = switch (element.type()) {
            case "boundaryEvent" -> !says(element, "cancelActivity", "false");
            case "startEvent" -> !says(element, "isInterrupting", "false");
            default -> true;
        };
        String attachedTo = element.type().equals("boundaryEvent") ? element.attribute("attachedToRef").orElse(null) : null;
        return definitions.isEmpty() && attachedTo == null ? EventTraits.NONE
                : new EventTraits(definitions, element.is("parallelMultiple"), interrupting, attachedTo);
    }

    private static boolean says(ModelElement element, String attribute, String value) {
        return element.attribute(attribute).filter(value::equals).isPresent();
    }

    private static List<EventDefinition> definitions(ModelElement element) {
        List<EventDefinition> definitions = new ArrayList<>();
        if (element.type().equals("receiveTask") || element.type().equals("sendTask")) {
            element.referred("messageRef").ifPresent(m -> definitions.add(message(m, element)));
        }
        for (ModelElement child : element.children()) {
            if (child.type().equals("eventDefinitionRef")) {
                child.find(child.text()).flatMap(d -> definition(d, element)).ifPresent(definitions::add);
            } else {
                definition(child, element).ifPresent(definitions::add);
            }
        }
        return definitions;
    }

    /** The event that an element defines; empty when the element is no event definition. */
    static Optional<EventDefinition> definition(ModelElement element, ModelElement owner) {
        return Optional.ofNullable(switch (element.type()) {
            case "timerEventDefinition" -> timer(element);
            case "messageEventDefinition" -> element.referred("messageRef").map(m -> message(m, element, owner)).orElse(null);
            case "signalEventDefinition" -> element.referred("signalRef").map(s -> new EventDefinition.Signal(named(s))).orElse(null);
            case "conditionalEventDefinition" -> element.expression("condition").map(EventDefinition.Condition::new).orElse(null);
            case "errorEventDefinition" -> new EventDefinition.Error(code(element, "errorRef", "errorCode"),
                    element.extension("errorCodeVariable").orElse(null), element.extension("errorMessageVariable").orElse(null));
            case "escalationEventDefinition" -> new EventDefinition.Escalation(code(element, "escalationRef", "escalationCode"));
            case "compensateEventDefinition" -> new EventDefinition.Compensation(element.attribute("activityRef").orElse(null));
            case "cancelEventDefinition" -> new EventDefinition.Cancel();
            case "linkEventDefinition" -> new EventDefinition.Link(element.attribute("name").orElse(""));
            case "terminateEventDefinition" -> new EventDefinition.Terminate();
            default -> null;
        });
    }

    private static EventDefinition timer(ModelElement element) {
        for (TimerKind kind : TimerKind.values()) {
            String child = "time" + kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
            Optional<Expression> when = element.expression(child);
            if (when.isPresent()) {
                return new EventDefinition.Timer(kind, when.get(), misfire(element));
            }
        }
        return null;
    }

    private static Misfire misfire(ModelElement timer) {
        return timer.extension("misfire").flatMap(Misfire::of).orElse(Misfire.ALL);
    }

    /** The key may stand at the definition, at the node, or at the message that both refer to. */
    private static EventDefinition message(ModelElement message, ModelElement... users) {
        Optional<String> key = Stream.concat(Stream.of(users), Stream.of(message))
                .map(e -> e.extension("correlationKey")).flatMap(Optional::stream).findFirst();
        return new EventDefinition.Message(named(message), key.map(Expression::of).orElse(null));
    }

    private static String named(ModelElement element) {
        return element.attribute("name").orElse(element.id());
    }

    /** The code that identifies it; where it has none, its id does. Nothing referred to: any. */
    private static String code(ModelElement element, String reference, String attribute) {
        return element.referred(reference).map(e -> e.attribute(attribute).orElse(e.id())).orElse(null);
    }
}
