package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What an approval sheet 审批单 tells: the instance, its form, and who did what.
 */
public class ProcessSheet implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The instance. */
    public InstanceInfo instance;

    /** Values of the form, as the caller may see them. */
    public List<FormField> fields = new ArrayList<>();

    /** What people did, oldest first. */
    public List<ProcessStep> steps = new ArrayList<>();

    /** Work that is still to be done. */
    public List<WorkItemInfo> openItems = new ArrayList<>();
}
