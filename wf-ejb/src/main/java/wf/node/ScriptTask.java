package wf.node;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.definition.EventDefinition;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.NodeInstance;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.rule.schedule.TimerKind;
import wf.runtime.Flow;
import wf.runtime.NodeType;
import wf.runtime.Subscriptions;
import wf.runtime.Throwing;
import wf.runtime.VariableWrites;
import wf.runtime.Variables;
import wf.value.Value;

/** N7 脚本任务: runs a sandboxed script that may set variables; a failing one becomes an incident. */
public final class ScriptTask implements NodeType {

    /** @param delay how long the token stays here after the script has run, or null */
    private record Settings(String script, Expression delay) implements NodeSettings { }

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
        return new Settings(script, element.extension("delay").map(Expression::of).orElse(null));
    }

    @Override
    public Set<String> scripts(Node node) {
        return Set.of(((Settings) node.settings()).script());
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        Settings settings = (Settings) node.settings();
        Evaluation<Map<String, Optional<Value>>> run = flow.facts().expressions()
                .script(settings.script(), new Variables(flow).at(visit));
        if (run.isError()) {
            new Throwing(flow).failed(visit, run);
        } else if (new VariableWrites(flow).setAll(visit, run.value())) {
            goOn(settings, visit, flow);
        }
    }

    private static void goOn(Settings settings, NodeInstance visit, Flow flow) {
        if (settings.delay() == null) {
            flow.complete(visit);
        } else {
            new Subscriptions(flow).openDelay(visit, new EventDefinition.Timer(TimerKind.DURATION, settings.delay()));
        }
    }
}
