package wf.instance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import wf.contract.InstanceState;
import wf.value.Value;

/** All of an instance at one version, as plain immutable values: what is stored, and what two instances are compared by. */
public record InstanceSnapshot(InstanceIdentity identity, InstanceState state, String starter, Instant startedAt,
        Instant endedAt, long version, boolean reworked, List<Branch> branches, List<NodeInstance> nodeInstances, List<WorkItem> items,
        List<Incident> incidents, Map<String, Value> variables) { }
