package wf.org;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Reads and writes the organisation's tables. The caller owns the transaction.
 *
 * <p>Whoever writes calls {@link #changed} in the same transaction and {@link Organisation#changed} after the commit.
 */
@Singleton
public class OrgStore {
    private final EntityManager em;

    @Inject
    public OrgStore(EntityManager em) {
        this.em = em;
    }

    /** The version of a tenant's organisation; 0 if there is none. */
    public long version(String tenant) {
        List<Long> found = em.createQuery("select v.version from OrgVersionRow v where v.tenant = :tenant", Long.class)
                .setParameter("tenant", tenant).getResultList();
        return found.isEmpty() ? 0 : found.get(0);
    }

    /** Whether no tenant has anybody. */
    public boolean isEmpty() {
        return em.createQuery("select p.id from PersonRow p", String.class).setMaxResults(1).getResultList().isEmpty();
    }

    /** Whether no tenant has anybody who is kept here, whoever was loaded from elsewhere. */
    public boolean keepsNobody() {
        return em.createQuery("select p.id from PersonRow p where p.source is null", String.class).setMaxResults(1).getResultList().isEmpty();
    }

    /** Whether somebody of the tenant has this id or login name, enabled or not. */
    public boolean isTaken(String tenant, String name) {
        return !em.createQuery("select p.id from PersonRow p where p.tenant = :tenant and (p.id = :name or p.loginName = :name)", String.class)
                .setParameter("tenant", tenant).setParameter("name", name).setMaxResults(1).getResultList().isEmpty();
    }

    /** Everything of a tenant, in a stable order. The version is read first, so that a change meanwhile is seen later. */
    OrgRows load(String tenant) {
        long version = version(tenant);
        return new OrgRows(version,
                all(PersonRow.class, tenant, "r.id"),
                all(DepartmentRow.class, tenant, "r.id"),
                all(GroupRow.class, tenant, "r.id"),
                all(PostRow.class, tenant, "r.id"),
                all(DepartmentMemberRow.class, tenant, "r.ownerId, r.personId"),
                all(DepartmentDeputyRow.class, tenant, "r.ownerId, r.personId"),
                all(GroupMemberRow.class, tenant, "r.ownerId, r.personId"),
                all(PostMemberRow.class, tenant, "r.ownerId, r.personId"),
                all(RoleRow.class, tenant, "r.id"),
                all(RoleGrantRow.class, tenant, "r.id"));
    }

    /** The department in which somebody is above all, whether he is there still or not; null for none. */
    public String mainDepartment(String tenant, String person) {
        return em.createQuery("select m.ownerId from DepartmentMemberRow m where m.tenant = :tenant and m.personId = :person and m.main = true"
                + " order by m.ownerId", String.class).setParameter("tenant", tenant).setParameter("person", person).setMaxResults(1)
                .getResultStream().findFirst().orElse(null);
    }

    /** Whether there is an enabled person, group, department or post of this name: {@code group:finance}. */
    public boolean has(String tenant, String candidate) {
        String type = switch (candidate.substring(0, Math.max(0, candidate.indexOf(':')))) {
            case "user" -> "PersonRow";
            case "group" -> "GroupRow";
            case "dept" -> "DepartmentRow";
            case "post" -> "PostRow";
            default -> throw new IllegalArgumentException(candidate + " is no candidate");
        };
        return !em.createQuery("select r.id from " + type + " r where r.tenant = :tenant and r.id = :id and r.enabled = true", String.class)
                .setParameter("tenant", tenant).setParameter("id", candidate.substring(candidate.indexOf(':') + 1)).getResultList().isEmpty();
    }

    /** All tenants that have an organisation. */
    public List<String> tenants() {
        return em.createQuery("select v.tenant from OrgVersionRow v order by v.tenant", String.class).getResultList();
    }

    /** A person's row, to be changed; null if there is none. */
    public PersonRow person(String tenant, String id) {
        return em.find(PersonRow.class, new OrgKey(tenant, id));
    }

    /** Adds rows of any kind in the given order: the owner before the member, the parent before the child. */
    public void add(Object... rows) {
        for (Object row : rows) {
            em.persist(row);
            em.flush();
        }
    }

    /** Notes that something of the tenant's organisation has changed. */
    public void changed(String tenant) {
        em.flush();
        int updated = em.createQuery("update OrgVersionRow v set v.version = v.version + 1 where v.tenant = :tenant")
                .setParameter("tenant", tenant).executeUpdate();
        if (updated == 0) {
            OrgVersionRow row = new OrgVersionRow();
            row.tenant = tenant;
            row.version = 1;
            em.persist(row);
            em.flush();
        }
    }

    /** All rows of a tenant of one kind, only to be read. */
    public <T> List<T> all(Class<T> type, String tenant) {
        return em.createQuery("select r from " + type.getSimpleName() + " r where r.tenant = :tenant", type)
                .setParameter("tenant", tenant).setHint("eclipselink.read-only", "true").getResultList();
    }

    private <T> List<T> all(Class<T> type, String tenant, String order) {
        return em.createQuery("select r from " + type.getSimpleName() + " r where r.tenant = :tenant order by " + order,
                type).setParameter("tenant", tenant).setHint("eclipselink.read-only", "true").getResultList();
    }
}
