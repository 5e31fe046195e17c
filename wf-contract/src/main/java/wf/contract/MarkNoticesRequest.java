package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks messages in one's own box.
 */
public class MarkNoticesRequest extends ArrangementRequest {
    private static final long serialVersionUID = 1L;

    /** Which. */
    public List<Long> ids = new ArrayList<>();

    /** All that lie there, instead. */
    public boolean all;

    /** Whether they go; else they count as read. */
    public boolean delete;
}
