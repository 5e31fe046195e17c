package wf.bpmn.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.definition.Relation;
import wf.definition.Source.Base;
import wf.definition.Source.Kind;
import wf.definition.Sourcing;
import wf.definition.WhenHead;

/**
 * The words of {@code wf:participants}, and of {@code wf:readers}, {@code wf:endReaders}, {@code wf:monitors} and {@code wf:starters}. A
 * misspelt one would mean other people than its author thinks, so unlike elsewhere it is no mere warning.
 */
record ParticipantSources(BpmnFile file, Report report) implements Rules {

    private static final Set<String> KINDS = Arrays.stream(Kind.values()).map(wf.definition.Source::attribute).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> TREES = Set.of("dept", "group", "post");
    private static final Set<String> NAMING = Set.of("assignee", "candidateUsers", "candidateGroups", "candidateDepts", "candidatePosts");
    private static final Set<String> ROLES = Set.of("potentialOwner", "humanPerformer", "performer");
    private static final String STARTERS = "starters";
    /** The elements of a process, and the attributes that say the same. */
    private static final Map<String, Set<String>> ONLOOKERS = Map.of("readers", Set.of("readers"), "endReaders", Set.of("endReaders"),
            "monitors", Set.of("monitors"), STARTERS, Set.of(STARTERS, "candidateStarterUsers", "candidateStarterGroups"));
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern LEVELS = Pattern.compile("[1-9][0-9]?");

    @Override
    public void check() {
        file.processes().stream().filter(file::isExecutable).flatMap(XmlElement::tree).forEach(element -> {
            if (element.is("userTask")) {
                check(element);
            }
            Stream.of("readers", "endReaders", "monitors", STARTERS).filter(name -> element.is("process") || name.equals("readers"))
                    .forEach(name -> onlookers(element, name));
        });
    }

    private static List<XmlElement> extensions(XmlElement owner, String name) {
        return owner.children("extensionElements").stream().flatMap(e -> e.children().stream())
                .filter(e -> isOurs(e) && e.name().equals(name)).toList();
    }

    private void onlookers(XmlElement owner, String name) {
        List<XmlElement> all = extensions(owner, name);
        all.forEach(p -> participants(p, owner));
        if (all.size() > 1 || !all.isEmpty() && ONLOOKERS.get(name).stream().anyMatch(owner::hasExtensionAttribute)) {
            report.error("SOURCES_TWICE", all.get(all.size() - 1), owner.label(), name);
        }
        boolean early = owner.is("process") && !name.equals("endReaders");
        all.stream().flatMap(p -> p.children().stream()).filter(c -> early && isOurs(c)).forEach(c -> beforeAnyWork(c, name.equals(STARTERS)));
    }

    /** Where nobody has worked yet, nobody has handled a node; and where there is no instance, there is nothing but whoever asks. */
    private void beforeAnyWork(XmlElement source, boolean starting) {
        Set<String> late = starting ? Set.of("NODE", "PREVIOUS", "VARIABLE") : Set.of("NODE");
        source.attribute("base").filter(late::contains).ifPresent(b -> report.error("SOURCE_EARLY", source, "base=" + b));
        source.attribute("relation").filter(r -> r.equals("NODE_HANDLER") || starting && r.equals("PREVIOUS_HANDLER"))
                .ifPresent(r -> report.error("SOURCE_EARLY", source, "relation=" + r));
        if (starting) {
            Stream.of("variable", "field", "expression", "bean").filter(a -> source.attribute(a).isPresent() && source.attribute("relation").isEmpty())
                    .forEach(a -> report.error("SOURCE_EARLY", source, a));
            source.attributes().filter(a -> source.attribute(a).filter(v -> v.contains("${")).isPresent()).toList()
                    .forEach(a -> report.error("SOURCE_EARLY", source, a));
        }
    }

    private void check(XmlElement task) {
        List<XmlElement> all = extensions(task, "participants");
        all.forEach(p -> participants(p, task));
        boolean named = NAMING.stream().anyMatch(task::hasExtensionAttribute) || !task.children(ROLES).isEmpty();
        if (all.size() > 1 || !all.isEmpty() && named) {
            report.error("SOURCES_BESIDE", all.get(all.size() - 1), task.label());
        }
    }

    private static boolean isOurs(XmlElement element) {
        return element.namespace().equals(Unread.WF);
    }

