package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wf.store.Conflict;
import wf.store.Transactions;

/**
 * Which messages have come already, over all nodes: a row for each, by the hash of its nonce, for as long as the message would
 * count. Of two that come at once the key of the row lets one through.
 */
@Singleton
public class UsedNonces {
    /** Another node may still take the message for fresh by its own clock. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final EntityManager em;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Map<String, Instant> swept = new ConcurrentHashMap<>();

    @Inject
    public UsedNonces(EntityManager em, Transactions transactions, InstantSource clock) {
        this.em = em;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Notes the nonce of this person; false where it was noted before. */
    public boolean use(Caller caller, String nonce, Instant until) {
        sweep(caller.tenant());
        String hash = Hashes.sha256(caller.person() + "\n" + nonce);
        try {
            return transactions.required(() -> note(caller.tenant(), hash, until));
        } catch (RuntimeException e) {
            // Either the same one came at once elsewhere, or the database wants this to be asked again.
            Conflict.behind(e).orElseThrow(() -> e);
            return transactions.required(() -> note(caller.tenant(), hash, until));
        }
    }

    private boolean note(String tenant, String hash, Instant until) {
        if (em.find(UsedNonceRow.class, new SessionKey(tenant, hash)) != null) {
            return false;
        }
        UsedNonceRow row = new UsedNonceRow();
        row.tenant = tenant;
        row.tokenHash = hash;
        row.expiresAt = until;
        em.persist(row);
        em.flush();
        return true;
    }

    /** Now and then, and by itself: a row that has expired harms nobody, so whoever is in the way of this may stay. */
    private void sweep(String tenant) {
        Instant now = clock.instant();
        Instant last = swept.getOrDefault(tenant, Instant.EPOCH);
        if (now.isBefore(last.plus(PAUSE))) {
            return;
        }
        swept.put(tenant, now);
        try {
            transactions.required(() -> em.createQuery("delete from UsedNonceRow n where n.tenant = :tenant and n.expiresAt < :now")
                    .setParameter("tenant", tenant).setParameter("now", now.minus(CLOCKS_APART)).executeUpdate());
        } catch (RuntimeException e) {
            Conflict.behind(e).orElseThrow(() -> e);
        }
    }
}
