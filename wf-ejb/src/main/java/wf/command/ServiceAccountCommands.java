package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import wf.access.Caller;
import wf.access.KnownOperations;
import wf.access.Service;
import wf.access.ServiceAccountRow;
import wf.access.ServiceAccounts;
import wf.access.ServiceKey;
import wf.access.ServiceKeyRow;
import wf.access.SignOn;
import wf.contract.AccessReply;
import wf.contract.AccessRequest;
import wf.contract.ErrorCode;
import wf.contract.IssueServiceKeyRequest;
import wf.contract.PutServiceAccountRequest;
import wf.contract.ServiceAccountInfo;
import wf.contract.ServiceAccountList;
import wf.contract.ServiceKeyInfo;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Right;
import wf.store.Transactions;

/** Says which programs act for whom and with what, and gives them keys (§10.1, §10.6). */
@Singleton
public class ServiceAccountCommands {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final Pattern PERSONS = Pattern.compile("\\*|(user|group|dept|post):[^,\\p{Cntrl}]{1,64}");
    private static final Pattern OPERATION = Pattern.compile("\\*|[a-zA-Z]{1,60}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LIST = 4_000;
    private static final int MOST_KEYS = 5;
    private static final int DAYS = 365;
    private static final int MOST_DAYS = 400;
    private static final int MOST_GRACE = 7 * 24 * 60;

    private final ServiceAccounts accounts;
    private final AccessWrites writes;
    private final ServiceGuard guard;
    private final Views views;
    private final Provider<KnownOperations> known;
    private final Transactions transactions;
    private final InstantSource clock;

    /** @param known asked late: whoever knows all operations knows those of service accounts, too */
    @Inject
    public ServiceAccountCommands(ServiceAccounts accounts, AccessWrites writes, ServiceGuard guard, Views views, Provider<KnownOperations> known,
            Transactions transactions, InstantSource clock) {
        this.accounts = accounts;
        this.writes = writes;
        this.guard = guard;
        this.views = views;
        this.known = known;
        this.transactions = transactions;
        this.clock = clock;
    }

    public ServiceAccountList list(Caller caller) {
        writes.must(caller, Right.SERVICE_ACCOUNT);
        ServiceAccountList list = new ServiceAccountList();
        accounts.all(caller.tenant()).forEach(row -> list.serviceAccounts.add(info(row)));
        return list;
    }

    public ServiceAccountInfo get(Caller caller, String account) {
        writes.must(caller, Right.SERVICE_ACCOUNT);
        return info(existing(caller, account, accounts.row(caller.tenant(), possible(account))));
    }

    public AccessReply put(Caller caller, String account, PutServiceAccountRequest request) {
        return written(caller, "putServiceAccount", account, account, request, reply -> {
            Locale locale = caller.locale();
            Inputs.require(account != null && ID.matcher(account).matches(), locale, "SERVICE_ID", account);
            Optional<ServiceAccountRow> before = accounts.locked(caller.tenant(), account);
            Inputs.require(before.isPresent() || request.name != null, locale, "GIVEN", "name");
            ServiceAccountRow row = before.orElseGet(() -> fresh(caller.tenant(), account));
            String name = request.name == null ? row.name : name(request.name, locale);
            String persons = request.persons == null ? row.persons : joined(request.persons, PERSONS, "persons", locale);
            String operations = request.operations == null ? row.operations : operations(request.operations, locale);
            boolean enabled = request.enabled == null ? row.enabled : request.enabled;
            guard.mayActAs(caller, persons);
            reply.serviceAccount = info(row, name, enabled, persons, operations);
            return () -> {
                row.name = name;
                row.persons = persons;
                row.operations = operations;
                row.enabled = enabled;
                accounts.put(row, caller.person());
                reply.serviceAccount = info(row);
            };
        });
    }

    /** Whoever signs on after it is committed meets the account as it then is. */
    private AccessReply written(Caller caller, String operation, String account, Object about, AccessRequest request, Function<AccessReply, Runnable> decide) {
        return writes.once(caller, operation, about, request, reply -> {
            Runnable store = decide.apply(reply);
            return () -> {
                store.run();
                transactions.afterCommit(() -> accounts.changed(caller.tenant(), account));
            };
        });
    }

    private String operations(List<String> named, Locale locale) {
        String operations = joined(named, OPERATION, "operations", locale);
        Arrays.stream(operations.split(",")).filter(o -> !o.isEmpty() && !o.equals(Service.ALL))
                .forEach(o -> Inputs.require(known.get().has(o), locale, "SERVICE_OPERATION", o));
        return operations;
    }

    /** A key, and with it the end of the one that it replaces. */
    public AccessReply issueKey(Caller caller, String account, IssueServiceKeyRequest request) {
        SignOn.mustBeForNobodyElse(caller);
        return written(caller, "issueServiceKey", account, account, request, reply -> {
            Locale locale = caller.locale();
            int days = request.days == null ? DAYS : request.days;
            boolean forDigests = Boolean.TRUE.equals(request.digest);
            int grace = request.graceMinutes == null ? 0 : request.graceMinutes;
            Inputs.require(days >= 1 && days <= MOST_DAYS, locale, "BETWEEN", "days", 1, MOST_DAYS);
            Inputs.require(grace >= 0 && grace <= MOST_GRACE, locale, "BETWEEN", "graceMinutes", 0, MOST_GRACE);
            ServiceAccountRow row = toChange(caller, account);
            guard.mayActAs(caller, row.persons);
            Optional<ServiceKeyRow> replaced = Optional.ofNullable(request.replaces).map(key -> live(caller, account, key));
            long kept = live(caller.tenant(), account).stream().filter(key -> !key.id.equals(request.replaces) || grace > 0).count();
            if (kept >= MOST_KEYS) {
                throw Refused.because(ErrorCode.QUOTA, Messages.text(locale, "reject.SERVICE_KEYS", MOST_KEYS));
            }
            reply.serviceAccount = info(row);
            return () -> {
                replaced.ifPresent(key -> end(key, grace, caller));
                ServiceKey issued = accounts.issue(caller.tenant(), account, days, forDigests, locale, caller.person());
                reply.serviceAccount = info(row);
                reply.key = issued.text();
            };
        });
    }

    /** The key opens nothing from now on. */
    public AccessReply endKey(Caller caller, String account, String keyId, AccessRequest request) {
        return written(caller, "endServiceKey", account, account + " " + keyId, request, reply -> {
            ServiceAccountRow row = toChange(caller, account);
            ServiceKeyRow key = live(caller, account, keyId);
            reply.serviceAccount = info(row);
            return () -> {
                end(key, 0, caller);
                reply.serviceAccount = info(row);
            };
        });
    }

    private void end(ServiceKeyRow key, int graceMinutes, Caller caller) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (graceMinutes == 0) {
            key.endedAt = at;
            key.endedBy = caller.person();
        } else if (at.plus(graceMinutes, ChronoUnit.MINUTES).isBefore(key.expiresAt)) {
            key.expiresAt = at.plus(graceMinutes, ChronoUnit.MINUTES);
        }
    }

