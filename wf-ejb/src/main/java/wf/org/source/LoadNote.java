package wf.org.source;

import java.time.Instant;
import java.util.List;

/**
 * What the last good load of a tenant came to; it is kept with the job that loads.
 *
 * @param at      when it was
 * @param source  from where
 * @param token   what the builder wants to be asked with the next time; may be null
 * @param remarks the first of what was left out
 * @param remarked how much was left out in all
 */
public record LoadNote(Instant at, String source, String token, int people, int departments, int groups, int posts,
        List<Remark> remarks, int remarked) {
    private static final int MOST_REMARKS = 50;

    static LoadNote of(Instant at, String source, String token, Merge.Merged merged) {
        List<Remark> all = merged.remarks();
        return new LoadNote(at, source, token, merged.people(), merged.departments(), merged.groups(), merged.posts(),
                List.copyOf(all.subList(0, Math.min(all.size(), MOST_REMARKS))), all.size());
    }

    /** The same, found to be still so. */
    LoadNote again(Instant now, String nextToken) {
        return new LoadNote(now, source, nextToken, people, departments, groups, posts, remarks, remarked);
    }
}