    private void participants(XmlElement participants, XmlElement task) {
        onlyHas(participants, participants.name().equals(STARTERS) ? Set.of("combine") : Set.of("combine", "limit", "order", "load"));
        isOneOf(participants, "combine", Set.of("UNION", "INTERSECTION"));
        isOneOf(participants, "order", words(Sourcing.Order.values()));
        isOneOf(participants, "load", words(Sourcing.Load.values()));
        fits(participants, "limit", NUMBER);
        for (XmlElement child : participants.children()) {
            if (!isOurs(child) || !child.name().matches("from|except")) {
                report.error("SOURCE_UNKNOWN", child, child.name(), task.label());
            } else {
                source(child);
            }
        }
        if (participants.children().stream().noneMatch(c -> isOurs(c) && c.name().equals("from"))) {
            report.error("SOURCES_EMPTY", participants, task.label(), participants.name());
        }
    }

    private void source(XmlElement source) {
        Set<String> said = source.attributes().filter(KINDS::contains).filter(a -> source.attribute(a).isPresent()).collect(Collectors.toSet());
        if (said.contains("relation")) {
            relation(source);
        } else if (said.size() != 1) {
            report.error("SOURCE_KINDS", source, String.join(", ", said.stream().sorted().toList()));
        } else {
            onlyHas(source, Stream.concat(said.stream(), Stream.of("sub").filter(s -> TREES.containsAll(said))).collect(Collectors.toSet()));
            isOneOf(source, "sub", Set.of("true", "false"));
        }
    }

    private void relation(XmlElement source) {
        Set<String> words = words(Relation.values());
        isOneOf(source, "relation", words);
        source.attribute("relation").filter(words::contains).map(Relation::valueOf).ifPresent(r -> {
            Set<String> mayHave = new HashSet<>(Set.of("relation"));
            Stream.of("post").filter(a -> r == Relation.POST_IN_DEPT).forEach(mayHave::add);
            Stream.of("group").filter(a -> r == Relation.GROUP_IN_DEPT).forEach(mayHave::add);
            List<String> needed = Stream.concat(mayHave.stream(), baseName(source, r).stream()).toList();
            mayHave.addAll(needed);
            Stream.of("levels").filter(a -> r.hasLevels()).forEach(mayHave::add);
            Stream.of("whenHead").filter(a -> r.hasBoundary()).forEach(mayHave::add);
            Stream.of("base").filter(a -> !r.namesItsBase()).forEach(mayHave::add);
            onlyHas(source, mayHave);
            needed.stream().filter(a -> source.attribute(a).isEmpty()).sorted().forEach(a -> report.error("SOURCE_NEEDS", source, r.name(), a));
        });
        isOneOf(source, "base", words(Base.values()));
        isOneOf(source, "whenHead", words(WhenHead.values()));
        fits(source, "levels", LEVELS);
        source.attribute("node").filter(n -> !isTask(n, source)).ifPresent(n -> report.error("SOURCE_NODE", source, n));
    }

    /** The attribute that names the base, where the relation needs one. */
    private static Optional<String> baseName(XmlElement source, Relation relation) {
        return Optional.ofNullable(relation == Relation.NODE_HANDLER ? "node"
                : relation.namesItsBase() ? null : Map.of("NODE", "node", "VARIABLE", "variable").get(source.attribute("base").orElse("")));
    }

    private boolean isTask(String id, XmlElement source) {
        return file.process(source).stream().flatMap(XmlElement::tree).anyMatch(e -> e.is("userTask") && e.id().equals(id));
    }

    private void onlyHas(XmlElement element, Set<String> attributes) {
        element.attributes().filter(a -> !attributes.contains(a)).forEach(a -> report.error("SOURCE_ATTRIBUTE", element, a, element.name(),
                String.join(", ", attributes.stream().sorted().toList())));
    }

    private void isOneOf(XmlElement element, String attribute, Set<String> words) {
        element.attribute(attribute).filter(w -> !words.contains(w)).ifPresent(w -> report.error("SOURCE_WORD", element, attribute, w,
                String.join(", ", words.stream().sorted().toList())));
    }

    private void fits(XmlElement element, String attribute, Pattern form) {
        element.attribute(attribute).filter(n -> !form.matcher(n).matches()).ifPresent(n -> report.error("SOURCE_NUMBER", element, attribute, n));
    }

    private static Set<String> words(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).collect(Collectors.toSet());
    }
}
