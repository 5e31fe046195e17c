package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import wf.runtime.Scripts;

/** Stored scripts by name and version. */
@Singleton
public class ScriptStore {

    private final EntityManager em;

    @Inject
    public ScriptStore(EntityManager em) {
        this.em = em;
    }

    /** @param version null for the newest */
    public Optional<ScriptRow> find(String tenant, String name, Integer version) {
        return version == null ? versions(tenant, name, 1).stream().findFirst()
                : Optional.ofNullable(em.find(ScriptRow.class, new ScriptKey(tenant, name, version)));
    }

    /** The newest first. */
    public List<ScriptRow> versions(String tenant, String name) {
        return versions(tenant, name, Integer.MAX_VALUE);
    }

    private List<ScriptRow> versions(String tenant, String name, int most) {
        return em.createQuery("select s from ScriptRow s where s.tenant = :tenant and s.name = :name order by s.version desc", ScriptRow.class)
                .setParameter("tenant", tenant).setParameter("name", name).setMaxResults(most).getResultList();
    }

    /** The newest version of each, by name. */
    public List<ScriptRow> newest(String tenant) {
        return em.createQuery("select s from ScriptRow s where s.tenant = :tenant and s.version = (select max(o.version) from ScriptRow o"
                + " where o.tenant = s.tenant and o.name = s.name) order by s.name", ScriptRow.class).setParameter("tenant", tenant).getResultList();
    }

    public void insert(ScriptRow row) {
        em.persist(row);
    }

    /** As decisions see those of a tenant. */
    public Scripts of(String tenant) {
        return (name, version) -> find(tenant, name, version).map(ScriptRow::script);
    }
}
