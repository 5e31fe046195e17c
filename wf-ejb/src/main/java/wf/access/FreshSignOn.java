package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;

/**
 * Signs on by a {@link UsernameToken}: as by any password, with the same waits for whoever guesses, and besides each message counts
 * once and soon. A program puts its key in the place of the password, and names the person whom it acts for. A message travels further than a line of HTTP, over queues and through logs, and whoever finds it must not
 * be able to send it again.
 */
@Singleton
public class FreshSignOn {
    /** How long a message counts, and by how much the clock of its sender may be ahead. */
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final int LONGEST_NONCE = 400;

    private final SignOn signOn;
    private final UsedNonces used;
    private final InstantSource clock;

    @Inject
    public FreshSignOn(SignOn signOn, UsedNonces used, InstantSource clock) {
        this.signOn = signOn;
        this.used = used;
        this.clock = clock;
    }

    /** The password is looked at before the nonce, or anybody could fill the table of used ones. */
    public Caller byToken(UsernameToken token, String channel, String clientIp, Locale locale) {
        if (token.nonce() == null || token.nonce().isBlank() || token.nonce().length() > LONGEST_NONCE || token.created() == null) {
            throw refused(locale, "access.fresh.bare");
        }
        Instant now = clock.instant();
        Instant until = token.created().plus(LIFE);
        if (!now.isBefore(until) || token.created().isAfter(now.plus(AHEAD))) {
            throw refused(locale, "access.fresh.old", token.created().truncatedTo(ChronoUnit.SECONDS), now.truncatedTo(ChronoUnit.SECONDS));
        }
        Caller caller = caller(token, channel, clientIp, locale);
        if (!used.use(caller, token.nonce(), until)) {
            throw refused(locale, "access.fresh.used");
        }
        return caller;
    }

    /** A key that was cut off or written wrong is none of the person's wrong passwords. */
    private Caller caller(UsernameToken token, String channel, String clientIp, Locale locale) {
        if (token.isDigest()) {
            return signOn.byDigest(token, channel, clientIp, locale);
        }
        if (!ServiceKey.isMeant(token.password())) {
            return signOn.byPassword(token.loginName(), token.password(), channel, clientIp, locale);
        }
        ServiceKey key = ServiceKey.ofText(token.password().strip()).orElseThrow(() -> refused(locale, "access.key"));
        return signOn.byKey(key, token.loginName(), channel, clientIp, locale);
    }

    private static Refused refused(Locale locale, String key, Object... arguments) {
        return Refused.because(ErrorCode.UNAUTHENTICATED, Messages.text(locale, key, arguments));
    }
}
