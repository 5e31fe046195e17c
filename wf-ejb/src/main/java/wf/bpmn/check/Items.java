package wf.bpmn.check;

import java.util.Optional;

/** What data elements, messages and triggers carry: item definitions, and whether two are the same (8.4.10). */
record Items(BpmnFile file) {

    /** The item of a data element. */
    Optional<XmlElement> ofData(XmlElement data) {
        return file.named(data, "itemSubjectRef");
    }

    Optional<XmlElement> ofMessage(XmlElement message) {
        return file.named(message, "itemRef");
    }

    /** The item that a trigger or result carries, by its message, signal, error or escalation (10.5.5). */
    Optional<XmlElement> ofDefinition(XmlElement definition) {
        return switch (definition.name()) {
            case "messageEventDefinition" -> file.named(definition, "messageRef").flatMap(this::ofMessage);
            case "signalEventDefinition" -> structureOf(definition, "signalRef");
            case "errorEventDefinition" -> structureOf(definition, "errorRef");
            case "escalationEventDefinition" -> structureOf(definition, "escalationRef");
            default -> Optional.empty();
        };
    }

    private Optional<XmlElement> structureOf(XmlElement definition, String reference) {
        return file.named(definition, reference).flatMap(e -> file.named(e, "structureRef"));
    }

    /** Whether data fit an item: the same definition, or another of the same structure. */
    boolean fits(XmlElement data, XmlElement item) {
        return ofData(data).filter(own -> own.equals(item) || isSameStructure(own, item)).isPresent();
    }

    static boolean isSameStructure(XmlElement one, XmlElement other) {
        return one.attribute("structureRef").isPresent()
                && one.attribute("structureRef").equals(other.attribute("structureRef"));
    }
}
