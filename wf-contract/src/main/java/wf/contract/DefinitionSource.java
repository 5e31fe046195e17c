package wf.contract;

import java.io.Serializable;

/**
 * A definition with its model.
 */
public class DefinitionSource implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The version. */
    public DefinitionInfo definition;

    /** The BPMN 2.0 XML exactly as it was deployed. */
    public byte[] source;
}
