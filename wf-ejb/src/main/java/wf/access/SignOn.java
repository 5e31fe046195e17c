package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.org.OrgPerson;
import wf.org.Organisation;
import wf.org.TenantName;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.LoginClaim;
import wf.store.Transactions;

/**
 * Finds out who calls: by password for programs and for the login form, by session for browsers.
 *
 * <p>Every way ends at an enabled person of the organisation as it is now; a disabled one is refused within seconds,
 * whatever he still holds. All failures look alike to the caller. It needs no transaction around it, and calls it from
 * one only where waiting for a hash does no harm.
 */
@Singleton
public class SignOn {
    /** Of a tenant and a login name in it; longer ones are nobody's, and are remembered nowhere. */
    private static final int LONGEST_NAME = 200;

    private static final System.Logger LOG = System.getLogger(SignOn.class.getName());

    private final Organisation organisation;
    private final PasswordCheck passwords;
    private final PasswordPolicy policy;
    private final Credentials credentials;
    private final Sessions sessions;
    private final ServiceAccounts services;
    private final EntryTokens entries;
    private final Transactions transactions;
    private final String defaultTenant;
    private final InstantSource clock;

    @Inject
    public SignOn(Organisation organisation, PasswordCheck passwords, PasswordPolicy policy, Credentials credentials,
            Sessions sessions, ServiceAccounts services, EntryTokens entries, Transactions transactions, Settings settings) {
        this.organisation = organisation;
        this.passwords = passwords;
        this.policy = policy;
        this.credentials = credentials;
        this.sessions = sessions;
        this.services = services;
        this.entries = entries;
        this.transactions = transactions;
        this.defaultTenant = settings.text(Setting.TENANT_DEFAULT);
        this.clock = InstantSource.system();
    }

    /** Signs on by {@code login} or {@code tenant/login} and password, which has not expired. */
    public Caller byPassword(String loginName, String password, String channel, String clientIp, Locale locale) {
        Caller caller = byRightPassword(loginName, password, channel, clientIp, locale);
        if (passwords.hasExpired(caller.tenant(), caller.person())) {
            throw Refused.because(ErrorCode.PASSWORD_EXPIRED, Messages.text(locale, "access.expired"));
        }
        return caller;
    }

    /** Signs on by a password, expired or not, and puts a new one in its place. */
    public Caller byNewPassword(String loginName, String password, String newPassword, String channel, String clientIp, Locale locale) {
        Caller caller = byRightPassword(loginName, password, channel, clientIp, locale);
        changePassword(caller, password, newPassword);
        return caller;
    }

    private Caller byRightPassword(String loginName, String password, String channel, String clientIp, Locale locale) {
        if (loginName == null || loginName.length() > LONGEST_NAME || password == null || password.length() > PasswordPolicy.LONGEST) {
            throw unauthenticated(locale, "access.wrong");
        }
        Account account = Account.parse(loginName, defaultTenant);
        Optional<OrgPerson> person = organisation.of(account.tenant()).personByLogin(account.loginName());
        if (!passwords.isRight(account, person, password, clientIp, locale)) {
            throw unauthenticated(locale, "access.wrong");
        }
        return new Caller(account.tenant(), person.orElseThrow().id(), channel, clientIp, locale);
    }

    /**
     * Signs a program on that acts for a person.
     *
     * @param person his id; whether there is nobody of it or he may not be acted for is told alike
     */
    public Caller byKey(ServiceKey key, String person, String channel, String clientIp, Locale locale) {
        ServiceAccount account = services.opened(key, transactions).orElseThrow(() -> wrongKey(key, clientIp, locale));
        return Optional.ofNullable(person).flatMap(organisation.of(account.tenant())::person).filter(account::mayActAs)
                .map(found -> new Caller(account.tenant(), found.id(), channel, clientIp, locale, account.service(), null))
                .orElseThrow(() -> Refused.because(ErrorCode.FORBIDDEN, Messages.text(locale, "access.acting", account.id())));
    }

    /** Signs a program on by the digest of its key, under the {@link DigestName name} of the person and of that key. */
    public Caller byDigest(UsernameToken token, String channel, String clientIp, Locale locale) {
        DigestName name = DigestName.of(token.loginName()).orElseThrow(() -> unauthenticated(locale, "access.digest"));
        ServiceKey key = transactions.required(() -> services.forDigest(name)).filter(k -> token.isDigestOf(k.text())).orElseThrow(() -> {
            LOG.log(System.Logger.Level.INFO, "Wrong digest of key {0}, or one that was not issued for digests, from {1}", name.keyId(), Address.place(clientIp));
            return unauthenticated(locale, "access.key");
        });
        return byKey(key, name.person(), channel, clientIp, locale);
    }

    private static Refused wrongKey(ServiceKey key, String clientIp, Locale locale) {
        LOG.log(System.Logger.Level.INFO, "Wrong, expired or ended {0} from {1}", key, Address.place(clientIp));
        return unauthenticated(locale, "access.key");
    }

    /** Signs on whom somebody else has signed on; all whom we do not know are told alike. */
    public Caller byClaim(LoginClaim claim, String channel, String clientIp, Locale locale) {
        String tenant = claim.tenant() == null ? defaultTenant : claim.tenant();
        return Optional.ofNullable(claim.loginName()).filter(name -> TenantName.isPossible(tenant))
                .flatMap(name -> organisation.of(tenant).personByLogin(name))
                .map(person -> new Caller(tenant, person.id(), channel, clientIp, locale))
                .orElseThrow(() -> unauthenticated(locale, "access.filter"));
    }

