package wf.bpmn.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Loops and multiple instances (10.3.8). */
record Loops(BpmnFile file, Report report) implements Rules {

    private static final Set<String> LOOPS = Set.of("standardLoopCharacteristics", "multiInstanceLoopCharacteristics");
    private static final Set<String> PEOPLE = Set.of("assignee", "candidateUsers", "candidateGroups", "candidateDepts", "candidatePosts");
    private static final Set<String> ROLES = Set.of("potentialOwner", "humanPerformer", "performer", "resourceRole");

    @Override
    public void check() {
        file.all(Names.ACTIVITIES).forEach(this::loopsOneWay);
        file.all("standardLoopCharacteristics").forEach(this::maximumIsPositive);
        file.all("multiInstanceLoopCharacteristics").forEach(this::check);
    }

    private void check(XmlElement loop) {
        if (file.isExecutable(loop)) {
            saysHowMany(loop);
        }
        itemIsOneOfTheCollection(loop, "loopDataInputRef", "inputDataItem");
        itemIsOneOfTheCollection(loop, "loopDataOutputRef", "outputDataItem");
    }

    /** 10.3.8: an activity has either the loop marker or the multi-instance marker. */
    private void loopsOneWay(XmlElement activity) {
        if (activity.children(LOOPS).size() > 1) {
            report.error("LOOP_TWICE", activity, activity.label());
        }
    }

    /** 10.3.8, table 10.28: loopMaximum bounds the number of iterations. */
    private void maximumIsPositive(XmlElement loop) {
        Numbers.of(loop, "loopMaximum").filter(n -> n < 0).ifPresent(n -> report.error("LOOP_MAXIMUM", loop.parent(), String.valueOf(n)));
    }

    /** 10.3.8, table 10.29: the number of instances comes from an expression or from a collection; vendors name theirs. */
    private void saysHowMany(XmlElement loop) {
        boolean says = loop.has("loopCardinality") || loop.has("loopDataInputRef") || loop.hasExtensionAttribute("collection")
                || loop.has("extensionElements") || namesPeople(loop.parent());
        if (!says) {
            report.error("MULTI_INSTANCE_COUNT", loop.parent(), loop.parent().label());
        }
    }

    /** A user task that names people has an instance for each of them: 会签. */
    private static boolean namesPeople(XmlElement activity) {
        return activity.is("userTask") && (activity.has("extensionElements") || !activity.children(ROLES).isEmpty()
                || PEOPLE.stream().anyMatch(activity::hasExtensionAttribute));
    }

    /** 10.3.8, table 10.29: the data item of an instance is one element of the collection's type. */
    private void itemIsOneOfTheCollection(XmlElement loop, String collection, String item) {
        Items items = new Items(file);
        Optional<XmlElement> whole = file.namedBy(loop, collection).stream().findFirst().flatMap(items::ofData);
        List<XmlElement> parts = loop.children(item).stream().flatMap(i -> items.ofData(i).stream()).toList();
        if (whole.isPresent() && parts.stream().anyMatch(p -> p.isTrue("isCollection") || !Items.isSameStructure(whole.get(), p))) {
            report.error("MULTI_INSTANCE_ITEM", loop.parent(), loop.parent().label(), item);
        }
    }
}
