package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wf.setting.Setting;
import wf.setting.Settings;

/**
 * Tokens in URLs (§10.1, mode 1): each lets one person in to one page, once, within a minute. The caller owns the
 * transaction.
 *
 * <p>A token is signed, so that a forged one costs no more than a look at it; and the row that says it is unused can be
 * deleted only once, whichever node it comes to. Whoever reads the tables has the signing key, but no token that was given
 * out: he could not make one that counts.
 */
@Singleton
public class EntryTokens {
    private static final String PURPOSE = "entry";
    private static final int MOST_SECONDS = 60;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager em;
    private final int seconds;
    private final InstantSource clock;
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

    @Inject
    public EntryTokens(EntityManager em, Settings settings, InstantSource clock) {
        this.em = em;
        this.seconds = Math.min(settings.number(Setting.ENTRY_SECONDS), MOST_SECONDS);
        this.clock = clock;
    }

    /** A token that was given out, and until when it counts. */
    public record Issued(String token, Instant until) { }

    /** @param caller a program that acts for the person who is to come in */
    public Issued issue(Caller caller, String target) {
        Instant now = clock.instant();
        em.createQuery("delete from EntryTokenRow t where t.tenant = :tenant and t.expiresAt < :now")
                .setParameter("tenant", caller.tenant()).setParameter("now", now).executeUpdate();
        Instant until = now.truncatedTo(ChronoUnit.MILLIS).plusSeconds(seconds);
        String token = new Entry(caller.tenant(), caller.person(), caller.via(), target, until, random(16)).token(keyOrNew(caller.tenant()));
        EntryTokenRow row = new EntryTokenRow();
        row.tenant = caller.tenant();
        row.tokenHash = Hashes.sha256(token);
        row.expiresAt = until;
        em.persist(row);
        em.flush();
        return new Issued(token, until);
    }

    /** What the token says, if it is one of ours for this page and comes in time; from now on it is none. */
    Optional<Entry> use(String token, String target) {
        Instant now = clock.instant();
        return Entry.read(token).filter(entry -> key(entry.tenant()).filter(key -> Entry.isSigned(token, key)).isPresent())
                .filter(entry -> now.isBefore(entry.until()) && entry.target().equals(target))
                .filter(entry -> em.createQuery("delete from EntryTokenRow t where t.tenant = :tenant and t.tokenHash = :hash")
                        .setParameter("tenant", entry.tenant()).setParameter("hash", Hashes.sha256(token)).executeUpdate() == 1);
    }

    private Optional<byte[]> key(String tenant) {
        byte[] known = keys.get(tenant);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<byte[]> stored = Optional.ofNullable(em.find(SigningKeyRow.class, new SigningKeyId(tenant, PURPOSE)))
                .map(row -> Base64.getUrlDecoder().decode(row.secret));
        stored.ifPresent(key -> keys.put(tenant, key));
        return stored;
    }

    /** Not remembered before it is committed: of two nodes that make one at once, the later begins again. */
    private byte[] keyOrNew(String tenant) {
        return key(tenant).orElseGet(() -> {
            SigningKeyRow row = new SigningKeyRow();
            row.tenant = tenant;
            row.purpose = PURPOSE;
            row.secret = random(32);
            row.createdAt = clock.instant();
            em.persist(row);
            em.flush();
            return Base64.getUrlDecoder().decode(row.secret);
        });
    }

    private static String random(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
