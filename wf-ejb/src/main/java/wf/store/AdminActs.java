package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wf.contract.Verification;
import wf.setting.Settings;

/**
 * The journal of what administrators do (§0.8): one row for each act, in the transaction of the act, chained by hashes for
 * each tenant. Its end is held from the first act of a transaction on, so administrators' writes come one after the other.
 */
@Singleton
public class AdminActs {
    private static final int PAGE = 500;

    private final EntityManager em;
    private final Hashing hashing;

    @Inject
    public AdminActs(EntityManager em, Settings settings) {
        this.em = em;
        this.hashing = Hashing.of(settings);
    }

    /** Adds the row behind the last one. */
    public void append(AdminActRow row) {
        AdminChainRow chain = em.find(AdminChainRow.class, row.tenant, LockModeType.PESSIMISTIC_WRITE);
        if (chain == null) {
            chain = new AdminChainRow();
            chain.tenant = row.tenant;
            chain.hash = "";
            em.persist(chain);
        }
        row.seq = chain.length + 1;
        row.algorithm = hashing.label();
        row.hash = hash(chain.hash, row);
        em.persist(row);
        chain.length = row.seq;
        chain.hash = row.hash;
        em.flush();
    }

    /** The latest first. @param before the number before which the page begins; null for the first page */
    public List<AdminActRow> page(String tenant, String actor, String operation, Long before, int most) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("select a from AdminActRow a where a.tenant = :tenant");
        parameters.put("tenant", tenant);
        add(where, parameters, " and a.actor = :actor", "actor", actor);
        add(where, parameters, " and a.operation = :operation", "operation", operation);
        add(where, parameters, " and a.seq < :before", "before", before);
        var query = em.createQuery(where + " order by a.seq desc", AdminActRow.class).setHint("eclipselink.read-only", "true").setMaxResults(most);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private static void add(StringBuilder where, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null) {
            where.append(condition);
            parameters.put(name, value);
        }
    }

    /** Whether all rows are there, in their order and as they were written. */
    public Verification verify(String tenant) {
        AdminChainRow known = em.find(AdminChainRow.class, tenant);
        Verification result = new Verification();
        result.headHash = "";
        for (List<AdminActRow> some = behind(tenant, 0); !some.isEmpty() && result.brokenAt == null; some = behind(tenant, some.get(some.size() - 1).seq)) {
            for (AdminActRow row : some) {
                result.rows++;
                if (result.brokenAt == null && (row.seq != result.rows || !isSound(row, result.headHash))) {
                    result.brokenAt = row.seq;
                }
                result.headHash = row.hash;
            }
        }
        long length = known == null ? 0 : known.length;
        if (result.brokenAt == null && (result.rows != length || known != null && !known.hash.equals(result.headHash))) {
            result.brokenAt = result.rows + 1L;
        }
        result.intact = result.brokenAt == null;
        return result;
    }

    private static boolean isSound(AdminActRow row, String previous) {
        return Hashing.isKept(row.hash, () -> hash(previous, row));
    }

    private List<AdminActRow> behind(String tenant, long seq) {
        return em.createQuery("select a from AdminActRow a where a.tenant = :tenant and a.seq > :seq order by a.seq", AdminActRow.class)
                .setParameter("tenant", tenant).setParameter("seq", seq).setHint("eclipselink.read-only", "true").setMaxResults(PAGE).getResultList();
    }

    private static String hash(String previous, AdminActRow row) {
        return Hashing.named(row.algorithm).digest(previous, row.tenant, row.seq, row.happenedAt, row.opId, row.operation, row.about, row.actor,
                row.via, row.channel, row.clientIp, row.content, row.algorithm);
    }
}
