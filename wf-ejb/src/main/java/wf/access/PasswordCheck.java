package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import wf.access.Elsewhere.Question;
import wf.contract.ErrorCode;
import wf.org.OrgPerson;
import wf.org.source.OrgSources;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.OrgUnavailable;
import wf.store.Transactions;

/**
 * Tells whether a password is somebody's, at the same cost whether there is such a person or not.
 *
 * <p>Tries of one account from one place come one after the other: so the wrong ones are counted before the next is
 * looked at, and a program that starts with twenty requests at once pays for one hash. No connection is held while the
 * hash is computed, and only as many are computed at once as there are processors.
 */
@Singleton
public class PasswordCheck {
    private static final System.Logger LOG = System.getLogger(PasswordCheck.class.getName());

    private final Credentials credentials;
    private final Transactions transactions;
    private final OrgSources sources;
    private final InstantSource clock;
    private final int iterations;
    private final Duration age;
    private final PasswordHash nobody;
    private final RememberedPasswords remembered;
    private final Lockout lockout;
    private final Elsewhere elsewhere;
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final Object[] lanes = new Object[256];

    @Inject
    public PasswordCheck(Credentials credentials, Transactions transactions, OrgSources sources, Settings settings) {
        this(credentials, transactions, sources, settings, InstantSource.system());
    }

    /** With a clock of its own, for tests. */
    public PasswordCheck(Credentials credentials, Transactions transactions, OrgSources sources, Settings settings,
            InstantSource clock) {
        this.credentials = credentials;
        this.transactions = transactions;
        this.sources = sources;
        this.clock = clock;
        this.iterations = settings.number(Setting.PASSWORD_ITERATIONS);
        this.age = settings.time(Setting.PASSWORD_DAYS, ChronoUnit.DAYS);
        this.nobody = PasswordHash.nobody(iterations);
        this.remembered = new RememberedPasswords(
                settings.time(Setting.PASSWORD_REMEMBER_SECONDS, ChronoUnit.SECONDS),
                settings.number(Setting.PASSWORD_REMEMBER_SIZE), clock);
        this.lockout = new Lockout(settings.number(Setting.LOCKOUT_FAILURES),
                settings.number(Setting.LOCKOUT_PLACE_FAILURES), settings.number(Setting.LOCKOUT_ACCOUNT_FAILURES),
                settings.time(Setting.LOCKOUT_MAXIMUM_SECONDS, ChronoUnit.SECONDS), clock);
        this.elsewhere = new Elsewhere(2 * settings.number(Setting.LDAP_CONNECTIONS), clock);
        Arrays.setAll(lanes, lane -> new Object());
    }

    /** Whether the password is this person's; refuses if the account has to wait. */
    boolean isRight(Account account, Optional<OrgPerson> person, String password, String clientIp, Locale locale) {
        Optional<OrgPerson> loaded = person.filter(p -> p.source() != null);
        Question right = loaded.isPresent() ? () -> isRightElsewhere(account, loaded.get(), password, locale)
                : () -> verify(account, person, password, Address.place(clientIp), locale);
        Question inTurn = () -> inTurn(account, clientIp, locale, right);
        try {
            return loaded.isPresent() ? elsewhere.ask(inTurn) : inTurn.isRight();
        } catch (OrgUnavailable e) {
            LOG.log(System.Logger.Level.WARNING, "The password of {0} cannot be checked: {1}", account, e.getMessage());
            throw Refused.because(ErrorCode.UNAVAILABLE, Messages.text(locale, "access.elsewhere.down"));
        }
    }

    private boolean inTurn(Account account, String clientIp, Locale locale, Question question) throws OrgUnavailable {
        String place = Address.place(clientIp);
        synchronized (lanes[Math.floorMod(account.hashCode() * 31 + place.hashCode(), lanes.length)]) {
            refuseWhileWaiting(account, place, locale);
            boolean right = question.isRight();
            if (right) {
                lockout.succeeded(account, place);
            } else {
                lockout.failed(account, place);
                LOG.log(System.Logger.Level.INFO, "Wrong password for {0} from {1}", account, place);
            }
            return right;
        }
    }

    /** Whether the person has had his password for longer than it counts; one that is kept elsewhere expires there. */
    boolean hasExpired(String tenant, String person) {
        return !age.isZero() && transactions.required(() -> credentials.changedAt(tenant, person))
                .filter(changed -> !clock.instant().isBefore(changed.plus(age))).isPresent();
    }

    /** Forgets what was verified of an account. */
    void forget(Account account) {
        remembered.forget(account);
    }

    /** Hashes a new password, to be stored. */
    public String hash(String password) {
        return PasswordHash.of(password, iterations).stored();
    }

    private void refuseWhileWaiting(Account account, String place, Locale locale) {
        Duration wait = lockout.waitFor(account, place);
        if (!wait.isZero()) {
            throw Refused.because(ErrorCode.TOO_MANY, Messages.text(locale, "access.wait", wait.toSeconds() + 1));
        }
    }

    private boolean verify(Account account, Optional<OrgPerson> person, String password, String place, Locale locale) {
        long version = person.map(OrgPerson::version).orElse(-1L);
        if (person.isPresent() && remembered.knows(account, version, password)) {
            return true;
        }
        Optional<PasswordHash> stored = person.flatMap(found -> transactions.required(
                () -> credentials.stored(account.tenant(), found.id()))).map(PasswordHash::parse);
        if (!compute(stored.orElse(nobody), password, locale, () -> refuseWhileWaiting(account, place, locale)) || stored.isEmpty()) {
            return false;
        }
        remembered.remember(account, version, password);
        if (stored.get().iterations() < iterations) {
            strengthen(account.tenant(), person.get().id(), password);
        }
        return true;
    }

    /**
     * Whoever came from elsewhere is checked there and never here, and nothing of it is remembered: who is locked out there is
     * locked out here. A wrong password costs the hash besides, as that of somebody unknown does.
     */
    private boolean isRightElsewhere(Account account, OrgPerson person, String password, Locale locale) throws OrgUnavailable {
        return sources.isRight(account.tenant(), person.source(), person.id(), person.loginName(), password) || compute(nobody, password, locale, () -> { });
    }

    private void strengthen(String tenant, String person, String password) {
        String stronger = hash(password);
        transactions.required(() -> {
            credentials.strengthen(tenant, person, stronger);
            return null;
        });
    }

    /** @param before asked again when it is its turn: of many who come at once most wait, and what the first ones tried counts for them */
    private boolean compute(PasswordHash hash, String password, Locale locale, Runnable before) {
        boolean turn = false;
        try {
            turn = processors.tryAcquire(10, TimeUnit.SECONDS);
            if (!turn) {
                throw Refused.because(ErrorCode.TOO_MANY, Messages.text(locale, "access.busy"));
            }
            before.run();
            return hash.fits(password);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.because(ErrorCode.UNAVAILABLE, Messages.text(locale, "access.busy"));
        } finally {
            if (turn) {
                processors.release();
            }
        }
    }
}
