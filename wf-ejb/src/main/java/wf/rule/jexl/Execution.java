package wf.rule.jexl;

import org.apache.commons.jexl3.JexlContext;

/**
 * What models of other engines call {@code execution}: a way to ask for a variable that may not be there. It is public
 * for the library's sake alone; {@link AllowList} names its methods.
 */
public final class Execution {

    static final String NAME = "execution";

    private final JexlContext variables;

    Execution(JexlContext variables) {
        this.variables = variables;
    }

    public Object getVariable(String name) {
        return name.equals(NAME) ? null : variables.get(name);
    }

    public boolean hasVariable(String name) {
        return !name.equals(NAME) && variables.has(name);
    }

    @Override
    public String toString() {
        return NAME;
    }
}
