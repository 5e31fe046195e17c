package wf.contract;

import java.io.Serializable;

/**
 * What became of a service that was started or stopped.
 */
public class ServiceReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** The node. */
    public String node;

    /** The service as it is now. */
    public ServiceInfo service;
}
