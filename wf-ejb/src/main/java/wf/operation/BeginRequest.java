package wf.operation;

import wf.contract.StartRequest;
import wf.instance.ParentLink;

/** The engine starts an instance: because an event has happened, or because another instance calls it. */
public class BeginRequest extends StartRequest {

    /** The version that begins; null for the newest released one of the key. */
    public Long definitionId;

    /** Who counts as its starter; null for nobody. In which department he acts is said as for a start, and not checked again. */
    public String starter;

    /** Where it begins; null for the none start. */
    public String startNode;

    /** The event that has happened: the start itself or the one behind a gateway; null for the none start. */
    public String eventNode;

    /** The instance that calls it, or null. */
    public ParentLink parent;
}
