package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.org.OrgKey;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.store.MasterSeal;
import wf.store.Transactions;

/** Reads and writes service accounts and their keys. The caller owns the transaction. */
@Singleton
public class ServiceAccounts {
    private final EntityManager em;
    private final MasterSeal seal;
    private final InstantSource clock;
    private final OpenedKeys openedKeys;

    @Inject
    public ServiceAccounts(EntityManager em, MasterSeal seal, InstantSource clock) {
        this.em = em;
        this.seal = seal;
        this.clock = clock;
        this.openedKeys = new OpenedKeys(clock);
    }

    /** The enabled account that this key opens, as of now or a second ago. This one begins its own transaction, where it needs one. */
    Optional<ServiceAccount> opened(ServiceKey key, Transactions transactions) {
        return openedKeys.account(key, () -> transactions.required(() -> found(key)));
    }

    /** Somebody has changed this account or its keys, and committed it. */
    public void changed(String tenant, String account) {
        openedKeys.forget(tenant, account);
    }

    /** Key and account are read together, since programs ask often. */
    private Optional<OpenedKeys.Found> found(ServiceKey key) {
        return em.createQuery("select k, a from ServiceKeyRow k, ServiceAccountRow a where k.tenant = :tenant and k.id = :id"
                        + " and a.tenant = k.tenant and a.id = k.accountId", Object[].class)
                .setParameter("tenant", key.tenant()).setParameter("id", key.id()).getResultList().stream()
                .filter(found -> ((ServiceKeyRow) found[0]).opens(key, clock.instant()))
                .filter(found -> ((ServiceAccountRow) found[1]).enabled)
                .map(found -> new OpenedKeys.Found(ServiceAccount.of((ServiceAccountRow) found[1]), ((ServiceKeyRow) found[0]).expiresAt)).findAny();
    }

    /** The account of this name, if it is enabled. */
    Optional<ServiceAccount> enabled(String tenant, String id) {
        return row(tenant, id).filter(row -> row.enabled).map(ServiceAccount::of);
    }

    public List<ServiceAccountRow> all(String tenant) {
        return em.createQuery("select a from ServiceAccountRow a where a.tenant = :tenant order by a.id", ServiceAccountRow.class)
                .setParameter("tenant", tenant).getResultList();
    }

    public Optional<ServiceAccountRow> row(String tenant, String id) {
        return Optional.ofNullable(em.find(ServiceAccountRow.class, new OrgKey(tenant, id)));
    }

    /** All keys of the tenant, or of one account; the newest first. */
    public List<ServiceKeyRow> keys(String tenant, String account) {
        return em.createQuery("select k from ServiceKeyRow k where k.tenant = :tenant and k.accountId = :account order by k.issuedAt desc, k.id",
                ServiceKeyRow.class).setParameter("tenant", tenant).setParameter("account", account).getResultList();
    }

    /** Adds an account, or keeps what was changed of one that was read; who was let in by one that is disabled has to leave. */
    public void put(ServiceAccountRow row, String by) {
        row.changedAt = now();
        row.changedBy = by;
        if (!em.contains(row)) {
            em.persist(row);
        }
        em.flush();
        if (!row.enabled) {
            em.createQuery("delete from SessionRow s where s.tenant = :tenant and s.via = :account")
                    .setParameter("tenant", row.tenant).setParameter("account", row.id).executeUpdate();
        }
    }

    /** To be changed: two who do so at once come one after the other, so that nothing of either is lost. */
    public Optional<ServiceAccountRow> locked(String tenant, String id) {
        return Optional.ofNullable(em.find(ServiceAccountRow.class, new OrgKey(tenant, id), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The key of this name, where it was issued for digests; whether it still opens anything is another question. */
    Optional<ServiceKey> forDigest(DigestName name) {
        return Optional.ofNullable(em.find(ServiceKeyRow.class, new OrgKey(name.tenant(), name.keyId()))).map(row -> row.sealedSecret)
                .flatMap(sealed -> seal.open(about(name.tenant(), name.keyId()), sealed))
                .map(secret -> new ServiceKey(name.tenant(), name.keyId(), secret));
    }

    private static String about(String tenant, String keyId) {
        return "secret of " + tenant + "/" + keyId;
    }

    /**
     * A new key; its secret is nowhere but in the answer.
     *
     * @param forDigests whether it is kept under the master key, too
     * @throws Refused where it should be and no master key is set
     */
    public ServiceKey issue(String tenant, String account, int days, boolean forDigests, Locale locale, String by) {
        ServiceKey key = ServiceKey.create(tenant);
        ServiceKeyRow row = new ServiceKeyRow();
        row.tenant = tenant;
        row.id = key.id();
        row.accountId = account;
        row.secretHash = key.hash();
        row.sealedSecret = !forDigests ? null : seal.seal(about(tenant, key.id()), key.secret())
                .orElseThrow(() -> Refused.because(ErrorCode.UNAVAILABLE, Messages.text(locale, "reject.NO_MASTER_KEY_FOR_DIGESTS")));
        row.issuedAt = now();
        row.issuedBy = by;
        row.expiresAt = row.issuedAt.plus(days, ChronoUnit.DAYS);
        em.persist(row);
        em.flush();
        return key;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
