package wf.spi;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import wf.contract.Property;

/** Why a bean is called, and what its node sees. */
public class ProcessBeanCall implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Tenant. */
    public String tenant;

    /** Instance. */
    public long instanceId;

    /** Key of the definition. */
    public String definitionKey;

    /** Business key of the instance, or null. */
    public String businessKey;

    /** Node in the model; the process itself has none. */
    public String nodeId;

    /** {@code execute} for an automatic node, else the event that a listener waits for, such as {@code start} or {@code complete}. */
    public String event;

    /** Variables that the node sees. */
    public List<Property> variables = new ArrayList<>();

    /** The text of a variable, or null when there is none. */
    public String text(String variable) {
        for (Property property : variables) {
            if (property.name.equals(variable)) {
                return property.value;
            }
        }
        return null;
    }
}
