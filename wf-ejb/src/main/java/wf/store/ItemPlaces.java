package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** To which instances items belong, be they open, closed, or there to be read. Those of the archive are found by their instance alone. */
@Singleton
public class ItemPlaces {

    private final EntityManager em;

    @Inject
    public ItemPlaces(EntityManager em) {
        this.em = em;
    }

    /** By their ids; what the tenant has not is not among them. */
    public Map<Long, Long> instances(String tenant, Collection<Long> items) {
        Map<Long, Long> found = new HashMap<>();
        if (!items.isEmpty()) {
            for (String rows : List.of("WorkItemRow", "ClosedItemRow", "ReadItemRow")) {
                em.createQuery("select i.id, i.instanceId from " + rows + " i where i.tenant = :tenant and i.id in :items", Object[].class)
                        .setParameter("tenant", tenant).setParameter("items", items).getResultList().forEach(i -> found.put((Long) i[0], (Long) i[1]));
            }
        }
        return found;
    }
}
