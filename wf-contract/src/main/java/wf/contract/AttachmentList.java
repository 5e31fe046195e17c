package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A2: the attachments of an instance.
 */
public class AttachmentList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Oldest first. */
    public List<AttachmentInfo> attachments = new ArrayList<>();
}
