package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wf.access.Caller;
import wf.contract.AppliedRule;
import wf.contract.ErrorCode;
import wf.contract.ParticipantMode;
import wf.contract.RouteCondition;
import wf.contract.RouteEvaluation;
import wf.contract.RouteNode;
import wf.contract.SubmitRequest;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.instance.Event;
import wf.instance.SigningRound;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.NodeLeft;
import wf.instance.TokenEvent.NodeSkipped;
import wf.instance.TokenEvent.RoundOpened;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.operation.Identity;
import wf.operation.RouteTrial;
import wf.refusal.Messages;
import wf.runtime.Decision;
import wf.runtime.Directory;
import wf.runtime.Rejection;

/** F24: tells the holder of an item where it would go. A question: nothing is stored, and nobody is told of it. */
@Singleton
public class Routing {

    private final Kernel kernel;
    private final Situations situations;
    private final Refusals refusals;
    private final Views views;

    @Inject
    public Routing(Kernel kernel, Situations situations, Refusals refusals, Views views) {
        this.kernel = kernel;
        this.situations = situations;
        this.refusals = refusals;
        this.views = views;
    }

    public RouteEvaluation evaluate(Caller caller, long workItemId, SubmitRequest request) {
        Inputs.check(request, caller.locale());
        request.preview = true;
        Situation on = situations.look(caller, Command.onItem("evaluateRoute", workItemId, request));
        mayAsk(caller, on);
        refusals.version(request, on).or(() -> RouteTrial.refuse(request, on.subject())).ifPresent(r -> {
            throw refusals.refused(caller, on, r);
        });
        RouteTrial trial = new RouteTrial();
        Decision decision = kernel.decide(on.definition().process(), on.subject().instance(), on.subject().facts(), on.subject().trail(),
                flow -> trial.run(request, on.subject(), flow));
        return reply(on, trial, decision, caller.locale());
    }

    private void mayAsk(Caller caller, Situation on) {
        boolean may = on.held().contains(Identity.MANAGER) || Identity.HOLDERS.stream().anyMatch(on.held()::contains);
        if (!may && !situations.mayRead(caller, on.subject().facts(), on.stored().image())) {
            throw Situations.notFound(caller);
        } else if (!may) {
            throw refusals.refused(caller, on, Rejection.of(ErrorCode.FORBIDDEN, "FORBIDDEN"));
        }
    }

    private RouteEvaluation reply(Situation on, RouteTrial trial, Decision decision, Locale locale) {
        RouteEvaluation reply = new RouteEvaluation();
        reply.workItemId = on.subject().item().id();
        reply.instanceId = on.stored().image().id();
        reply.leaves = trial.events().stream().anyMatch(e -> e instanceof NodeLeft || e instanceof NodeEntered);
        trial.looks().forEach(l -> reply.conditions.add(condition(l)));
        trial.ruled().forEach(r -> reply.rules.add(rule(r)));
        reply.nodes.addAll(new Way(on.definition().process(), on.subject().facts().directory(), locale).of(trial.events()));
        decision.refused().ifPresent(r -> {
            reply.code = r.code();
            reply.reason = Messages.text(locale, "reject." + r.key(), r.arguments().toArray());
        });
        return reply;
    }

    private AppliedRule rule(RouteTrial.Ruled ruled) {
        AppliedRule rule = views.rule(ruled.rule());
        rule.error = ruled.error();
        return rule;
    }

    private static RouteCondition condition(RouteTrial.Look look) {
        RouteCondition condition = new RouteCondition();
        condition.nodeId = look.nodeId();
        condition.flowId = look.flow().id();
        condition.flowName = look.flow().name();
        condition.targetId = look.flow().target();
        condition.condition = look.flow().condition() == null ? null : look.flow().condition().text();
        condition.otherwise = look.flow().isDefault();
        condition.holds = look.holds();
        condition.error = look.error();
        return condition;
    }

    /** Reads the nodes and who would handle them off what would happen. */
    private final class Way {
        private final ProcessDefinition process;
        private final Directory directory;
        private final Locale locale;
        private final Map<String, RouteNode> nodes = new LinkedHashMap<>();
        private final Map<Long, String> nodeOf = new LinkedHashMap<>();

        Way(ProcessDefinition process, Directory directory, Locale locale) {
            this.process = process;
            this.directory = directory;
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
}
