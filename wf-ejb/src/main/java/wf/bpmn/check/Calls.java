package wf.bpmn.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Callable elements and those who call them (10.3.6). */
record Calls(BpmnFile file, Report report) implements Rules {

    private static final Set<String> CALLABLE = Set.of("process", "globalTask", "globalUserTask", "globalManualTask",
            "globalScriptTask", "globalBusinessRuleTask");

    /** Beyond this many processes the look from each to each costs more than a warning is worth. */
    private static final int MAX_PROCESSES = 200;

    @Override
    public void check() {
        file.all(CALLABLE).forEach(this::serviceHasBinding);
        if (file.processes().size() <= MAX_PROCESSES) {
            file.processes().forEach(this::doesNotCallItselfForEver);
        }
    }

    /** 8.5.1 and 10.4.1, table 10.58: what is exposed as a service binds its data to the operations. */
    private void serviceHasBinding(XmlElement callable) {
        if (callable.has("supportedInterfaceRef") && !callable.has("ioBinding")) {
            report.error("BINDING_MISSING", callable, callable.label());
        }
    }

    /** Calls that come back to their process, with nothing on the way that could decide otherwise, never end. */
    private void doesNotCallItselfForEver(XmlElement process) {
        certainCalls(process).filter(call -> called(call).filter(p -> comesBackTo(process, p)).isPresent())
                .forEach(call -> report.warning("RECURSIVE_CALL", call, call.label(), process.label()));
    }

    private boolean comesBackTo(XmlElement process, XmlElement from) {
        Set<XmlElement> seen = new HashSet<>();
        Deque<XmlElement> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            XmlElement next = open.pop();
            if (next.equals(process)) {
                return true;
            }
            if (seen.add(next)) {
                certainCalls(next).map(this::called).flatMap(Optional::stream).forEach(open::push);
            }
        }
        return false;
    }

    private Optional<XmlElement> called(XmlElement call) {
        return file.named(call, "calledElement").filter(e -> e.is("process"));
    }

    private Stream<XmlElement> certainCalls(XmlElement process) {
        return certain(process).filter(n -> n.is("callActivity"));
    }

    /** The nodes that each run of a process passes: from its starts on until something is decided. */
    private Stream<XmlElement> certain(XmlElement scope) {
        Set<XmlElement> passed = new HashSet<>();
        Deque<XmlElement> open = new ArrayDeque<>(scope.children("startEvent"));
        while (!open.isEmpty()) {
            XmlElement node = open.pop();
            if (passed.add(node) && !decides(node)) {
                file.outgoing(node).stream().map(file::target).flatMap(Optional::stream).forEach(open::push);
            }
        }
        return passed.stream().flatMap(n -> n.is(Names.SUB_PROCESSES) ? Stream.concat(Stream.of(n), certain(n)) : Stream.of(n));
    }

    private boolean decides(XmlElement node) {
        List<XmlElement> flows = file.outgoing(node);
        return flows.stream().anyMatch(f -> f.has("conditionExpression"))
                || flows.size() > 1 && node.is(Names.GATEWAYS) && !node.is("parallelGateway");
    }
}
