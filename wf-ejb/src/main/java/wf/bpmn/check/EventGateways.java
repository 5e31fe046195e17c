package wf.bpmn.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The event-based gateway and what follows it (10.6.6). */
record EventGateways(BpmnFile file, Report report) implements Rules {

    private static final Set<String> AWAITED = Set.of("messageEventDefinition", "timerEventDefinition",
            "conditionalEventDefinition", "signalEventDefinition");

    @Override
    public void check() {
        file.all("eventBasedGateway").forEach(this::check);
    }

    private void check(XmlElement gateway) {
        List<XmlElement> targets = file.outgoing(gateway).stream().map(file::target).flatMap(Optional::stream).toList();
        hasAlternatives(gateway);
        beginsWithoutFlow(gateway);
        isParallelOnlyAtTheStart(gateway);
        doesNotMixMessages(gateway, targets);
        targets.forEach(this::targetWaits);
        targets.forEach(this::targetHasNoBoundary);
        targets.forEach(this::targetIsReachedFromHereOnly);
    }

    /** 10.6.6: an event gateway has two or more outgoing flows. */
    private void hasAlternatives(XmlElement gateway) {
        if (file.outgoing(gateway).size() < 2) {
            report.error("EVENT_GATEWAY_ALTERNATIVES", gateway, gateway.label());
        }
    }

    /** 10.6.6: one that starts the process has no incoming flow. */
    private void beginsWithoutFlow(XmlElement gateway) {
        if (gateway.isTrue("instantiate") && !file.incoming(gateway).isEmpty()) {
            report.error("EVENT_GATEWAY_INCOMING", gateway, gateway.label());
        }
    }

    /** 10.6.6: only one that starts the process can wait for all of its events. */
    private void isParallelOnlyAtTheStart(XmlElement gateway) {
        if (gateway.attribute("eventGatewayType").filter("Parallel"::equals).isPresent() && !gateway.isTrue("instantiate")) {
            report.error("EVENT_GATEWAY_PARALLEL", gateway, gateway.label());
        }
    }

    /** 10.6.6: messages are awaited by receive tasks or by message events, not by both. */
    private void doesNotMixMessages(XmlElement gateway, List<XmlElement> targets) {
        if (targets.stream().anyMatch(t -> t.is("receiveTask"))
                && targets.stream().anyMatch(t -> file.hasDefinition(t, "messageEventDefinition"))) {
            report.error("EVENT_GATEWAY_MIXED", gateway, gateway.label());
        }
    }

    /** 10.6.6: the targets are receive tasks, or catching events of a message, timer, condition or signal. */
    private void targetWaits(XmlElement target) {
        boolean event = target.is("intermediateCatchEvent") && file.definitions(target).stream().allMatch(d -> d.is(AWAITED));
        if (!event && !target.is("receiveTask")) {
            report.error("EVENT_GATEWAY_TARGET", target, target.label());
        }
    }

    /** 10.6.6: a receive task that is awaited has no boundary event. */
    private void targetHasNoBoundary(XmlElement target) {
        if (!file.boundaries(target).isEmpty()) {
            report.error("EVENT_GATEWAY_BOUNDARY", target, target.label());
        }
    }

    /** 10.6.6: the targets have no other incoming flow. */
    private void targetIsReachedFromHereOnly(XmlElement target) {
        if (file.incoming(target).size() > 1) {
            report.error("EVENT_GATEWAY_TARGET_INCOMING", target, target.label());
        }
    }
}
