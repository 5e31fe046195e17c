package wf.instance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wf.value.Value;

/**
 * A return ticket (§1.3): what stood where, when work was sent back, so that whoever gets it can hand it straight to
 * where it was. It is used once, and void when what routing reads has changed.
 *
 * @param anchorId the branch at and below which all stood
 * @param read what routing may read, as it was
 */
public record Ticket(long anchorId, List<Branch> branches, List<NodeInstance> visits, List<WorkItem> items,
        List<Subscription> subscriptions, List<Job> jobs, Map<String, Value> read) {

    public Ticket {
        branches = copy(branches);
        visits = copy(visits);
        items = copy(items);
        subscriptions = copy(subscriptions);
        jobs = copy(jobs);
        read = read == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(read));
    }

    private static <T> List<T> copy(List<T> some) {
        return some == null ? List.of() : List.copyOf(some);
    }
}
