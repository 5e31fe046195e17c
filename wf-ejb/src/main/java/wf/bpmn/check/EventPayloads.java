package wf.bpmn.check;

import java.util.List;
import java.util.Set;

/** What triggers and results carry, and what an executable process must say about them (10.5.1, 10.5.5). */
record EventPayloads(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all(Names.EVENTS).forEach(this::check);
    }

    private void check(XmlElement event) {
        dataFitTheDefinitions(event, event.children(Set.of("dataInput", "dataOutput")));
        if (file.isExecutable(event)) {
            messageHasOperation(event);
            escalationHasCode(event);
        }
    }

    /** 10.5.1: the data of an event are, in order, the items that its definitions carry. */
    private void dataFitTheDefinitions(XmlElement event, List<XmlElement> data) {
        Items items = new Items(file);
        List<XmlElement> carried = file.definitions(event).stream().flatMap(d -> items.ofDefinition(d).stream()).toList();
        for (int i = 0; i < Math.min(data.size(), carried.size()); i++) {
            if (!items.fits(data.get(i), carried.get(i))) {
                report.error("EVENT_ITEM", event, data.get(i).id(), carried.get(i).id());
            }
        }
    }

    /**
     * 10.5.5, table 10.98: in an executable process a message event says by which operation its message travels. A
     * message that declares no item is known by its name alone, as this engine delivers it; it needs no operation.
     */
    private void messageHasOperation(XmlElement event) {
        file.definitions(event).stream().filter(d -> d.is("messageEventDefinition") && !d.has("operationRef"))
                .filter(d -> new Items(file).ofDefinition(d).isPresent())
                .forEach(d -> report.error("MESSAGE_OPERATION", event, event.label()));
    }

    /** 10.5.5, table 10.96: in an executable process an escalation is thrown with a code. */
    private void escalationHasCode(XmlElement event) {
        if (!event.is(Names.CATCH_EVENTS)) {
            file.definitions(event).stream().filter(d -> d.is("escalationEventDefinition"))
                    .filter(d -> file.named(d, "escalationRef").flatMap(e -> e.attribute("escalationCode")).isEmpty())
                    .forEach(d -> report.error("ESCALATION_CODE", event, event.label()));
        }
    }
}
