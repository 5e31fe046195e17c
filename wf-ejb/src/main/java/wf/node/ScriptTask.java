package wf.node;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;
import wf.rule.Evaluation;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.VariableWrites;
import wf.value.Value;

/** N7 脚本任务: runs a sandboxed script that may set variables; a failing one becomes an incident. */
public final class ScriptTask implements NodeType {

    private record Settings(String script) implements NodeSettings { }

    @Override
    public Set<String> elements() {
        return Set.of("scriptTask");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        String script = element.children("script").stream().findFirst().map(ModelElement::text).orElse("");
        if (script.isBlank()) {
            findings.error("SCRIPT_MISSING", element.id());
        }
        element.attribute("scriptFormat").filter(f -> !f.equalsIgnoreCase("jexl"))
                .ifPresent(f -> findings.error("SCRIPT_LANGUAGE", element.id(), f));
        return new Settings(script);
    }

    @Override
    public Set<String> scripts(Node node) {
        return Set.of(((Settings) node.settings()).script());
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        Evaluation<Map<String, Optional<Value>>> run = flow.facts().expressions()
                .script(((Settings) node.settings()).script(), flow.instance().variables());
        if (run.isError()) {
            flow.raise(visit, "RULE_ERROR", run.error());
        } else {
            new VariableWrites(flow).setAll(run.value());
            flow.leave(visit);
        }
    }
}
