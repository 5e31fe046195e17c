package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * That somebody called an operation which left no row in the journal of an instance: it was refused, or changed none.
 */
public class AccessLogEntry implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The chain of its server node and day, and its place there. */
    public long chainId;

    /** From 1 on, without gaps. */
    public long seq;

    /** When it ended. */
    public Date at;

    /** The operation. */
    public String operation;

    /** The id that the caller gave it, or the one under which the server's log tells more; else null. */
    public String opId;

    /** DONE, or the code of the refusal. */
    public String outcome;

    /** The sentence that the caller was told; null where it was done. */
    public String note;

    /** Who called. */
    public Person actor;

    /** The service account that acted for him; else null. */
    public String service;

    /** UI, REST, SOAP, JMS or EJB. */
    public String channel;

    /** From where. */
    public String clientIp;

    /** What it was about, where the call or its refusal names it. */
    public Long instanceId;

    /** Likewise. */
    public Long workItemId;
}
