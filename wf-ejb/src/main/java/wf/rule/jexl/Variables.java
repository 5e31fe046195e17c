package wf.rule.jexl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.jexl3.JexlContext;
import wf.value.Value;

/** The variables as the library sees them; what a script sets is kept aside and never touches the instance. */
final class Variables implements JexlContext, JexlContext.NamespaceResolver {

    private final Map<String, Value> given;
    private final Functions functions;
    /** Made by the first change; conditions change nothing. */
    private Map<String, Optional<Value>> changed = Map.of();

    Variables(Map<String, Value> given) {
        this(given, Functions.ALL);
    }

    Variables(Map<String, Value> given, Functions functions) {
        this.given = given;
        this.functions = functions;
    }

    @Override
    public Object get(String name) {
        Optional<Value> set = changed.get(name);
        if (set != null) {
            return set.map(Value::toJava).orElse(null);
        }
        Value value = given.get(name);
        if (value == null) {
            return name.equals(Execution.NAME) ? new Execution(this) : null;
        }
        return value.toJava();
    }

    @Override
    public boolean has(String name) {
        return changed.containsKey(name) || given.containsKey(name) || name.equals(Execution.NAME);
    }

    @Override
    public void set(String name, Object value) {
        if (changed.isEmpty()) {
            changed = new LinkedHashMap<>();
        }
        changed.put(name, value == null ? Optional.empty() : Optional.of(Value.of(value)));
    }

    Map<String, Optional<Value>> changed() {
        return changed;
    }

    /** Calls without an object go to the functions that scripts have. */
    @Override
    public Object resolveNamespace(String name) {
        return name == null ? functions : null;
    }
}
