package wf.bpmn.check;

import java.util.Set;

/** What holds for every activity (10.3). */
record Activities(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all(Names.ACTIVITIES).forEach(this::quantitiesArePositive);
        file.all(Set.of("performer", "humanPerformer", "potentialOwner", "resourceRole")).forEach(this::isAssignedOneWay);
    }

    /** 10.3, table 10.3: startQuantity and completionQuantity are not less than one. */
    private void quantitiesArePositive(XmlElement activity) {
        for (String quantity : Set.of("startQuantity", "completionQuantity")) {
            Numbers.of(activity, quantity).filter(n -> n < 1).ifPresent(n -> report.error("QUANTITY", activity, quantity, String.valueOf(n)));
        }
    }

    /** 10.3.1: a resource is named or found by an expression, not both. */
    private void isAssignedOneWay(XmlElement role) {
        if (role.has("resourceAssignmentExpression") && (role.has("resourceRef") || role.has("resourceParameterBinding"))) {
            report.error("RESOURCE_TWICE", role);
        }
    }
}
