package wf.node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wf.definition.Assignment;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeSettings;
import wf.instance.Job;
import wf.instance.JobKind;
import wf.instance.NodeInstance;
import wf.instance.ParentLink;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.runtime.Flow;
import wf.runtime.Jobs;
import wf.runtime.LayeredVariables;
import wf.runtime.NodeType;
import wf.runtime.Throwing;
import wf.runtime.VariableWrites;
import wf.runtime.Variables;
import wf.value.Value;

/**
 * N19 子流程, called: starts an instance of another process and goes on when that has ended, or at once when it need not
 * wait (3.17, 3.18). Without a mapping all variables go in, and those come back that it has changed; with one, exactly what
 * it says. N20 引擎交互 is one in another engine.
 */
public final class CallActivity implements NodeType {

    /**
     * @param process key of the process, as an expression
     * @param binding LATEST, DEPLOYMENT or VERSION:n
     * @param inputs null: all variables; outputs likewise
     * @param returnOut whether work inside may be sent back to whoever worked here before ({@code wf:returnOut})
     */
    private record Settings(Expression process, String binding, boolean waits, String engine, List<Assignment> inputs,
            List<Assignment> outputs, boolean returnOut) implements NodeSettings {

        @Override
        public boolean awaitsCalled() {
            return waits && engine == null;
        }

        @Override
        public boolean letsReturn() {
            return awaitsCalled() && returnOut;
        }

        @Override
        public Optional<String> called() {
            return Optional.ofNullable(process).map(Expression::text).filter(p -> engine == null && !p.contains("${"));
        }
    }

    @Override
    public Set<String> elements() {
        return Set.of("callActivity");
    }

    @Override
    public NodeSettings read(ModelElement element, Findings findings) {
        String called = element.attribute("calledElement").or(() -> element.extension("calledElement")).orElse("");
        String engine = element.extension("engineRef").orElse(null);
        if (called.isEmpty()) {
            findings.error("CALL_WITHOUT_PROCESS", element.id());
        }
        return new Settings(Expression.of(local(called)), binding(element, findings), element.extension("wait").filter("false"::equals).isEmpty(),
                engine, passesAll(element, "in") ? null : mapping(element, "in", "dataInput"),
                passesAll(element, "out") ? null : mapping(element, "out", "dataOutput"),
                element.extension("returnOut").filter("false"::equals).isEmpty());
    }

    /** Where the model maps nothing at all, everything goes in and what changed comes back; else exactly what it maps. */
    private static boolean passesAll(ModelElement element, String direction) {
        boolean inherits = element.extension("inheritVariables").filter("true"::equals).isPresent();
        boolean saysNothing = mappings(element, "in").isEmpty() && mappings(element, "out").isEmpty()
                && element.extension("inheritVariables").isEmpty() && element.children("ioSpecification").isEmpty();
        boolean saysAll = mappings(element, direction).stream().anyMatch(e -> e.attribute("variables").filter("all"::equals).isPresent());
        return saysNothing || saysAll || inherits && direction.equals("in");
    }

    private static List<ModelElement> mappings(ModelElement element, String direction) {
        return element.extensions(direction).stream().filter(e -> e.attribute("businessKey").isEmpty()).toList();
    }

    /** A qualified name means its local part; an expression stays as it is. */
    private static String local(String called) {
        return called.contains("${") ? called : called.substring(called.indexOf(':') + 1);
    }

    private static String binding(ModelElement element, Findings findings) {
        String version = element.extension("calledElementVersion").or(() -> element.extension("version")).orElse(null);
        String binding = element.extension("calledElementBinding").or(() -> element.extension("binding"))
                .orElse(version == null ? "latest" : "version");
        return switch (binding) {
            case "latest" -> "LATEST";
            case "deployment" -> "DEPLOYMENT";
            case "version" -> "VERSION:" + version(element, version, findings);
            default -> {
                findings.error("CALL_BINDING", element.id(), binding);
                yield "LATEST";
            }
        };
    }

    private static String version(ModelElement element, String version, Findings findings) {
        if (version == null || !version.matches("[1-9][0-9]{0,8}")) {
            findings.error("CALL_BINDING", element.id(), "version " + version);
        }
        return version;
    }

