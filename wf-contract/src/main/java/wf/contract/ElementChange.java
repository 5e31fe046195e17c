package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One element of a model that another version has not, or has otherwise.
 */
public class ElementChange implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What happened to it. */
    public ElementChangeKind kind;

    /** Id of the element. */
    public String elementId;

    /** Name of the BPMN element, {@code userTask}. */
    public String elementType;

    /** Its name as it is now, or was last; null where it has none. */
    public String name;

    /** What differs in it; all that it says when it was added or removed; empty when it only moved. */
    public List<SettingChange> settings = new ArrayList<>();
}
