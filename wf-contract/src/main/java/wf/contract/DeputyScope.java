package wf.contract;

import java.io.Serializable;

/**
 * Of what work a deputy takes care.
 */
public class DeputyScope implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Key of the definition; null for all. */
    public String definitionKey;

    /** One of its nodes; null for all. */
    public String nodeId;
}