    /** {@code <wf:in source target/>}, or {@code sourceExpression} for a value that is computed; and the data of the standard by their names. */
    private static List<Assignment> mapping(ModelElement element, String direction, String data) {
        Stream<Assignment> standard = element.children("ioSpecification").stream().flatMap(s -> s.children(data).stream())
                .map(d -> d.attribute("name").orElse(d.id())).map(n -> new Assignment(n, Expression.of("${" + n + "}")));
        return Stream.concat(standard, mappings(element, direction).stream().map(e -> new Assignment(e.attribute("target").or(() -> e.attribute("source")).orElse(""),
                Expression.of(e.attribute("sourceExpression").orElse("${" + e.attribute("source").orElse("null") + "}"))))).toList();
    }

    @Override
    public void enter(Node node, NodeInstance visit, Flow flow) {
        Settings settings = (Settings) node.settings();
        if (settings.engine() != null) {
            flow.raise(visit, "ENGINE_NOT_CONFIGURED", settings.engine());
        } else if (!ParentLink.mayCall(flow.instance().identity().parent())) {
            flow.raise(visit, "QUOTA", "more than " + ParentLink.MAX_DEPTH + " calls one inside the other");
        } else {
            start(settings, visit, flow);
        }
    }

    private static void start(Settings settings, NodeInstance visit, Flow flow) {
        Map<String, Value> seen = new Variables(flow).at(visit);
        Evaluation<Object> called = flow.facts().expressions().filled(settings.process(), seen);
        if (called.isError()) {
            new Throwing(flow).failed(visit, called);
            return;
        }
        mapped(settings.inputs(), seen, visit, flow).ifPresent(inputs -> {
            JobKind kind = settings.waits() ? JobKind.CHILD : JobKind.CHILD_ALONE;
            new Jobs(flow).post(visit, visit.nodeId(), kind, String.valueOf(called.value()), settings.binding(), inputs);
            if (!settings.waits()) {
                flow.complete(visit);
            }
        });
    }

    @Override
    public void answered(Node node, NodeInstance visit, Job job, Map<String, Optional<Value>> outputs, Flow flow) {
        Map<String, Value> given = new LinkedHashMap<>();
        Map<String, Value> changed = new LinkedHashMap<>();
        outputs.forEach((name, value) -> value.ifPresent(v -> {
            given.put(name, v);
            if (!v.equals(job.inputs().get(name))) {
                changed.put(name, v);
            }
        }));
        Map<String, Value> seen = new LayeredVariables(given, new Variables(flow).at(visit));
        mapped(((Settings) node.settings()).outputs(), seen, changed, visit, flow).ifPresent(mapped -> {
            Map<String, Optional<Value>> written = new LinkedHashMap<>();
            mapped.forEach((name, value) -> written.put(name, Optional.of(value)));
            if (new VariableWrites(flow).setAll(visit, written)) {
                flow.complete(visit);
            }
        });
    }

    private static Optional<Map<String, Value>> mapped(List<Assignment> mapping, Map<String, Value> seen, NodeInstance visit, Flow flow) {
        return mapped(mapping, seen, seen, visit, flow);
    }

    /** @param all what is taken where no mapping is modelled */
    private static Optional<Map<String, Value>> mapped(List<Assignment> mapping, Map<String, Value> seen, Map<String, Value> all,
            NodeInstance visit, Flow flow) {
        if (mapping == null) {
            return Optional.of(new LinkedHashMap<>(all));
        }
        Map<String, Value> values = new LinkedHashMap<>();
        for (Assignment assignment : mapping.stream().filter(a -> !isAbsent(a.value(), seen)).toList()) {
            Evaluation<Optional<Value>> value = flow.facts().expressions().filled(assignment.value(), seen).then(Evaluation::ofValue);
            if (value.isError()) {
                new Throwing(flow).failed(visit, value);
                return Optional.empty();
            }
            value.value().ifPresent(v -> values.put(assignment.name(), v));
        }
        return Optional.of(values);
    }

    /** A variable that is not there passes nothing. */
    private static boolean isAbsent(Expression value, Map<String, Value> seen) {
        return value.text().matches("\\$\\{[A-Za-z_][A-Za-z0-9_]*}") && seen.get(value.text().substring(2, value.text().length() - 1)) == null;
    }
}
