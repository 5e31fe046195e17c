package wf.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wf.contract.ParticipantMode;
import wf.contract.RouteNode;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.instance.Event;
import wf.instance.SigningRound;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.NodeSkipped;
import wf.instance.TokenEvent.RoundOpened;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.refusal.Messages;
import wf.runtime.Directory;

/** Reads the nodes and who would handle them off what would happen. */
final class RouteWay {
    private final Views views;
    private final ProcessDefinition process;
    private final Directory directory;
    private final Locale locale;
    private final Map<String, RouteNode> nodes = new LinkedHashMap<>();
    private final Map<Long, String> nodeOf = new LinkedHashMap<>();

    RouteWay(Views views, Situation on, Locale locale) {
        this.views = views;
        this.process = on.definition().process();
        this.directory = on.subject().facts().directory();
        this.locale = locale;
    }

    List<RouteNode> of(List<Event> events) {
        events.forEach(this::note);
        return List.copyOf(nodes.values());
    }

    private void note(Event event) {
        if (event instanceof NodeEntered e) {
            nodeOf.put(e.visit().id(), e.visit().nodeId());
            nodes.computeIfAbsent(e.visit().nodeId(), this::entered);
        } else if (event instanceof NodeSkipped e && nodes.containsKey(e.nodeId())) {
            RouteNode node = nodes.get(e.nodeId());
            node.mode = ParticipantMode.SKIPPED;
            node.reason = Messages.text(locale, "skipped." + e.reason(), process.label(e.nodeId()));
        } else if (event instanceof RoundOpened e && nodeOf.containsKey(e.nodeInstanceId())) {
            opened(nodes.get(nodeOf.get(e.nodeInstanceId())), e.round());
        } else if (event instanceof WorkItemCreated e && nodeOf.containsKey(e.item().nodeInstanceId())) {
            created(nodes.get(e.item().nodeId()), e.item());
        }
    }

    private RouteNode entered(String nodeId) {
        Node node = process.node(nodeId);
        RouteNode entered = new RouteNode();
        entered.nodeId = nodeId;
        entered.nodeName = node.label();
        entered.type = node.type();
        entered.mode = node.isHuman() && node.settings().isChosen() ? ParticipantMode.CHOSEN : ParticipantMode.NONE;
        return entered;
    }

    /** Those who would be asked later have no items yet; the others get theirs next. */
    private void opened(RouteNode node, SigningRound round) {
        node.mode = round.rule().sequential() ? ParticipantMode.SEQUENTIAL : ParticipantMode.PARALLEL;
        round.toAsk().forEach(p -> node.participants.add(views.person(directory, p)));
    }

    private void created(RouteNode node, WorkItem item) {
        if (item.isOffered()) {
            node.mode = ParticipantMode.CLAIM;
            node.candidates.addAll(item.candidates());
            item.candidates().stream().flatMap(c -> directory.membersOf(c).stream()).distinct()
                    .forEach(p -> node.participants.add(views.person(directory, p)));
        } else if (node.mode == ParticipantMode.SEQUENTIAL) {
            node.participants.add(0, views.person(directory, item.owner()));
        } else {
            node.mode = node.mode == ParticipantMode.SINGLE || node.mode == ParticipantMode.PARALLEL ? ParticipantMode.PARALLEL : ParticipantMode.SINGLE;
            node.participants.add(views.person(directory, item.owner()));
        }
    }
}
