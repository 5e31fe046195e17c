package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<Long, List<String>> handlers = handlers(tenant, instanceId);
        return new Trail(rows.stream().map(r -> new TrailEntry(r.nodeInstanceId, r.nodeId, lineage(r.lineage),
                handlers.getOrDefault(r.nodeInstanceId, List.of()), r.sender)).toList());
    }

    private static List<Long> lineage(String text) {
        return Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }

    private Map<Long, List<String>> handlers(String tenant, long instanceId) {
        Map<Long, List<String>> handlers = new HashMap<>();
        em.createQuery("select c.nodeInstanceId, c.handledBy from ClosedItemRow c where c.tenant = :tenant"
                + " and c.instanceId = :instance and c.handledBy is not null order by c.closedAt, c.id", Object[].class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).getResultStream()
                .forEach(r -> handlers.computeIfAbsent((Long) r[0], k -> new ArrayList<>()).add((String) r[1]));
        return handlers;
    }
}
