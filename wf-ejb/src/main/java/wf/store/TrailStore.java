package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.runtime.Trail;
import wf.runtime.TrailEntry;

/**
 * Loads the trail of an instance (§0.4c) for the operations that look back. Who did the work stands in the closed items, and
 * so does the end of a visit that came with the end of an item.
 */
@Singleton
public class TrailStore {

    private final EntityManager em;

    @Inject
    public TrailStore(EntityManager em) {
        this.em = em;
    }

    public Trail load(String tenant, long instanceId) {
        List<ClosedItemRow> closed = em.createQuery("select c from ClosedItemRow c where c.tenant = :tenant"
                + " and c.instanceId = :instance and c.handledBy is not null order by c.closedAt, c.id", ClosedItemRow.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).getResultList();
        Map<Long, List<ClosedItemRow>> handled = closed.stream().collect(Collectors.groupingBy(c -> c.nodeInstanceId));
        return new Trail(Stream.concat(rows(tenant, instanceId), closed.stream().filter(c -> c.trailSeq != null).map(TrailStore::row))
                .filter(r -> r.undone == 0)
                .sorted(Comparator.comparingLong((TrailRow r) -> r.seq).thenComparingLong(r -> r.nodeInstanceId))
                .map(r -> entry(r, handled.getOrDefault(r.nodeInstanceId, List.of()))).toList());
    }

    private Stream<TrailRow> rows(String tenant, long instanceId) {
        return em.createQuery("select t from TrailRow t where t.tenant = :tenant and t.instanceId = :instance", TrailRow.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).getResultStream();
    }

    private static TrailRow row(ClosedItemRow closed) {
        TrailRow row = new TrailRow();
        row.tenant = closed.tenant;
        row.instanceId = closed.instanceId;
        row.nodeInstanceId = closed.nodeInstanceId;
        row.seq = closed.trailSeq;
        row.nodeId = closed.nodeId;
        row.lineage = closed.lineage;
        row.sender = closed.sender;
        row.undone = closed.undone;
        return row;
    }

    private static TrailEntry entry(TrailRow row, List<ClosedItemRow> handled) {
        return new TrailEntry(row.nodeInstanceId, row.nodeId, lineage(row.lineage), handled.stream().map(c -> c.handledBy).toList(),
                row.sender, handled.isEmpty() ? null : handled.get(handled.size() - 1).closedAt);
    }

    private static List<Long> lineage(String text) {
        return Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }
}
