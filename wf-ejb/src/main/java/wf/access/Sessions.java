package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import wf.org.TenantName;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.SecretSeal;

/**
 * Opens, finds and ends sessions. The caller owns the transaction.
 *
 * <p>A token is the tenant, a dot and 256 random bits; the table holds its SHA-256 only, so that whoever reads the table
 * cannot use the sessions. A session in use is noted once a minute at most, not with every request.
 */
@Singleton
public class Sessions {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_HINT = 8_000;

    private final EntityManager em;
    private final Duration idle;
    private final Duration longest;
    private final Duration touch;
    private final InstantSource clock;
    private final SecretSeal seal;

    @Inject
    public Sessions(EntityManager em, Settings settings) {
        this(em, settings, InstantSource.system());
    }

    /** With a clock of its own, for tests. */
    public Sessions(EntityManager em, Settings settings, InstantSource clock) {
        this.em = em;
        this.idle = settings.time(Setting.SESSION_IDLE_MINUTES, ChronoUnit.MINUTES);
        this.longest = settings.time(Setting.SESSION_HOURS, ChronoUnit.HOURS);
        this.touch = settings.time(Setting.SESSION_TOUCH_SECONDS, ChronoUnit.SECONDS);
        this.clock = clock;
        this.seal = new SecretSeal(settings);
    }

    /** Opens a session and gives its token; clears away the tenant's sessions that have ended. */
    String open(Caller caller) {
        return open(caller, null, null);
    }

    /**
     * @param until when at the latest it ends; null for what the settings say
     * @param logoutHint with what he signs off where he was signed on; null for nowhere
     */
    String open(Caller caller, Instant until, String logoutHint) {
        Instant now = clock.instant();
        em.createQuery("delete from SessionRow s where s.tenant = :tenant and s.expiresAt < :now")
                .setParameter("tenant", caller.tenant()).setParameter("now", now).executeUpdate();
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = caller.tenant() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        SessionRow row = new SessionRow();
        row.tenant = caller.tenant();
        row.tokenHash = Hashes.sha256(token);
        row.personId = caller.person();
        row.channel = caller.channel();
        row.clientIp = caller.clientIp();
        row.via = caller.via();
        row.openedAt = now;
        row.seenAt = now;
        row.expiresAt = until == null || until.isAfter(now.plus(longest)) ? now.plus(longest) : until;
        row.logoutHint = logoutHint == null ? null : sealed(token, row.tenant, logoutHint);
        em.persist(row);
        return token;
    }

    /** It may be a token of another house, with which somebody is known there. What is too long is not kept. */
    private String sealed(String token, String tenant, String hint) {
        String sealed = seal.seal(token, about(tenant), hint);
        return sealed.length() > LONGEST_HINT ? null : sealed;
    }

    private static String about(String tenant) {
        return "sign-off of " + tenant;
    }

    /** The live session of a token, noted as in use. */
    Optional<SessionRow> find(String token) {
        Instant now = clock.instant();
        Optional<SessionRow> live = row(token).filter(row -> isLive(row, now));
        live.filter(row -> !now.isBefore(row.seenAt.plus(touch))).ifPresent(row -> noteInUse(row, now));
        return live;
    }

    /** Ends a session; a token that is none is no error. Answers with what he signs off where he was signed on, if he was. */
    Optional<String> close(String token) {
        Optional<SessionRow> row = row(token);
        row.ifPresent(r -> end(r.tenant, r.tokenHash));
        return row.filter(r -> r.logoutHint != null).flatMap(r -> seal.open(token, about(r.tenant), r.logoutHint));
    }

    /** The live sessions of a person, the one last used first. */
    public List<SessionRow> live(String tenant, String person) {
        Instant now = clock.instant();
        return em.createQuery("select s from SessionRow s where s.tenant = :tenant and s.personId = :person order by s.seenAt desc, s.tokenHash",
                SessionRow.class).setParameter("tenant", tenant).setParameter("person", person).getResultStream().filter(row -> isLive(row, now)).toList();
    }

    /** Those of these sessions, as lists name them, that are live. */
    List<String> live(String tenant, Collection<String> ids) {
        Instant now = clock.instant();
        return em.createQuery("select s from SessionRow s where s.tenant = :tenant and s.tokenHash in :ids", SessionRow.class)
                .setParameter("tenant", tenant).setParameter("ids", ids).setHint("eclipselink.read-only", "true").getResultStream()
                .filter(row -> isLive(row, now)).map(row -> row.tokenHash).toList();
    }

    /** The live session that lists name so. */
    public Optional<SessionRow> named(String tenant, String id) {
        return Optional.ofNullable(id).map(named -> em.find(SessionRow.class, new SessionKey(tenant, named))).filter(row -> isLive(row, clock.instant()));
    }

    /** Ends the session that lists name so. */
    public void end(String tenant, String id) {
        em.createQuery("delete from SessionRow s where s.tenant = :tenant and s.tokenHash = :id")
                .setParameter("tenant", tenant).setParameter("id", id).executeUpdate();
    }

    /** Ends all sessions of a person, but for the one that is named, if any. */
    public void endAll(String tenant, String person, String but) {
        em.createQuery("delete from SessionRow s where s.tenant = :tenant and s.personId = :person and s.tokenHash <> :but")
                .setParameter("tenant", tenant).setParameter("person", person).setParameter("but", but == null ? "" : but).executeUpdate();
    }

    private boolean isLive(SessionRow row, Instant now) {
        return now.isBefore(row.expiresAt) && now.isBefore(row.seenAt.plus(idle));
    }

    /** By statement and not by the row, so that two requests at once, or a sign-off meanwhile, are no conflict. */
    private void noteInUse(SessionRow row, Instant now) {
        em.createQuery("update SessionRow s set s.seenAt = :now where s.tenant = :tenant and s.tokenHash = :hash")
                .setParameter("now", now).setParameter("tenant", row.tenant).setParameter("hash", row.tokenHash)
                .executeUpdate();
    }

    private Optional<SessionRow> row(String token) {
        int dot = token == null ? -1 : token.lastIndexOf('.');
        if (dot < 0 || !TenantName.isPossible(token.substring(0, dot))) {
            return Optional.empty();
        }
        return Optional.ofNullable(em.find(SessionRow.class, new SessionKey(token.substring(0, dot), Hashes.sha256(token))));
    }
}
