package wf.store;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.runtime.Workload;

/** How work is spread among a tenant's people as it is stored: one query by the index of owners, and a row for each step that goes round. */
record StoredWorkload(EntityManager em, String tenant) implements Workload {

    @Override
    public Map<String, Long> open(Collection<String> people) {
        Map<String, Long> open = new HashMap<>();
        for (List<String> some : Portions.of(people)) {
            em.createQuery("select i.owner, count(i.id) from WorkItemRow i where i.tenant = :tenant and i.owner in :people and i.hidden = 0 group by i.owner", Object[].class)
                    .setParameter("tenant", tenant).setParameter("people", some).getResultList()
                    .forEach(row -> open.put((String) row[0], (Long) row[1]));
        }
        return open;
    }

    @Override
    public Optional<String> last(String definitionKey, String nodeId) {
        return Optional.ofNullable(em.find(RotationRow.class, new RotationKey(tenant, definitionKey, nodeId))).map(r -> r.personId);
    }
}
