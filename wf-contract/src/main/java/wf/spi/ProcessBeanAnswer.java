package wf.spi;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import wf.contract.Property;
import wf.contract.ValueType;

/** What a bean gives back to its process. */
public class ProcessBeanAnswer implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Variables to set; one with the value null is cleared. */
    public List<Property> variables = new ArrayList<>();

    /** Adds a variable to set; the text is in the form of its type. */
    public ProcessBeanAnswer set(String name, ValueType type, String text) {
        Property property = new Property();
        property.name = name;
        property.type = type;
        property.value = text;
        variables.add(property);
        return this;
    }

    /** Adds a text to set. */
    public ProcessBeanAnswer set(String name, String text) {
        return set(name, ValueType.STRING, text);
    }
}
