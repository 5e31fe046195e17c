package wf.spi;

import java.io.Serializable;

/** The instance whose business data are concerned. */
public class BusinessDataCall implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Tenant. */
    public String tenant;

    /** Instance. */
    public long instanceId;

    /** Key of the definition. */
    public String definitionKey;

    /** Business key of the instance, or null. */
    public String businessKey;

    /** Who does it. */
    public String actor;
}
