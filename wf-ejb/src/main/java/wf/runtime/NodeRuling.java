package wf.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.definition.Node;
import wf.definition.NodeRule;
import wf.instance.NodeInstance;
import wf.instance.TokenEvent.RuleApplied;
import wf.rule.Evaluation;
import wf.rule.Ruling;
import wf.rule.Script;

/**
 * Runs the rules of a node (F25, F26) and what somebody runs on an instance (F27), and does what they say. A person is
 * refused as a whole, so that nothing of what he did remains; what the engine does by itself stands still at an incident.
 */
public final class NodeRuling {

    /** The greatest number of redirections in one operation: rules that send a token round and round are wrong. */
    static final int MAX_REDIRECTS = 50;

    private enum Moment { ENTER, LEAVE, RUN }

    private final Flow flow;

    public NodeRuling(Flow flow) {
        this.flow = flow;
    }

    /** A token has come and nobody has got work yet; false when the token stays, or goes on without any. */
    boolean entered(Node node, NodeInstance visit) {
        return all(node.settings().nodeRules().enter(), visit, rule -> run(rule, Moment.ENTER, visit).filter(r -> followed(r, visit)).isPresent());
    }

    /** The work is done and the token about to leave; false when it must not. Where nobody has worked, no work is judged. */
    boolean left(NodeInstance visit) {
        List<NodeRule> rules = visit.progress() != null || flow.isPassed(visit) ? List.of() : flow.nodeOf(visit).settings().nodeRules().leave();
        return all(rules, visit, rule -> run(rule, Moment.LEAVE, visit).isPresent());
    }

    /** Where an administrator lets a token pass, rules have no say. */
    private boolean all(List<NodeRule> rules, NodeInstance visit, Predicate<NodeRule> goesOn) {
        return flow.isSkipped(visit) || rules.stream().allMatch(goesOn);
    }

    /** Somebody runs the script on the instance as a whole. */
    public void run(Script script) {
        run(script, Moment.RUN, null);
    }

    /** What the script says at the visit, which nobody has followed yet; a rejection is a failure. */
    Evaluation<Ruling> tried(Script script, NodeInstance visit) {
        Evaluation<Ruling> run = flow.facts().expressions().rule(script.text(), new RuleFacts(flow).at(visit)).then(r -> permitted(r, Moment.RUN));
        if (!run.isError() && run.value().rejected() != null) {
            return Evaluation.failed(run.value().rejected());
        } else if (!run.isError()) {
            flow.emit(applied(script, Moment.RUN, visit, run.value().outcome()));
        }
        return run;
    }

    private Optional<Ruling> run(NodeRule rule, Moment moment, NodeInstance visit) {
        Optional<Script> script = rule.inline() != null ? Optional.of(rule.inline()) : flow.facts().scripts().find(rule.stored(), rule.version());
        if (script.isEmpty()) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "SCRIPT_UNKNOWN", Script.label(rule.stored(), rule.version())));
        }
        return script.flatMap(s -> run(s, moment, visit));
    }

    /** Empty when it failed or rejects, which has been told. */
    private Optional<Ruling> run(Script script, Moment moment, NodeInstance visit) {
        Evaluation<Ruling> run = flow.facts().expressions().rule(script.text(), new RuleFacts(flow).at(visit)).then(r -> permitted(r, moment));
        if (run.isError()) {
            flow.witness().stopped(applied(script, moment, visit, null), run.error());
        } else if (run.value().rejected() != null) {
            flow.witness().stopped(applied(script, moment, visit, null), run.value().rejected());
        }
        if (run.isError() && run.code() != null && visit != null) {
            new Throwing(flow).failed(visit, run);
            return Optional.empty();
        } else if (run.isError()) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "SCRIPT_FAILED", script.name(), run.error()));
            return Optional.empty();
        } else if (run.value().rejected() != null) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_REJECTED, "RULE_REJECTED", script.name(), run.value().rejected()));
            return Optional.empty();
        }
        flow.emit(applied(script, moment, visit, run.value().outcome()));
        return new VariableWrites(flow).setAll(visit, run.value().variables()) ? Optional.of(run.value()) : Optional.empty();
    }

    private static RuleApplied applied(Script script, Moment moment, NodeInstance visit, String outcome) {
        return new RuleApplied(visit == null ? null : visit.id(), visit == null ? null : visit.nodeId(), moment.name(), script.name(),
                script.version(), script.hash(), outcome);
    }

    private Evaluation<Ruling> permitted(Ruling ruling, Moment moment) {
        Optional<String> fact = ruling.variables().keySet().stream().filter(RuleFacts.NAMES::contains).findFirst();
        if (fact.isPresent()) {
            return Evaluation.failed(fact.get() + " cannot be set");
        } else if (ruling.steers() && moment != Moment.ENTER) {
            return Evaluation.failed("skip, redirect and participants belong to rules of entering");
        } else if (ruling.steers() && flow.instance().state() == InstanceState.DRAFT) {
            return Evaluation.failed("a draft stays with its starter");
        }
        return Evaluation.of(ruling);
    }

    /** Does what an enter rule says; true when the work begins here. */
    private boolean followed(Ruling ruling, NodeInstance visit) {
        if (ruling.skipped()) {
            flow.pass(flow.now(visit), "RULE");
        } else if (ruling.redirect() != null) {
            redirect(ruling.redirect(), flow.now(visit));
        } else if (ruling.participants() != null) {
            Set<String> candidates = new LinkedHashSet<>();
            ruling.participants().forEach(n -> candidates.add(n.contains(":") ? n : "user:" + n));
            flow.rule(visit, candidates);
        }
        return !ruling.skipped() && ruling.redirect() == null;
    }

    private void redirect(String nodeId, NodeInstance visit) {
        if (!Jumping.leads(nodeId, visit, flow.definition(), flow.instance())) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "REDIRECT_TARGET", flow.nodeOf(visit).label(), nodeId));
        } else if (flow.isRedirectedTooOften()) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "REDIRECTED_IN_CIRCLES", flow.nodeOf(visit).label(), String.valueOf(MAX_REDIRECTS)));
        } else {
            new Jumping(flow).jump(visit, flow.definition().node(nodeId), false);
        }
    }
}
