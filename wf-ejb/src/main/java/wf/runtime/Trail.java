package wf.runtime;

import java.util.List;
import java.util.Optional;
import wf.definition.ProcessDefinition;
import wf.instance.Arrival;
import wf.instance.ProcessInstance;

/**
 * The finished visits that still count, oldest first: of human nodes, and of nodes with an effect outside. Those undone by
 * a return are not among them.
 */
public record Trail(List<TrailEntry> entries) {

    public static final Trail EMPTY = new Trail(List.of());

    public Trail {
        entries = List.copyOf(entries);
    }

    /** Whether what goes on by itself may have to look back, whatever the operation. */
    public static boolean isNeeded(ProcessDefinition definition, ProcessInstance instance) {
        return definition.looksBack() || instance.hasPendingReturns() || instance.arrivals().stream().anyMatch(a -> a.kind() == Arrival.Kind.RETURNED);
    }

    /** Entries since the given one, itself included, on the branch or below it. */
    public List<TrailEntry> since(TrailEntry from, long branchId) {
        return entries.subList(entries.indexOf(from), entries.size()).stream().filter(e -> e.isBelow(branchId)).toList();
    }

    public Optional<TrailEntry> of(long nodeInstanceId) {
        return entries.stream().filter(e -> e.nodeInstanceId() == nodeInstanceId).findFirst();
    }
}
