package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.contract.FreeSubmitRequest;
import wf.contract.ParticipantMode;
import wf.contract.ParticipantSelectMode;
import wf.contract.ParticipantSelectRequest;
import wf.contract.ParticipantSelection;
import wf.contract.RouteNode;
import wf.definition.Node;
import wf.operation.Operation;
import wf.operation.Policies;
import wf.operation.RouteTrial;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Decision;
import wf.runtime.Directory;
import wf.runtime.Rejection;
import wf.runtime.Selection;

/**
 * U4 获取节点选择参与者的类型: tells the holder of an item whom he may choose for a node, and what is proposed to him. It is asked of a trial of
 * what he would do, so it is what the submit will hold him to.
 */
@Singleton
public class Selecting {

    private static final String NAME = "getParticipantSelectMode";
    /** So many people are named; of more a picker asks for those whose names he types. */
    private static final int NAMED = 200;

    private final Kernel kernel;
    private final Routing routing;
    private final Views views;

    @Inject
    public Selecting(Kernel kernel, Routing routing, Views views) {
        this.kernel = kernel;
        this.routing = routing;
        this.views = views;
    }

    /** First along the model's ways, which may lead into a sub-process; then as if the work were handed on there at once. */
    public ParticipantSelection select(Caller caller, long workItemId, ParticipantSelectRequest request) {
        Situation on = routing.asked(caller, NAME, workItemId, request);
        Node node = target(caller, on, request.nextNodeId);
        RouteTrial trial = new RouteTrial();
        Decision decision = routing.tried(on, flow -> trial.run(request, on.subject(), flow));
        ParticipantSelection found = read(on, node, trial, decision, caller.locale());
        return found != null ? found : besides(caller, workItemId, request, node);
    }

    private Node target(Caller caller, Situation on, String nodeId) {
        if (nodeId == null || !on.definition().process().has(nodeId)) {
            throw Refused.because(ErrorCode.TARGET_INVALID, Messages.text(caller.locale(), "reject.JUMP_TARGET", nodeId));
        }
        return on.definition().process().node(nodeId);
    }

    private ParticipantSelection besides(Caller caller, long workItemId, ParticipantSelectRequest request, Node node) {
        Situation on = routing.asked(caller, NAME, workItemId, request);
        if (!Objects.equals(node.scope(), on.subject().node().scope())) {
            throw Refused.because(ErrorCode.TARGET_INVALID, Messages.text(caller.locale(), "reject.JUMP_TARGET", node.id()));
        }
        boolean free = node.isHuman() && !node.settings().isChosen() && isFree(on);
        RouteTrial trial = new RouteTrial();
        Decision decision = routing.tried(on, flow -> trial.runAt(request, node, on.subject(), flow));
        ParticipantSelection reply = Optional.ofNullable(read(on, node, trial, decision, caller.locale())).orElseGet(() -> reply(on, node));
        return free ? freed(reply) : reply;
    }

    /** Whether the model lets him hand the work to whomever he likes (F31). */
    private boolean isFree(Situation on) {
        Operation<?> free = kernel.operations().of("freeSubmit", new FreeSubmitRequest());
        return Permissions.isGranted(free, on) && Policies.refuse(free, on.subject()).or(() -> free.unavailable(on.subject())).isEmpty();
    }

    /** Null where the work did not come there. */
    private ParticipantSelection read(Situation on, Node node, RouteTrial trial, Decision decision, Locale locale) {
        Optional<RouteNode> way = new RouteWay(views, on, locale).of(trial.events()).stream().filter(n -> n.nodeId.equals(node.id())).findFirst();
        if (way.isEmpty()) {
            return null;
        }
        ParticipantSelection reply = reply(on, node);
        Directory directory = on.subject().facts().directory();
        Optional<Selection> selection = trial.selection(node.id());
        if (selection.isPresent()) {
            chosen(reply, selection.get(), directory);
        } else {
            found(reply, way.get());
            decision.refused().filter(r -> !r.key().equals("CHOOSE_PEOPLE")).filter(r -> reply.defaults.isEmpty() && reply.range.isEmpty())
                    .ifPresent(r -> refused(reply, r, locale));
        }
        return reply;
    }

    private static ParticipantSelection reply(Situation on, Node node) {
        ParticipantSelection reply = new ParticipantSelection();
        reply.workItemId = on.subject().item().id();
        reply.nodeId = node.id();
        reply.nodeName = node.label();
        reply.mode = ParticipantSelectMode.NONE;
        reply.max = 0;
        return reply;
    }

    private void chosen(ParticipantSelection reply, Selection selection, Directory directory) {
        reply.min = 1;
        reply.max = selection.most();
        selection.proposed().forEach(p -> reply.defaults.add(views.person(directory, p)));
        if (selection.among() == null) {
            reply.mode = ParticipantSelectMode.FREE;
            return;
        }
        reply.range.addAll(selection.among());
        boolean units = selection.among().stream().anyMatch(c -> !c.startsWith("user:"));
        reply.mode = units ? ParticipantSelectMode.ORG_TREE : Integer.valueOf(1).equals(selection.most()) ? ParticipantSelectMode.SINGLE : ParticipantSelectMode.MULTI;
        name(reply, selection.among(), directory);
    }

    private void name(ParticipantSelection reply, Collection<String> candidates, Directory directory) {
        List<String> people = candidates.stream().flatMap(c -> directory.membersOf(c).stream()).distinct().toList();
        reply.size = people.size();
        people.stream().limit(NAMED).forEach(p -> reply.candidates.add(views.person(directory, p)));
    }

    /** What the model alone finds; and where it leaves the choice to him, but only the submit can tell among whom. */
    private static void found(ParticipantSelection reply, RouteNode way) {
        if (way.mode == ParticipantMode.CHOSEN) {
            reply.mode = ParticipantSelectMode.ORG_TREE;
            reply.min = 1;
            reply.max = null;
        } else if (way.mode == ParticipantMode.CLAIM) {
            reply.mode = ParticipantSelectMode.CLAIM;
            reply.range.addAll(way.candidates);
            reply.candidates.addAll(way.participants.subList(0, Math.min(NAMED, way.participants.size())));
            reply.size = way.participants.size();
        } else {
            reply.defaults.addAll(new ArrayList<>(way.participants));
        }
    }

    private static void refused(ParticipantSelection reply, Rejection rejection, Locale locale) {
        reply.code = rejection.code();
        reply.reason = Messages.text(locale, "reject." + rejection.key(), rejection.arguments().toArray());
    }

    /** Whoever hands it on freely may name anybody, and need not where the model finds somebody. */
    private static ParticipantSelection freed(ParticipantSelection reply) {
        boolean modelled = !reply.defaults.isEmpty() || !reply.range.isEmpty();
        reply.mode = ParticipantSelectMode.FREE;
        reply.min = modelled ? 0 : 1;
        reply.max = null;
        return reply;
    }
}
