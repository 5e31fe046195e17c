package wf.bpmn.check;

import java.util.HashSet;
import java.util.Set;

/** Ids and what refers to them. The schema sees both, but only names the end of the file (8.3.1, 15.3.2). */
record References(BpmnFile file, Report report) implements Rules {

    /** Attributes that name an element of a BPMN file, whatever element they stand on. */
    static final Set<String> ATTRIBUTES = Set.of("sourceRef", "targetRef", "attachedToRef", "default", "messageRef",
            "signalRef", "errorRef", "escalationRef", "operationRef", "itemSubjectRef", "itemRef", "processRef",
            "dataObjectRef", "dataStoreRef", "categoryValueRef", "correlationKeyRef", "correlationPropertyRef",
            "activityRef", "parameterRef", "inputDataRef", "outputDataRef", "initiatingParticipantRef",
            "calledCollaborationRef", "calledChoreographyRef", "definitionalCollaborationRef", "noneBehaviorEventRef",
            "oneBehaviorEventRef");
    /** Elements whose text does. */
    static final Set<String> ELEMENTS = Set.of("incoming", "outgoing", "sourceRef", "targetRef", "dataInputRefs",
            "optionalInputRefs", "whileExecutingInputRefs", "outputSetRefs", "dataOutputRefs", "optionalOutputRefs",
            "whileExecutingOutputRefs", "inputSetRefs", "flowNodeRef", "inMessageRef", "outMessageRef", "errorRef",
            "operationRef", "eventDefinitionRef", "participantRef", "messageFlowRef", "interfaceRef",
            "supportedInterfaceRef", "resourceRef", "loopDataInputRef", "loopDataOutputRef", "categoryValueRef",
            "correlationPropertyRef", "choreographyRef", "innerParticipantRef", "outerParticipantRef");
    private static final Set<String> WITH_IDS = Set.of(XmlElement.BPMN, "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DI");

    @Override
    public void check() {
        idsAreUnique();
        file.all().forEach(this::referencesLeadSomewhere);
    }

    /** 8.3.1: the id identifies an element uniquely in its file, diagram elements included. */
    private void idsAreUnique() {
        Set<String> seen = new HashSet<>();
        file.everything().filter(e -> WITH_IDS.contains(e.namespace()) && !e.id().isEmpty() && !seen.add(e.id()))
                .forEach(e -> report.error("DUPLICATE_ID", e, e.id()));
    }

    /** 8.2.2 and 15.3.2: a reference names an element of this file, or of an imported one by its namespace. */
    private void referencesLeadSomewhere(XmlElement element) {
        ATTRIBUTES.forEach(a -> element.attribute(a).ifPresent(ref -> leads(element, element, a, ref)));
        if (element.is(ELEMENTS) && !element.text().isEmpty()) {
            leads(element.parent(), element, element.name(), element.text());
        }
    }

    private void leads(XmlElement owner, XmlElement holder, String through, String reference) {
        if (!file.isForeign(holder, reference) && file.find(holder, reference).isEmpty()) {
            report.error("MISSING_REFERENCE", owner, through, reference);
        }
    }
}
