package wf.bpmn.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Warns of parallel joins that can never fire, since they wait for a token on each of their flows (13.4.1). */
record Joins(BpmnFile file, Report report) implements Rules {

    /** Beyond this many nodes on one level the look at every pair costs more than a warning is worth. */
    private static final int MAX_NODES = 500;
    private static final Set<String> ONE_WAY = Set.of("exclusiveGateway", "eventBasedGateway");

    @Override
    public void check() {
        file.all(Names.SCOPES).filter(file::isExecutable).filter(s -> s.children(Names.FLOW_NODES).size() <= MAX_NODES)
                .forEach(this::check);
    }

    private void check(XmlElement scope) {
        Set<XmlElement> starts = starts(scope);
        Set<XmlElement> reached = reachable(starts, Set.of());
        scope.children("parallelGateway").stream().filter(j -> file.incoming(j).size() > 1).filter(reached::contains)
                .forEach(join -> {
                    everyFlowIsReached(join, reached);
                    flowsDoNotExcludeEachOther(join, starts, reached);
                });
    }

    private void everyFlowIsReached(XmlElement join, Set<XmlElement> reached) {
        file.incoming(join).stream().filter(f -> file.source(f).filter(reached::contains).isEmpty())
                .forEach(f -> report.warning("JOIN_NEVER_FIRES", join, join.label(), f.id()));
    }

    /**
     * A decision that every token to the join passes, and passes once, sends it along one of its flows: if none of them
     * leads to all flows of the join, some flow never gets its token.
     */
    private void flowsDoNotExcludeEachOther(XmlElement join, Set<XmlElement> starts, Set<XmlElement> reached) {
        reached.stream().filter(n -> n.is(ONE_WAY) && file.outgoing(n).size() > 1)
                .filter(decision -> isPassedOnceBefore(join, starts, decision))
                .filter(decision -> file.outgoing(decision).stream().noneMatch(way -> fillsAll(join, way)))
                .findFirst().ifPresent(decision -> report.warning("JOIN_AFTER_CHOICE", join, join.label(), decision.label()));
    }

    private boolean isPassedOnceBefore(XmlElement join, Set<XmlElement> starts, XmlElement decision) {
        Set<XmlElement> without = reachable(starts, Set.of(decision));
        Set<XmlElement> after = reachable(targets(List.of(decision)), Set.of());
        return !without.contains(join) && !after.contains(decision) && without.stream().allMatch(this::keepsOneToken);
    }

    /** Whether a token stays one: no node that is passed before splits it. */
    private boolean keepsOneToken(XmlElement node) {
        return file.outgoing(node).size() <= 1 || node.is(ONE_WAY);
    }

    private boolean fillsAll(XmlElement join, XmlElement way) {
        Set<XmlElement> passed = reachable(file.target(way).map(Set::of).orElse(Set.of()), Set.of());
        return file.incoming(join).stream().allMatch(f -> f.equals(way) || file.source(f).filter(passed::contains).isPresent());
    }

    private Set<XmlElement> starts(XmlElement scope) {
        return scope.children(Names.FLOW_NODES).stream().filter(n -> file.incoming(n).isEmpty())
                .filter(n -> n.is("startEvent") || n.is("intermediateCatchEvent") || n.isTrue("instantiate") || !scope.has("startEvent"))
                .collect(Collectors.toSet());
    }

    /** The nodes that tokens can get to, by flows and over the boundary events of what they pass. */
    private Set<XmlElement> reachable(Set<XmlElement> from, Set<XmlElement> barred) {
        Set<XmlElement> reached = new HashSet<>();
        Deque<XmlElement> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            XmlElement node = open.pop();
            if (!barred.contains(node) && reached.add(node)) {
                Stream.concat(targets(List.of(node)).stream(), boundary(node)).forEach(open::push);
            }
        }
        return reached;
    }

    private Set<XmlElement> targets(List<XmlElement> nodes) {
        return nodes.stream().flatMap(n -> file.outgoing(n).stream()).map(file::target).flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Stream<XmlElement> boundary(XmlElement node) {
        return file.boundaries(node).stream();
    }
}
