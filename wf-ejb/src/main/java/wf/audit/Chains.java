package wf.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import wf.setting.NodeName;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Column;
import wf.store.Hashing;
import wf.store.Ids;

/**
 * The chains of the access log in the database: each row is bound to the one before by a hash, as those of a journal are, and
 * the row of the chain knows its end.
 */
@Singleton
public class Chains {

    private static final int PORTION = 2_000;
    private final EntityManager em;
    private final Ids ids;
    private final InstantSource clock;
    private final Hashing hashing;
    private final String node;
    private final int days;

    @Inject
    public Chains(EntityManager em, Ids ids, InstantSource clock, Settings settings) {
        this.em = em;
        this.ids = ids;
        this.clock = clock;
        this.hashing = Hashing.of(settings);
        this.node = NodeName.of(settings);
        this.days = settings.number(Setting.ACCESS_LOG_DAYS);
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Stores the attempts behind the end of the chain, or of a new one where there is none or its day is over.
     *
     * @return the new end, which counts once the transaction has been committed
     */
    Chain append(String tenant, Chain chain, List<Attempt> attempts) {
        LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
        boolean isNew = chain == null || !chain.day().equals(today);
        Chain end = isNew ? new Chain(ids.next(), today, 0, "", Instant.EPOCH) : chain;
        for (Attempt attempt : attempts) {
            AccessLogRow row = row(tenant, end, attempt);
            em.persist(row);
            end = end.with(row);
        }
        if (isNew) {
            em.persist(begun(tenant, end));
        } else {
            em.createQuery("update AccessChainRow c set c.length = :length, c.hash = :hash where c.tenant = :tenant and c.id = :id")
                    .setParameter("length", end.length()).setParameter("hash", end.hash()).setParameter("tenant", tenant).setParameter("id", end.id())
                    .executeUpdate();
        }
        return end;
    }

    private AccessChainRow begun(String tenant, Chain end) {
        AccessChainRow row = new AccessChainRow();
        row.tenant = tenant;
        row.id = end.id();
        row.node = node;
        row.begunAt = now();
        row.length = end.length();
        row.hash = end.hash();
        return row;
    }

    private AccessLogRow row(String tenant, Chain end, Attempt attempt) {
        AccessLogRow row = new AccessLogRow();
        row.tenant = tenant;
        row.chainId = end.id();
        row.seq = end.length() + 1;
        row.happenedAt = attempt.at().isAfter(end.last()) ? attempt.at() : end.last().plus(1, ChronoUnit.MICROS);
        row.operation = cut(attempt.operation(), 100);
        row.opId = cut(attempt.opId(), 100);
        row.outcome = attempt.outcome();
        row.actor = attempt.caller().person();
        row.via = attempt.caller().via();
        row.channel = attempt.caller().channel();
        row.clientIp = cut(attempt.caller().clientIp(), 100);
        row.instanceId = attempt.instanceId();
        row.workItemId = attempt.workItemId();
        row.note = cut(attempt.note(), 1_000);
        row.algorithm = hashing.label();
        row.hash = hash(end.hash(), row);
        return row;
    }

    /** A caller may send what no column holds. */
    private static String cut(String text, int most) {
        return Column.fit(Column.clean(text), most);
    }

    private static String hash(String previous, AccessLogRow row) {
        return Hashing.named(row.algorithm).digest(previous, row.tenant, row.chainId, row.seq, row.happenedAt, row.operation, row.opId, row.outcome,
                row.actor, row.via, row.channel, row.clientIp, row.instanceId, row.workItemId, row.note, row.algorithm);
    }

    /** The chains that began between the two moments, oldest first, as they end now. */
    public List<AccessChainRow> begun(String tenant, Instant from, Instant to) {
        return em.createQuery("select c from AccessChainRow c where c.tenant = :tenant and c.begunAt >= :from and c.begunAt < :to order by c.begunAt, c.id",
                AccessChainRow.class).setParameter("tenant", tenant).setParameter("from", from).setParameter("to", to).getResultList();
    }

    /** The place of the first row that does not fit, or is missing; null where all do. */
    public Long brokenAt(AccessChainRow chain) {
        String previous = "";
        for (long seq = 1; seq <= chain.length; seq += PORTION) {
            List<AccessLogRow> rows = rows(chain, seq, Math.min(chain.length, seq + PORTION - 1));
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).seq != seq + i || !isSound(rows.get(i), previous)) {
                    return seq + i;
                }
                previous = rows.get(i).hash;
            }
            if (rows.size() < Math.min(PORTION, chain.length - seq + 1)) {
                return seq + rows.size();
            }
            em.clear();
        }
        return Objects.equals(previous, chain.hash) ? null : Long.valueOf(chain.length);
    }

    private static boolean isSound(AccessLogRow row, String previous) {
        return Hashing.isKept(row.hash, () -> hash(previous, row));
    }

    private List<AccessLogRow> rows(AccessChainRow chain, long from, long to) {
        return em.createQuery("select a from AccessLogRow a where a.tenant = :tenant and a.chainId = :chain and a.seq >= :from and a.seq <= :to order by a.seq",
                AccessLogRow.class).setParameter("tenant", chain.tenant).setParameter("chain", chain.id).setParameter("from", from)
                .setParameter("to", to).getResultList();
    }

    /** Removes a portion of the oldest chain that is kept no longer, of whatever tenant; not of those that still grow. */
    boolean forget(Collection<Chain> open) {
        if (days == 0) {
            return false;
        }
        List<AccessChainRow> old = em.createQuery("select c from AccessChainRow c where c.begunAt < :before order by c.begunAt", AccessChainRow.class)
                .setParameter("before", now().minus(Duration.ofDays(days))).setMaxResults(open.size() + 1).getResultList();
        return old.stream().filter(c -> open.stream().noneMatch(o -> o.id() == c.id)).findFirst().map(this::forget).isPresent();
    }

    /** From its end, so that what is left of it can still be verified. */
    private boolean forget(AccessChainRow chain) {
        long left = Math.max(0, chain.length - PORTION);
        em.createQuery("delete from AccessLogRow a where a.tenant = :tenant and a.chainId = :chain and a.seq > :left")
                .setParameter("tenant", chain.tenant).setParameter("chain", chain.id).setParameter("left", left).executeUpdate();
        if (left == 0) {
            em.remove(chain);
        } else {
            chain.hash = rows(chain, left, left).get(0).hash;
            chain.length = left;
        }
        return true;
    }
}
