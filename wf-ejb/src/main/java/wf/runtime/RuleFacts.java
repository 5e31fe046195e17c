package wf.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.contract.Vote;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.value.Value;

/** What the script of a rule sees: the variables, and over them what it is about, under a handful of fixed names. */
final class RuleFacts {

    /** These cannot be set. */
    static final Set<String> NAMES = Set.of("instance", "node", "actor", "item");

    private final Flow flow;

    RuleFacts(Flow flow) {
        this.flow = flow;
    }

    /** @param visit null for the instance as a whole */
    Map<String, Value> at(NodeInstance visit) {
        Map<String, Value> facts = new LinkedHashMap<>();
        facts.put("instance", Value.of(instance()));
        facts.put("actor", Value.of(actor()));
        if (visit != null) {
            facts.put("node", Value.of(node(flow.nodeOf(visit), visit)));
            item(visit).ifPresent(i -> facts.put("item", Value.of(i)));
        }
        return new LayeredVariables(facts, new Variables(flow).at(visit));
    }

    private Map<String, Object> instance() {
        ProcessInstance instance = flow.instance();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", instance.id());
        facts.put("title", instance.identity().title());
        facts.put("businessKey", instance.identity().businessKey());
        facts.put("definition", flow.definition().key());
        facts.put("starter", instance.starter());
        facts.put("state", instance.state() == null ? null : instance.state().name());
        return facts;
    }

    private Map<String, Object> actor() {
        Member actor = flow.facts().actor();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", actor.id());
        facts.put("name", actor.name());
        facts.put("engine", actor.isEngine());
        return facts;
    }

    private static Map<String, Object> node(Node node, NodeInstance visit) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", node.id());
        facts.put("name", node.label());
        facts.put("sentBy", visit.sentBy());
        return facts;
    }

    /** What was handed in last: in this operation, to go on later, or as the last vote before another's was withdrawn. */
    private Optional<Map<String, Object>> item(NodeInstance visit) {
        Optional<WorkItemClosed> now = flow.lastHandedIn(visit.id());
        if (now.isPresent()) {
            return now.map(i -> item(i.workItemId(), i.handledBy(), i.vote()));
        } else if (visit.delay() != null) {
            return visit.delay().items().stream().reduce((first, second) -> second).map(i -> item(i, visit.delay().by(), null));
        }
        return flow.facts().voters().at(visit.id()).stream().reduce((first, second) -> second).map(v -> item(v.item(), v.person(), v.vote()));
    }

    private static Map<String, Object> item(long id, String handler, Vote vote) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", id);
        facts.put("handler", handler);
        facts.put("vote", vote == null ? null : vote.name());
        return facts;
    }
}
