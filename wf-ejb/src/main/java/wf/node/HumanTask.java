package wf.node;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wf.contract.ErrorCode;
import wf.contract.WorkItemKind;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.definition.Source;
import wf.definition.Sourcing;
import wf.instance.NodeInstance;
import wf.rule.Expressions;
import wf.runtime.Delays;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.Participants;
import wf.runtime.Rejection;
import wf.runtime.SigningRounds;
import wf.runtime.WorkItems;
import wf.value.Value;

/**
 * N5 人工任务: people work here. One person named gets the item; several, or a group, are offered one item that one of
 * them takes; with a signing rule each gets an item of his own and votes.
 */
public final class HumanTask implements NodeType {

    @Override
    public Set<String> elements() {
        return Set.of("userTask");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        return HumanTaskReader.read(element, findings);
    }

    @Override
    public void check(Node node, Findings findings) {
        HumanTaskSettings settings = settings(node);
        if (!settings.hasParticipants() && !settings.isForStarter()) {
            findings.warning("HUMAN_WITHOUT_PARTICIPANT", node.id(), node.label());
        }
        if (settings.signing() != null && !settings.hasParticipants()) {
            findings.error("SIGNING_WITHOUT_SIGNERS", node.id(), node.label());
        }
        if (settings.apart() && (node.activity().isLooped() || settings.signing() != null || node.activity().mutex() != null)) {
            findings.error("FREE_ASYNC_TOGETHER", node.id(), node.label());
        }
    }

    @Override
    public Set<String> scripts(Node node) {
        return settings(node).nodeRules().scripts();
    }

    @Override
    public Set<String> templates(Node node) {
        Set<String> templates = new LinkedHashSet<>();
        settings(node).participants().stream().map(p -> p.expression()).filter(e -> e.language() == null)
                .forEach(e -> templates.add(e.text()));
        Optional.ofNullable(settings(node).sourcing()).ifPresent(s -> templates.addAll(s.templates()));
        templates.addAll(settings(node).work().templates());
        return templates;
    }

    @Override
    public void checkExpressions(Node node, Expressions expressions, Findings findings) {
        settings(node).participants().stream().map(p -> p.expression()).filter(e -> e.language() != null)
                .forEach(e -> expressions.checkValue(e).ifPresent(wrong -> findings.error("EXPRESSION", node.id(), e.text(), wrong)));
    }

    private static HumanTaskSettings settings(Node node) {
        return (HumanTaskSettings) node.settings();
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        HumanTaskSettings settings = settings(node);
        Optional<Set<String>> ruled = flow.takeRuled(visit);
        if (ruled.isPresent()) {
            hand(node, visit, ruled.get(), flow);
            return;
        }
        Optional<List<String>> chosen = flow.takeChosen(node.id());
        if (chosen.isPresent() || settings.isChosen()) {
            new Chosen(flow).handle(node, visit, chosen.orElse(List.of()));
        } else if (settings.signing() != null) {
            new Signers(flow).of(node, visit).filter(s -> isSomebody(s, node, visit, flow))
                    .ifPresent(s -> new SigningRounds(flow).open(visit, s, settings.signing(), settings.resultVariable()));
        } else if (settings.isForStarter() || !settings.hasParticipants() && visit.sender() == null) {
            new WorkItems(flow).assign(visit, WorkItemKind.MAIN, flow.instance().starter());
        } else {
            new Signers(flow).candidates(settings, visit, Map.of()).ifPresent(c -> assign(node, visit, flow, c));
        }
    }

    /** A rule has said who does the work, whatever the model and whoever came before have said. */
    private static void hand(Node node, NodeInstance visit, Set<String> candidates, Flow flow) {
        if (settings(node).signing() == null) {
            assign(node, visit, flow, candidates);
        } else {
            new Signers(flow).known(candidates, visit).filter(s -> isSomebody(s, node, visit, flow))
                    .ifPresent(s -> new SigningRounds(flow).open(visit, s, settings(node).signing(), settings(node).resultVariable()));
        }
    }

    /** The moment has come until which work that is done was to wait. */
    @Override
    public void caught(Node node, NodeInstance visit, Node event, boolean more, Flow flow) {
        new Delays(flow).over(visit);
    }

    /** In a signing round the element means people, as it does when the round is opened. */
    @Override
    public void add(Node node, NodeInstance visit, Value element, Flow flow) {
        if (visit.round() == null) {
            NodeType.super.add(node, visit, element, flow);
        } else {
            new Signers(flow).of(node, visit, element).filter(s -> isSomebody(s, node, visit, flow))
                    .ifPresent(s -> new SigningRounds(flow).add(visit, s));
        }
    }

    private static boolean isSomebody(Collection<String> people, Node node, NodeInstance visit, Flow flow) {
        if (people.isEmpty() && settings(node).skipping().whenEmpty()) {
            flow.pass(visit, "NOBODY");
        } else if (people.isEmpty()) {
            flow.stop(visit, Rejection.of(ErrorCode.NO_PARTICIPANT, "NO_PARTICIPANT", node.label(), sought(node, Set.of())));
        }
        return !people.isEmpty();
    }

    /** Among whom nobody was found, as the model says it where the search brought no names. */
    private static String sought(Node node, Set<String> candidates) {
        Sourcing sourcing = settings(node).sourcing();
        return !candidates.isEmpty() || sourcing == null ? String.join(", ", candidates)
                : sourcing.from().stream().map(Source::toString).collect(Collectors.joining(", "));
    }

    /** Who handled the work gets it again; a round is asked anew as modelled, since not all of its signers need have voted. */
    @Override
    public void reopen(Node node, NodeInstance visit, List<String> handlers, Flow flow) {
        List<String> present = handlers.stream().filter(h -> flow.facts().directory().member(h).isPresent()).toList();
        if (present.isEmpty() || settings(node).signing() != null) {
            enter(node, visit, flow);
        } else {
            new WorkItems(flow).assign(visit, WorkItemKind.MAIN, present.get(present.size() - 1));
        }
    }

    private static void assign(Node node, NodeInstance visit, Flow flow, Set<String> candidates) {
        List<String> people = new Participants(flow).people(candidates);
        if (people.isEmpty() && settings(node).skipping().whenEmpty()) {
            flow.pass(visit, "NOBODY");
        } else if (people.isEmpty()) {
            flow.stop(visit, Rejection.of(ErrorCode.NO_PARTICIPANT, "NO_PARTICIPANT", node.label(), sought(node, candidates)));
        } else if (people.size() == 1 && new Repeats(flow).hasDoneEnough(people.get(0), visit, settings(node).skipping())) {
            flow.pass(visit, "REPEAT");
        } else if (settings(node).apart()) {
            assignApart(visit, flow, people);
        } else if (candidates.size() == 1 && candidates.iterator().next().startsWith("user:")) {
            new WorkItems(flow).assign(visit, WorkItemKind.MAIN, people.get(0));
        } else {
            new WorkItems(flow).offer(visit, List.copyOf(candidates));
        }
    }

    /** The first stays with this token; each other one gets a token beside it. */
    private static void assignApart(NodeInstance visit, Flow flow, List<String> people) {
        new WorkItems(flow).assign(visit, WorkItemKind.MAIN, people.get(0));
        people.subList(1, people.size()).forEach(p -> new WorkItems(flow).assign(flow.putBeside(visit), WorkItemKind.MAIN, p));
    }
}
