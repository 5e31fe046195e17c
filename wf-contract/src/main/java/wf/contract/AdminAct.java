package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * Something that an administrator did and that stands in no journal of an instance.
 */
public class AdminAct implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Number; the rows of a tenant are a chain. */
    public long seq;

    /** When. */
    public Date at;

    /** Operation id. */
    public String opId;

    /** Operation. */
    public String operation;

    /** What it was about: a role, an account, a definition, a person. */
    public String about;

    /** Who did it. */
    public Person actor;

    /** The program that acted for him; null where he came himself. */
    public String service;

    /** The face: {@code REST}, {@code SOAP}, {@code JMS} or {@code UI}. */
    public String channel;

    /** From where. */
    public String clientIp;

    /** What was asked, as JSON without what is secret; its beginning where it is long. */
    public String content;
}
