package wf.instance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import wf.contract.InstanceState;
import wf.value.Value;

/** All of an instance at one version, as plain immutable values: what is stored, and what two instances are compared by. */
public record InstanceSnapshot(InstanceIdentity identity, InstanceState state, String starter, Instant startedAt,
        Instant endedAt, long version, boolean reworked, List<Branch> branches, List<NodeInstance> nodeInstances,
        List<WorkItem> items, List<Incident> incidents, Map<String, Value> variables, Waiting waiting) {

    /** What is empty is not written: an instance without variables reads as one. */
    public InstanceSnapshot {
        variables = variables == null ? Map.of() : variables;
    }

    /**
     * What stands beside the tokens: things waited for, and things remembered.
     *
     * @param arrivals what came while the instance stood still
     * @param standing null for {@link Standing#FIRM}
     * @param deadlines until when it, its visits and items are to be done
     * @param reached deadlines that are over, of which levels came that are not to come again; null for none
     * @param onlookers readers and monitors who were found by sources of the model; null for none
     */
    public record Waiting(List<Subscription> subscriptions, List<Job> jobs, List<Compensable> compensables,
            List<JoinCycle> cycles, List<SettledJoin> settled, List<String> rewalked, List<Arrival> arrivals, Standing standing, List<Deadline> deadlines,
            List<Deadline> reached, List<Onlookers> onlookers) {

        public static final Waiting NOTHING = new Waiting(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, List.of(), null, null);

        public Waiting {
            settled = settled == null ? List.of() : List.copyOf(settled);
            rewalked = rewalked == null ? List.of() : List.copyOf(rewalked);
            arrivals = arrivals == null || arrivals.isEmpty() ? null : List.copyOf(arrivals);
            deadlines = deadlines == null ? List.of() : List.copyOf(deadlines);
            reached = reached == null || reached.isEmpty() ? null : List.copyOf(reached);
            onlookers = onlookers == null || onlookers.isEmpty() ? null : List.copyOf(onlookers);
            standing = Standing.FIRM.equals(standing) ? null : standing;
        }

        public boolean isNothing() {
            return subscriptions.isEmpty() && jobs.isEmpty() && compensables.isEmpty() && cycles.isEmpty() && settled.isEmpty()
                    && rewalked.isEmpty() && arrivals == null && standing == null && deadlines.isEmpty() && reached == null && onlookers == null;
        }
    }
}
