package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * I2: everything that is needed to show an instance and work on it.
 */
public class OpenReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The instance. */
    public InstanceInfo instance;

    /** The caller's item, or null when he only reads. */
    public WorkItemInfo workItem;

    /** Operations for this caller, in the order of their buttons. */
    public List<OperationInfo> operations = new ArrayList<>();

    /** The form. */
    public List<FormField> fields = new ArrayList<>();

    /** Opinion saved with the item, or null. */
    public String opinionDraft;

    /** All open work items of the instance. */
    public List<WorkItemInfo> openItems = new ArrayList<>();

    /** Attachments. */
    public List<AttachmentInfo> attachments = new ArrayList<>();

    /** Open incidents. */
    public List<IncidentInfo> incidents = new ArrayList<>();

    /** Visits of nodes so far, for drawing the progress. */
    public List<NodeVisit> visits = new ArrayList<>();

    /** What the caller is to the item or instance, the highest first (§1.2). */
    public List<String> identities = new ArrayList<>();

    /** The name of the highest of them in the caller's language. */
    public String role;

    /** How the form is shown to him. */
    public FormMode mode;
}
