package wf.audit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The end of a chain of one server node and day. A node that starts begins another, so that no two ever write to one.
 *
 * @param last the time of the last row; times within a chain differ, which makes a place in the log of (time, chain)
 */
record Chain(long id, LocalDate day, long length, String hash, Instant last) {

    Chain with(AccessLogRow row) {
        return new Chain(id, day, row.seq, row.hash, row.happenedAt);
    }
}
