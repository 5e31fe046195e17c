package wf.bpmn.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Message flows run between pools (7.6.2, 9.4). */
record MessageFlows(BpmnFile file, Report report) implements Rules {

    private static final Set<String> ENDS = Names.union(Set.of("participant"), Names.ACTIVITIES, Names.EVENTS);

    @Override
    public void check() {
        file.all("messageFlow").forEach(this::check);
    }

    private void check(XmlElement flow) {
        endsSpeak(flow);
        poolsDiffer(flow);
        startSendsNothing(flow);
        endReceivesNothing(flow);
    }

    /** 7.6.2 and 9.4: a message flow connects pools, activities and events; never artifacts, gateways or choreographies. */
    private void endsSpeak(XmlElement flow) {
        List.of(file.source(flow), file.target(flow)).forEach(end -> end.filter(e -> !e.is(ENDS))
                .ifPresent(e -> report.error("MESSAGE_FLOW_END", flow, e.label(), e.name())));
    }

    /** 9.4: the two ends of a message flow lie in different pools. */
    private void poolsDiffer(XmlElement flow) {
        Optional<XmlElement> source = file.source(flow).flatMap(this::pool);
        if (source.isPresent() && source.equals(file.target(flow).flatMap(this::pool))) {
            report.error("MESSAGE_FLOW_POOL", flow, source.get().label());
        }
    }

    /** The process inside a pool stands for it; a pool without one stands for itself. */
    private Optional<XmlElement> pool(XmlElement end) {
        return end.is("participant") ? file.named(end, "processRef").or(() -> Optional.of(end)) : file.process(end);
    }

    /** 10.5.2: a start event is not the source of a message flow. */
    private void startSendsNothing(XmlElement flow) {
        file.source(flow).filter(e -> e.is("startEvent")).ifPresent(e -> report.error("MESSAGE_FLOW_FROM_START", flow, e.label()));
    }

    /** 10.5.3: an end event is not the target of a message flow. */
    private void endReceivesNothing(XmlElement flow) {
        file.target(flow).filter(e -> e.is("endEvent")).ifPresent(e -> report.error("MESSAGE_FLOW_TO_END", flow, e.label()));
    }
}
