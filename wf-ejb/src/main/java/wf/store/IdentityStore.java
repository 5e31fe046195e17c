package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wf.operation.Appointment;
import wf.operation.Identity;
import wf.operation.Standing;

/** Rows of what tenants say about identities. */
@Singleton
public class IdentityStore {

    private final EntityManager em;

    @Inject
    public IdentityStore(EntityManager em) {
        this.em = em;
    }

    /** All that a tenant says. */
    public List<Standing> all(String tenant) {
        return em.createQuery("select i from IdentityRow i where i.tenant = :tenant order by i.code", IdentityRow.class)
                .setParameter("tenant", tenant).setHint("eclipselink.read-only", "true").getResultList().stream().map(IdentityRow::standing).toList();
    }

    /** Where definitions stand that stand in a category, by their keys; their first versions tell, since all versions stand in one. */
    public Map<String, String> categories(String tenant) {
        Map<String, String> categories = new HashMap<>();
        em.createQuery("select d.defKey, d.category from DefinitionRow d where d.tenant = :tenant and d.version = 1 and d.category is not null", Object[].class)
                .setParameter("tenant", tenant).getResultList().forEach(r -> categories.put((String) r[0], (String) r[1]));
        return categories;
    }

    public void put(String tenant, Standing standing, Instant at, String by) {
        IdentityKey key = new IdentityKey(tenant, standing.identity().code());
        IdentityRow found = em.find(IdentityRow.class, key);
        IdentityRow row = found == null ? new IdentityRow() : found;
        row.tenant = tenant;
        row.code = key.code;
        row.take(standing);
        row.changedAt = at;
        row.changedBy = by;
        if (found == null) {
            em.persist(row);
        }
    }

    /** What is said of categories is said of where they stand from now on. @param moved where a category has come to, if it was moved */
    public void relocate(String tenant, Function<String, Optional<String>> moved) {
        for (IdentityRow row : em.createQuery("select i from IdentityRow i where i.tenant = :tenant", IdentityRow.class)
                .setParameter("tenant", tenant).getResultList()) {
            Standing said = row.standing();
            List<Appointment> appointments = said.appointments().stream().map(a -> new Appointment(a.definitionKey(),
                    moved.apply(a.category()).orElse(a.category()), a.people())).toList();
            if (!appointments.equals(said.appointments())) {
                row.take(new Standing(said.identity(), said.priority(), said.operations(), said.mode(), said.nameZh(), said.nameEn(), appointments));
            }
        }
    }

    public void remove(String tenant, Identity identity) {
        em.createQuery("delete from IdentityRow i where i.tenant = :tenant and i.code = :code")
                .setParameter("tenant", tenant).setParameter("code", identity.code()).executeUpdate();
    }
}
