package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of somebody's box, the newest first.
 */
public class NoticePage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The messages. */
    public List<NoticeInfo> notices = new ArrayList<>();

    /** There are more: send it as {@code before}. Null when these were the last. */
    public Long next;
}
