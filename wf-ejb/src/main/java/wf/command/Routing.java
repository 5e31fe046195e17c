package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.Consumer;
import wf.access.Caller;
import wf.contract.AppliedRule;
import wf.contract.ErrorCode;
import wf.contract.RouteCondition;
import wf.contract.RouteEvaluation;
import wf.contract.SubmitRequest;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.NodeLeft;
import wf.operation.Identity;
import wf.operation.RouteTrial;
import wf.refusal.Messages;
import wf.runtime.Decision;
import wf.runtime.Flow;
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
        Situation on = asked(caller, "evaluateRoute", workItemId, request);
        RouteTrial trial = new RouteTrial();
        Decision decision = tried(on, flow -> trial.run(request, on.subject(), flow));
        return reply(on, trial, decision, caller.locale());
    }

    /** The item about which somebody asks who may, with what a submit of it would bring. */
    Situation asked(Caller caller, String question, long workItemId, SubmitRequest request) {
        Inputs.check(request, caller.locale());
        request.preview = true;
        Situation on = situations.look(caller, Command.onItem(question, workItemId, request));
        mayAsk(caller, on);
        refusals.version(request, on).or(() -> RouteTrial.refuse(request, on.subject())).ifPresent(r -> {
            throw refusals.refused(caller, on, r);
        });
        return on;
    }

    Decision tried(Situation on, Consumer<Flow> trial) {
        return kernel.decide(on.definition().process(), on.subject().instance(), on.subject().facts(), on.subject().trail(), trial);
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
        reply.nodes.addAll(new RouteWay(views, on, locale).of(trial.events()));
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
}
