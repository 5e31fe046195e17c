package wf.runtime;

import java.util.List;
import java.util.Optional;

/** The finished visits of human nodes that still count, oldest first; those undone by a return are not among them. */
public record Trail(List<TrailEntry> entries) {

    public static final Trail EMPTY = new Trail(List.of());

    public Trail {
        entries = List.copyOf(entries);
    }

    public Optional<TrailEntry> of(long nodeInstanceId) {
        return entries.stream().filter(e -> e.nodeInstanceId() == nodeInstanceId).findFirst();
    }
}
