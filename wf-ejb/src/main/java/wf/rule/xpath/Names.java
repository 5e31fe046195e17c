package wf.rule.xpath;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jaxen.UnresolvableException;
import org.jaxen.VariableContext;
import wf.value.Value;

/**
 * The variables as one evaluation sees them. A structure is a set of nodes, always the same ones; any other value is an
 * XPath string, number or boolean, so that {@code not($approved)} means what it says, which it would not with a node.
 */
final class Names implements VariableContext {

    private final Map<String, Value> variables;
    private final TreeNode root = TreeNode.root(this);
    private final Map<String, List<TreeNode>> elements = new HashMap<>();

    Names(Map<String, Value> variables) {
        this.variables = variables;
    }

    TreeNode root() {
        return root;
    }

    Set<String> all() {
        return variables.keySet();
    }

    /** The elements of a variable below the root; none when there is no such variable. */
    List<TreeNode> elements(String name) {
        return elements.computeIfAbsent(name, n -> {
            Value value = variables.get(n);
            return value == null ? List.of() : TreeNode.elements(n, value.toJava(), root);
        });
    }

    @Override
    public Object getVariableValue(String uri, String prefix, String name) throws UnresolvableException {
        Value value = variables.get(name);
        if (value == null) {
            throw new UnresolvableException("there is no variable " + name);
        }
        return seen(name, value);
    }

    /**
     * What belongs to a process, activity or event. The view of the variables may know it as {@code owner.name}; else it
     * is what the name alone means here.
     */
    Object owned(String owner, String name) throws UnresolvableException {
        String full = owner + "." + name;
        Value value = variables.get(full);
        return value == null ? getVariableValue(null, null, name) : seen(full, value);
    }

    private Object seen(String name, Value value) {
        return switch (value.type()) {
            case LIST, JSON -> elements(name);
            case INTEGER, DECIMAL -> Double.valueOf(value.text());
            case BOOLEAN -> Boolean.valueOf(value.text());
            case STRING, DATE, DATE_TIME -> value.text();
        };
    }

    /** The whole list when the nodes are all that a variable has, since a list of one looks like its member. */
    Object valueOf(List<?> nodes) {
        for (Map.Entry<String, List<TreeNode>> variable : elements.entrySet()) {
            if (variable.getValue() == nodes) {
                return variables.get(variable.getKey()).toJava();
            }
        }
        List<Object> values = nodes.stream().map(Names::valueOf).toList();
        return values.isEmpty() ? null : values.size() == 1 ? values.get(0) : values;
    }

    /** Dates are found below lists and objects as text only; at the top they were seen as text. */
    private static Object valueOf(Object node) {
        Object value = ((TreeNode) node).value();
        if (value instanceof Names) {
            throw new IllegalArgumentException("the whole of the variables is no value");
        }
        return value instanceof LocalDate || value instanceof OffsetDateTime ? value.toString() : value;
    }
}
