package wf.notice;

import java.util.List;
import wf.store.NoticeRow;

/**
 * Where messages that are due wait for somebody who sends them, on whichever node: the queue {@code wf.notify}. It makes them
 * quick and no more: each has a job, which the next tick finds.
 */
public interface NoticeQueue {

    /** Never fails. */
    void put(List<NoticeRow> due);
}
