package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wf.runtime.Trail;
import wf.runtime.TrailEntry;

/** Loads the trail of an instance (§0.4c) for the operations that look back. Who did the work stands in the closed items. */
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

    private static TrailEntry entry(TrailRow row, List<ClosedItemRow> handled) {
        return new TrailEntry(row.nodeInstanceId, row.nodeId, lineage(row.lineage), handled.stream().map(c -> c.handledBy).toList(),
                row.sender, handled.isEmpty() ? null : handled.get(handled.size() - 1).closedAt);
    }

    private static List<Long> lineage(String text) {
        return Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }

    private Map<Long, List<ClosedItemRow>> handled(String tenant, long instanceId) {
        return em.createQuery("select c from ClosedItemRow c where c.tenant = :tenant"
                + " and c.instanceId = :instance and c.handledBy is not null order by c.closedAt, c.id", ClosedItemRow.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).getResultStream()
                .collect(Collectors.groupingBy(c -> c.nodeInstanceId));
    }
}
