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

    /** What stands beside the tokens: things waited for, and things remembered. */
    public record Waiting(List<Subscription> subscriptions, List<Job> jobs, List<Compensable> compensables,
            List<JoinCycle> cycles, List<SettledJoin> settled,
            List<String> rewalked) {

        public static final Waiting NOTHING = new Waiting(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        public Waiting {
            settled = settled == null ? List.of() : List.copyOf(settled);
            rewalked = rewalked == null ? List.of() : List.copyOf(rewalked);
        }

        public boolean isNothing() {
            return subscriptions.isEmpty() && jobs.isEmpty() && compensables.isEmpty() && cycles.isEmpty() && settled.isEmpty() && rewalked.isEmpty();
        }
    }
}
