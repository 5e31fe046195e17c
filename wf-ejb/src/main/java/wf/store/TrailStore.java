package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wf.contract.WorkItemState;
import wf.instance.DecidedRound;
import wf.runtime.Trail;
import wf.runtime.TrailEntry;
import wf.runtime.TrailEntry.Place;

/** Loads the trail of an instance (§0.4c) for the operations that look back. Who did the work stands in the closed items; those whom he asked did not. */
@Singleton
public class TrailStore {

    private final EntityManager em;

    @Inject
    public TrailStore(EntityManager em) {
        this.em = em;
    }

    public Trail load(String tenant, long instanceId) {
        List<TrailRow> rows = em.createQuery("select t from TrailRow t where t.tenant = :tenant and t.instanceId = :instance"
                + " and t.undone = 0 order by t.seq, t.nodeInstanceId", TrailRow.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).getResultList();
        Map<Long, List<ClosedItemRow>> handled = handled(tenant, instanceId);
        return new Trail(rows.stream().map(r -> entry(r, handled.getOrDefault(r.nodeInstanceId, List.of()))).toList());
    }

    /** Whether people have finished work at one of these nodes, be it undone since. */
    public boolean hasVisited(String tenant, long instanceId, Collection<String> nodeIds) {
        return !em.createQuery("select t.seq from TrailRow t where t.tenant = :tenant and t.instanceId = :instance"
                + " and t.nodeId in :nodes", Long.class).setParameter("tenant", tenant).setParameter("instance", instanceId)
                .setParameter("nodes", nodeIds).setMaxResults(1).getResultList().isEmpty()
                || Archive.trail(em, tenant, instanceId).stream().anyMatch(nodeIds::contains);
    }

    private static TrailEntry entry(TrailRow row, List<ClosedItemRow> handled) {
        return new TrailEntry(row.nodeInstanceId, row.nodeId, lineage(row.lineage), handled.stream().map(c -> c.handledBy).toList(), departments(handled),
                row.sender, handled.isEmpty() ? null : handled.get(handled.size() - 1).closedAt,
                row.round == null ? null : Json.read(row.round, DecidedRound.class));
    }

    private static Map<String, String> departments(List<ClosedItemRow> handled) {
        return handled.stream().filter(c -> c.handledIn != null).collect(Collectors.toMap(c -> c.handledBy, c -> c.handledIn, (first, second) -> second));
    }

    /** Branches, each with the visit that split it off behind a slash; trails of the first versions have no splits. */
    private static List<Place> lineage(String text) {
        return Arrays.stream(text.split(",")).map(p -> p.split("/"))
                .map(p -> new Place(Long.parseLong(p[0]), p.length == 1 ? null : Long.valueOf(p[1]))).toList();
    }

    private Map<Long, List<ClosedItemRow>> handled(String tenant, long instanceId) {
        return em.createQuery("select c from ClosedItemRow c where c.tenant = :tenant"
                + " and c.instanceId = :instance and c.handledBy is not null and c.askedBy is null and c.state <> :back order by c.closedAt, c.id", ClosedItemRow.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).setParameter("back", WorkItemState.RETURNED.name()).getResultStream()
                .collect(Collectors.groupingBy(c -> c.nodeInstanceId));
    }
}