    private ServiceAccountRow toChange(Caller caller, String account) {
        return existing(caller, account, accounts.locked(caller.tenant(), possible(account)));
    }

    /** What no account can be called is looked for as nothing: some databases refuse certain characters with an error. */
    private static String possible(String account) {
        return account != null && ID.matcher(account).matches() ? account : "";
    }

    private static ServiceAccountRow existing(Caller caller, String account, Optional<ServiceAccountRow> found) {
        return found.orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND, Messages.text(caller.locale(), "reject.NO_SERVICE_ACCOUNT", account)));
    }

    private ServiceKeyRow live(Caller caller, String account, String keyId) {
        return live(caller.tenant(), account).stream().filter(key -> key.id.equals(keyId)).findFirst()
                .orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND, Messages.text(caller.locale(), "reject.NO_SERVICE_KEY", account, keyId)));
    }

    private List<ServiceKeyRow> live(String tenant, String account) {
        return accounts.keys(tenant, account).stream().filter(key -> key.isLive(clock.instant())).toList();
    }

    private static ServiceAccountRow fresh(String tenant, String account) {
        ServiceAccountRow row = new ServiceAccountRow();
        row.tenant = tenant;
        row.id = account;
        row.enabled = true;
        row.persons = "";
        row.operations = "";
        return row;
    }

    private static String name(String sent, Locale locale) {
        Inputs.require(!sent.isBlank() && sent.codePoints().noneMatch(Character::isISOControl), locale, "GIVEN", "name");
        Inputs.require(sent.strip().length() <= LONGEST_NAME, locale, "TEXT_TOO_LONG", "name", LONGEST_NAME);
        return sent.strip();
    }

    private static String joined(List<String> sent, Pattern form, String field, Locale locale) {
        TreeSet<String> words = new TreeSet<>();
        sent.stream().filter(Objects::nonNull).map(String::strip).filter(word -> !word.isEmpty()).forEach(word -> {
            Inputs.require(form.matcher(word).matches(), locale, "SERVICE_SCOPE", word, field);
            words.add(word);
        });
        String joined = String.join(",", words);
        Inputs.require(joined.length() <= LONGEST_LIST, locale, "TEXT_TOO_LONG", field, LONGEST_LIST);
        return joined;
    }

    private ServiceAccountInfo info(ServiceAccountRow row) {
        return info(row, row.name, row.enabled, row.persons, row.operations);
    }

    private ServiceAccountInfo info(ServiceAccountRow row, String name, boolean enabled, String persons, String operations) {
        ServiceAccountInfo info = new ServiceAccountInfo();
        info.id = row.id;
        info.name = name;
        info.enabled = enabled;
        info.persons = words(persons);
        info.operations = words(operations);
        accounts.keys(row.tenant, row.id).forEach(key -> info.keys.add(info(key)));
        info.changedAt = views.date(row.changedAt);
        info.changedBy = row.changedBy;
        return info;
    }

    private ServiceKeyInfo info(ServiceKeyRow key) {
        ServiceKeyInfo info = new ServiceKeyInfo();
        info.id = key.id;
        info.issuedAt = views.date(key.issuedAt);
        info.issuedBy = key.issuedBy;
        info.expiresAt = views.date(key.expiresAt);
        info.endedAt = views.date(key.endedAt);
        info.endedBy = key.endedBy;
        info.live = key.isLive(clock.instant());
        info.digest = key.sealedSecret != null;
        return info;
    }

    private static List<String> words(String joined) {
        return new ArrayList<>(joined.isEmpty() ? List.of() : List.of(joined.split(",")));
    }
}
