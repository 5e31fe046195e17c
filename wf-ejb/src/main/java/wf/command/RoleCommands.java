package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import wf.access.Authority;
import wf.access.Caller;
import wf.access.Separation;
import wf.contract.AccessReply;
import wf.contract.AccessRequest;
import wf.contract.ErrorCode;
import wf.contract.PutRoleRequest;
import wf.contract.RightInfo;
import wf.contract.RoleInfo;
import wf.contract.RoleList;
import wf.org.Organisation;
import wf.org.Role;
import wf.org.RoleRow;
import wf.org.RoleStore;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Right;
import wf.store.Transactions;

/** The roles of a tenant (§10.2): what they let their holders administer. */
@Singleton
public class RoleCommands {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,39}");
    private static final int LONGEST_NAME = 100;

    private final RoleStore store;
    private final RoleGuard guard;
    private final Separation separation;
    private final AccessWrites writes;
    private final Directories directories;
    private final Organisation organisation;
    private final Transactions transactions;
    private final InstantSource clock;

    @Inject
    public RoleCommands(RoleStore store, RoleGuard guard, Separation separation, AccessWrites writes, Directories directories, Organisation organisation,
            Transactions transactions, InstantSource clock) {
        this.store = store;
        this.guard = guard;
        this.separation = separation;
        this.writes = writes;
        this.directories = directories;
        this.organisation = organisation;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For those who manage roles, and those who look at what they do. */
    public RoleList list(Caller caller) {
        GrantCommands.mustRead(Authority.of(directories, caller));
        RoleList list = new RoleList();
        store.roles(caller.tenant()).forEach(r -> list.roles.add(info(r, caller.locale())));
        Arrays.stream(Right.values()).forEach(r -> list.rights.add(info(r, caller.locale())));
        list.separation = separation.isOn();
        return list;
    }

    public AccessReply put(Caller caller, String code, PutRoleRequest request) {
        return writes.once(caller, "putRole", code, request, reply -> {
            Locale locale = caller.locale();
            hold(caller, code);
            Optional<RoleRow> before = store.role(caller.tenant(), code);
            RoleRow row = before.orElseGet(() -> fresh(caller.tenant(), code));
            Role said = new Role(code, name(request.nameZh, row.nameZh, "nameZh", locale), name(request.nameEn, row.nameEn, "nameEn", locale),
                    request.rights == null ? before.map(Role::of).map(Role::rights).orElse(Set.of()) : rights(request.rights, locale));
            guard.mayBeSaid(caller, said);
            reply.role = info(said, locale);
            return () -> {
                row.nameZh = said.nameZh();
                row.nameEn = said.nameEn();
                row.rights = said.codes();
                row.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
                row.changedBy = caller.person();
                store.put(row);
                transactions.afterCommit(() -> organisation.changed(caller.tenant()));
            };
        });
    }

    /** From now on the role is the caller's alone, who may change it. */
    private void hold(Caller caller, String code) {
        Authority.of(directories, caller).must(Right.ROLE_MANAGE);
        Inputs.require(code != null && CODE.matcher(code).matches(), caller.locale(), "ROLE_CODE", code);
        mustBeOwn(code, caller.locale());
        store.hold(caller.tenant());
    }

    /** Nobody may have it any more: what goes with it is taken away on purpose, grant by grant. */
    public AccessReply delete(Caller caller, String code, AccessRequest request) {
        return writes.once(caller, "deleteRole", code, request, reply -> {
            Locale locale = caller.locale();
            hold(caller, code);
            RoleRow row = store.role(caller.tenant(), code).orElseThrow(() -> unknown(code, locale));
            long granted = store.grants(caller.tenant()).stream().filter(g -> g.role.equals(code)).count();
            if (granted > 0) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(locale, "reject.ROLE_GRANTED", code, granted));
            }
            reply.role = info(Role.of(row), locale);
            return () -> {
                store.remove(row);
                transactions.afterCommit(() -> organisation.changed(caller.tenant()));
            };
        });
    }

    static Refused unknown(String code, Locale locale) {
        return Refused.because(ErrorCode.NOT_FOUND, Messages.text(locale, "reject.NO_ROLE", code));
    }

    private static void mustBeOwn(String code, Locale locale) {
        if (Role.BUILT_IN.stream().anyMatch(r -> r.code().equals(code))) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(locale, "reject.ROLE_BUILT_IN", code));
        }
    }

    private static RoleRow fresh(String tenant, String code) {
        RoleRow row = new RoleRow();
        row.tenant = tenant;
        row.id = code;
        return row;
    }

    private static Set<Right> rights(List<String> codes, Locale locale) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String code : codes) {
            if (code != null && !code.isBlank()) {
                rights.add(Right.named(code.strip()).orElseThrow(() -> Refused.because(ErrorCode.INVALID_INPUT,
                        Messages.text(locale, "reject.NO_RIGHT", code.strip()))));
            }
        }
        return rights;
    }

    private static String name(String sent, String before, String field, Locale locale) {
        Inputs.require(sent != null || before != null, locale, "GIVEN", field);
        if (sent == null) {
            return before;
        }
        Inputs.require(!sent.isBlank() && sent.codePoints().noneMatch(Character::isISOControl), locale, "GIVEN", field);
        Inputs.require(sent.strip().length() <= LONGEST_NAME, locale, "TEXT_TOO_LONG", field, LONGEST_NAME);
        return sent.strip();
    }

    private static RoleInfo info(Role role, Locale locale) {
        RoleInfo info = new RoleInfo();
        info.code = role.code();
        info.name = role.name(locale);
        info.nameZh = role.name(Locale.CHINESE);
        info.nameEn = role.name(Locale.ENGLISH);
        info.rights = new ArrayList<>(role.rights().stream().sorted().map(Right::code).toList());
        info.builtIn = role.isBuiltIn();
        return info;
    }

    private static RightInfo info(Right right, Locale locale) {
        RightInfo info = new RightInfo();
        info.code = right.code();
        info.name = Authority.name(right, locale);
        info.duty = right.duty().name();
        info.limitable = right.isLimitable();
        info.operations = new ArrayList<>(new TreeSet<>(right.operations()));
        return info;
    }

}
