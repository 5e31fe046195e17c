package wf.runtime;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import wf.value.Value;

/** Variables of a scope over those of the scopes around it: the nearest one counts. It reads and copies nothing. */
public final class LayeredVariables extends AbstractMap<String, Value> {

    private final Map<String, Value> own;
    private final Map<String, Value> around;

    public LayeredVariables(Map<String, Value> own, Map<String, Value> around) {
        this.own = own;
        this.around = around;
    }

    @Override
    public Value get(Object name) {
        Value value = own.get(name);
        return value == null ? around.get(name) : value;
    }

    @Override
    public boolean containsKey(Object name) {
        return own.containsKey(name) || around.containsKey(name);
    }

    @Override
    public Set<Entry<String, Value>> entrySet() {
        Map<String, Value> all = new LinkedHashMap<>(around);
        all.putAll(own);
        return all.entrySet();
    }
}
