package wf.node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.Job;
import wf.instance.NodeInstance;
import wf.node.call.CallReader;
import wf.node.call.CallSettings;
import wf.node.call.Calling;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.rule.Expressions;
import wf.rule.RuleList;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.Throwing;
import wf.runtime.VariableWrites;
import wf.runtime.Variables;
import wf.value.Value;

/**
 * N8 规则任务: decides by rules that stand in the model, {@code <wf:rules hit="FIRST"><wf:row when="…"><wf:set name="x"
 * value="…"/></wf:row></wf:rules>}; or asks a bean that does.
 */
public final class BusinessRuleTask implements NodeType {

    /** @param rules null where a call decides instead */
    private record Settings(RuleList rules, CallSettings call) implements CallSettings.Holder { }

    @Override
    public Set<String> elements() {
        return Set.of("businessRuleTask");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        List<ModelElement> rules = element.extensions("rules");
        CallSettings call = new CallReader(element, findings).read();
        if (element.extension("decisionRef").isPresent()) {
            findings.error("RULES_ELSEWHERE", element.id(), element.extension("decisionRef").get());
        } else if (rules.size() + (call.call() == null ? 0 : 1) > 1) {
            findings.error("CALL_SEVERAL", element.id());
        } else if (rules.isEmpty() && call.call() == null) {
            findings.warning("RULES_MISSING", element.id());
        }
        return new Settings(rules.isEmpty() ? null : list(rules.get(0), element.id(), findings), call);
    }

    private static RuleList list(ModelElement rules, String owner, Findings findings) {
        String hit = rules.attribute("hit").orElse("FIRST");
        if (!hit.matches("FIRST|COLLECT")) {
            findings.error("RULES_HIT", owner, hit);
            hit = "FIRST";
        }
        return new RuleList(RuleList.HitPolicy.valueOf(hit), rules.extensionChildren("row").stream().map(r -> row(r, owner, findings)).toList());
    }

    private static RuleList.Row row(ModelElement row, String owner, Findings findings) {
        Map<String, Expression> outputs = new LinkedHashMap<>();
        for (ModelElement set : row.extensionChildren("set")) {
            String name = set.attribute("name").orElse("");
            String value = set.attribute("value").orElse("");
            if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,99}") || value.isEmpty() || outputs.put(name, Expression.of(value)) != null) {
                findings.error("RULES_SET", owner, name);
            }
        }
        return new RuleList.Row(row.attribute("when").map(Expression::of).orElse(null), outputs);
    }

    @Override
    public Set<String> templates(Node node) {
        return ((Settings) node.settings()).call().templates();
    }

    @Override
    public void checkExpressions(Node node, Expressions expressions, Findings findings) {
        Settings settings = (Settings) node.settings();
        CallReader.checkPaths(settings.call(), node.id(), expressions, findings);
        if (settings.rules() != null) {
            settings.rules().check(expressions).forEach(wrong -> findings.error("RULES", node.id(), wrong));
        }
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        Settings settings = (Settings) node.settings();
        if (settings.rules() == null) {
            new Calling(settings.call(), visit, flow).begin();
            return;
        }
        Evaluation<Map<String, Optional<Value>>> result = settings.rules().evaluate(flow.facts().expressions(), new Variables(flow).at(visit));
        if (result.isError()) {
            new Throwing(flow).failed(visit, result);
        } else if (new VariableWrites(flow).setAll(visit, result.value())) {
            flow.complete(visit);
        }
    }

    @Override
    public void answered(Node node, NodeInstance visit, Job job, Map<String, Optional<Value>> outputs, Flow flow) {
        new Calling(((Settings) node.settings()).call(), visit, flow).answered(outputs);
    }
}
