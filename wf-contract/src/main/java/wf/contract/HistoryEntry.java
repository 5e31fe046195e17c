package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * One operation in the life of an instance.
 */
public class HistoryEntry implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Place in the instance's journal, from 1. */
    public long seq;

    /** When. */
    public Date at;

    /** Operation id. */
    public String opId;

    /** Name of the operation. */
    public String operation;

    /** Name of the operation in the caller's language. */
    public String label;

    /** Who. */
    public Person actor;

    /** For whom, where a deputy acted. */
    public Person onBehalfOf;

    /** Id of the department in which the actor acted, where he has said so; else null. */
    public String department;

    /** The service account that acted for him, or by whose token he came in; null where he signed on himself. */
    public String service;

    /** Whether administrator rights were needed. */
    public boolean asAdmin;

    /** REST, SOAP, JMS, EJB, UI or ENGINE. */
    public String channel;

    /** Node, where one was concerned. */
    public String nodeId;

    /** Name of that node. */
    public String nodeName;

    /** Opinion, or the vote and the opinion. */
    public String opinion;

    /** Vote, where one was cast. */
    public Vote vote;

    /** Instance version afterwards. */
    public long version;

    /** Variables that changed. */
    public List<PropertyChange> changes = new ArrayList<>();

    /** As what the actor did it (§1.2): the identities that allowed it to him. */
    public List<String> identities = new ArrayList<>();

    /** When work that was handed in with it goes on, where it waits for a moment; else null. */
    public Date delayedUntil;

    /** Levels of limits that came with it. */
    public List<ReachedLevel> levels = new ArrayList<>();

    /** Work that went on to deputies by itself. */
    public List<ForwardedWork> forwarded = new ArrayList<>();

    /** Rules and scripts that ran with it, in their order. */
    public List<AppliedRule> rules = new ArrayList<>();

    /** How the people of nodes were found with it. */
    public List<ParticipantSearch> participants = new ArrayList<>();
}
