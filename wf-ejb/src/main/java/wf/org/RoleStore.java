package wf.org;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wf.store.Ids;
import wf.store.TenantKey;

/** Reads and writes roles and who holds them. The caller owns the transaction; a change counts with the next snapshot. */
@Singleton
public class RoleStore {
    private final EntityManager em;
    private final OrgStore organisation;
    private final Ids ids;

    @Inject
    public RoleStore(EntityManager em, OrgStore organisation, Ids ids) {
        this.em = em;
        this.organisation = organisation;
        this.ids = ids;
    }

    /** Of two who change roles or grants at once the second waits, so that each decides by what is there. */
    public void hold(String tenant) {
        em.createQuery("select v from OrgVersionRow v where v.tenant = :tenant", OrgVersionRow.class).setParameter("tenant", tenant)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** Those of the product, and those of the tenant. */
    public List<Role> roles(String tenant) {
        return Role.all(em.createQuery("select r from RoleRow r where r.tenant = :tenant order by r.id", RoleRow.class).setParameter("tenant", tenant)
                .getResultList());
    }

    public Optional<RoleRow> role(String tenant, String code) {
        return Optional.ofNullable(em.find(RoleRow.class, new OrgKey(tenant, code)));
    }

    public void put(RoleRow row) {
        if (!em.contains(row)) {
            em.persist(row);
        }
        organisation.changed(row.tenant);
    }

    public void remove(RoleRow row) {
        em.remove(row);
        organisation.changed(row.tenant);
    }

    /** In the order in which they were made. */
    public List<RoleGrantRow> grants(String tenant) {
        return em.createQuery("select g from RoleGrantRow g where g.tenant = :tenant order by g.id", RoleGrantRow.class).setParameter("tenant", tenant)
                .getResultList();
    }

    public Optional<RoleGrantRow> grant(String tenant, long id) {
        return Optional.ofNullable(em.find(RoleGrantRow.class, new TenantKey(tenant, id)));
    }

    public void add(RoleGrantRow row) {
        row.id = ids.next();
        em.persist(row);
        organisation.changed(row.tenant);
    }

    public void remove(RoleGrantRow row) {
        em.remove(row);
        organisation.changed(row.tenant);
    }

    /** All that the product brings, for whoever is the first: nobody could grant it to him. */
    public void makeAdministrator(String tenant, String person, Instant at) {
        makeAdministrator(tenant, person, at, Role.BUILT_IN.stream().map(Role::code).toList());
    }

    /** @param roles codes of what he is to have */
    public void makeAdministrator(String tenant, String person, Instant at, List<String> roles) {
        for (String role : roles) {
            RoleGrantRow row = new RoleGrantRow();
            row.tenant = tenant;
            row.role = role;
            row.holder = "user:" + person;
            row.grantedAt = at;
            add(row);
        }
    }

    /** What is granted for categories is granted for where they stand from now on. @param moved where a category has come to, if it was moved */
    public void relocate(String tenant, Function<String, Optional<String>> moved) {
        List<RoleGrantRow> concerned = grants(tenant).stream().filter(g -> g.category != null && moved.apply(g.category).isPresent()).toList();
        concerned.forEach(g -> g.category = moved.apply(g.category).get());
        if (!concerned.isEmpty()) {
            organisation.changed(tenant);
        }
    }
}