    /** Signs on whom the container has signed on, as {@code login} or {@code tenant/login}. */
    public Caller byContainer(String principal, String channel, String clientIp, Locale locale) {
        Account account = Account.parse(principal, defaultTenant);
        return byClaim(LoginClaim.shown(account.tenant(), account.loginName()), channel, clientIp, locale);
    }

    /** Whether this is a page of our own, to which a browser may be sent. */
    public static boolean isOwnPage(String target) {
        return Entry.isOwnPage(target);
    }

    /** A token with which the person whom a program acts for comes in to a page, once. */
    public EntryTokens.Issued issueEntryToken(Caller caller, String target) {
        mustBeForNobodyElse(caller);
        if (caller.service() == null || caller.session() != null) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "access.entry.program"));
        } else if (!Entry.isOwnPage(target)) {
            throw Refused.because(ErrorCode.INVALID_INPUT, Messages.text(caller.locale(), "access.entry.target"));
        }
        return transactions.required(() -> entries.issue(caller, target));
    }

    /** Signs a person on by such a token; from now on it is none, whatever comes of it. */
    public Caller byEntryToken(String token, String target, String clientIp, Locale locale) {
        Optional<ServiceAccount> account = Optional.empty();
        Optional<Entry> entry = transactions.required(() -> entries.use(token, target));
        if (entry.isPresent()) {
            account = transactions.required(() -> services.enabled(entry.get().tenant(), entry.get().account()));
        }
        return account.filter(a -> a.service().mayCall("issueEntryToken"))
                .flatMap(a -> organisation.of(a.tenant()).person(entry.get().person()).filter(a::mayActAs)
                        .map(person -> new Caller(a.tenant(), person.id(), "UI", clientIp, locale, letInBy(a.id()), null)))
                .orElseThrow(() -> unauthenticated(locale, "access.token"));
    }

    /** In the browser he may what he may; what he does still says who let him in. */
    private static Service letInBy(String account) {
        return new Service(account, Set.of(Service.ALL));
    }

    /** Signs on by the token of a session. */
    public Caller bySession(String token, String clientIp, Locale locale) {
        return transactions.required(() -> sessions.find(token))
                .filter(this::isStillIn)
                .map(session -> new Caller(session.tenant, session.personId, session.channel, clientIp, locale,
                        session.via == null ? null : letInBy(session.via), session.tokenHash))
                .orElseThrow(() -> unauthenticated(locale, "access.session"));
    }

    /** The person is there, and so is the program that let him in, if one did, and may still act for him. */
    private boolean isStillIn(SessionRow session) {
        Optional<OrgPerson> person = organisation.of(session.tenant).person(session.personId);
        return person.isPresent() && (session.via == null
                || transactions.required(() -> services.enabled(session.tenant, session.via)).filter(a -> a.mayActAs(person.get())).isPresent());
    }

    /** Opens a session for somebody who has signed on; the answer is its token. */
    public String openSession(Caller caller) {
        return transactions.required(() -> sessions.open(caller));
    }

    /** Opens a session for somebody whom others have signed on; it does not outlive what he has shown. */
    public String openSession(Caller caller, LoginClaim claim) {
        return transactions.required(() -> sessions.open(caller, claim.until(), claim.signOff()));
    }

    /** Ends a session; a token that is none is no error. */
    public void closeSession(String token) {
        signOff(token);
    }

    /** The same; answers with what he signs off where he was signed on, if he was. */
    public Optional<String> signOff(String token) {
        return transactions.required(() -> sessions.close(token));
    }

    /** Changes the caller's own password and ends all his sessions; a browser has to open a new one. */
    public void changePassword(Caller caller, String oldPassword, String newPassword) {
        mustBeHimself(caller);
        Optional<OrgPerson> person = organisation.of(caller.tenant()).person(caller.person());
        if (person.map(OrgPerson::source).isPresent()) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "access.elsewhere.change"));
        }
        Account account = new Account(caller.tenant(), person.map(OrgPerson::loginName).orElse(caller.person()));
        if (oldPassword == null || oldPassword.length() > PasswordPolicy.LONGEST
                || !passwords.isRight(account, person, oldPassword, caller.clientIp(), caller.locale())) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "access.old"));
        }
        policy.check(account.loginName(), oldPassword, newPassword, caller.locale());
        String stored = passwords.hash(newPassword);
        transactions.required(() -> {
            credentials.change(caller.tenant(), caller.person(), stored, clock.instant());
            sessions.endAll(caller.tenant(), caller.person(), null);
            transactions.afterCommit(() -> {
                passwords.forget(account);
                organisation.changed(caller.tenant());
            });
            return null;
        });
    }

    /** What is secret is told to whoever asks and waits, and not to a queue that others may read. */
    public static void mustBeForNobodyElse(Caller caller) {
        if ("JMS".equals(caller.channel())) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "access.queue"));
        }
    }

    /** What nobody does through a program, whatever that is allowed. */
    public static void mustBeHimself(Caller caller) {
        if (caller.service() != null) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "access.service.never"));
        }
    }

    private static Refused unauthenticated(Locale locale, String key) {
        return Refused.because(ErrorCode.UNAUTHENTICATED, Messages.text(locale, key));
    }
}
