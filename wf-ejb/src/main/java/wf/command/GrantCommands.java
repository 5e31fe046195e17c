package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import wf.access.Authority;
import wf.access.Caller;
import wf.access.Separation;
import wf.contract.AccessReply;
import wf.contract.AccessRequest;
import wf.contract.ErrorCode;
import wf.contract.GrantRoleRequest;
import wf.contract.RoleConflict;
import wf.contract.RoleGrant;
import wf.contract.RoleGrantList;
import wf.org.OrgStore;
import wf.org.Organisation;
import wf.org.Role;
import wf.org.RoleGrantRow;
import wf.org.RoleStore;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.runtime.Hierarchy;
import wf.runtime.Reach;
import wf.runtime.Right;
import wf.store.Transactions;

/** Who has which role, and how far (§10.2). Whoever manages roles for a department or category sees and gives those within it. */
@Singleton
public class GrantCommands {
    private static final Pattern HOLDER = Pattern.compile("(user|group|dept|post):[^,\\p{Cntrl}]{1,64}");

    private final RoleStore store;
    private final RoleGuard guard;
    private final Separation separation;
    private final AccessWrites writes;
    private final OrgStore people;
    private final Categories categories;
    private final Directories directories;
    private final Organisation organisation;
    private final Transactions transactions;
    private final Views views;
    private final InstantSource clock;

    @Inject
    public GrantCommands(RoleStore store, RoleGuard guard, Separation separation, AccessWrites writes, OrgStore people, Categories categories,
            Directories directories, Organisation organisation, Transactions transactions, Views views, InstantSource clock) {
        this.store = store;
        this.guard = guard;
        this.separation = separation;
        this.writes = writes;
        this.people = people;
        this.categories = categories;
        this.directories = directories;
        this.organisation = organisation;
        this.transactions = transactions;
        this.views = views;
        this.clock = clock;
    }

    /** Those who manage roles, and those who look at what they do. */
    static void mustRead(Authority authority) {
        if (!authority.may(Right.AUDIT_READ)) {
            authority.mustSomewhere(Right.ROLE_MANAGE);
        }
    }

    /** @param personId only those that count for him, his own and those of his groups, departments and posts; null for all */
    public RoleGrantList list(Caller caller, String role, String personId) {
        Authority authority = Authority.of(directories, caller);
        mustRead(authority);
        Directory directory = directories.of(caller.tenant());
        List<RoleGrantRow> all = store.grants(caller.tenant());
        List<Role> roles = store.roles(caller.tenant());
        Set<String> his = personId == null ? null : directory.member(personId).map(m -> m.memberships()).orElse(Set.of());
        RoleGrantList list = new RoleGrantList();
        all.stream().filter(g -> role == null || g.role.equals(role)).filter(g -> his == null || his.contains(g.holder))
                .filter(g -> authority.may(Right.AUDIT_READ) || authority.rights().covers(Right.ROLE_MANAGE, reach(directory, g)))
                .forEach(g -> list.grants.add(view(caller, g, roles)));
        if (authority.may(Right.AUDIT_READ) || authority.may(Right.ROLE_MANAGE)) {
            separation.conflicts(directory, roles, all).forEach(c -> list.conflicts.add(view(directory, c)));
        }
        return list;
    }

    public AccessReply grant(Caller caller, GrantRoleRequest request) {
        return writes.once(caller, "grantRole", "", request, reply -> {
            Locale locale = caller.locale();
            Inputs.require(request.role != null && !request.role.isBlank(), locale, "GIVEN", "role");
            Inputs.require(request.holder != null && HOLDER.matcher(request.holder).matches(), locale, "GRANT_HOLDER", request.holder);
            store.hold(caller.tenant());
            List<Role> roles = store.roles(caller.tenant());
            Role role = roles.stream().filter(r -> r.code().equals(request.role)).findFirst().orElseThrow(() -> RoleCommands.unknown(request.role, locale));
            RoleGrantRow row = row(caller, request, role);
            guard.mayBeMade(caller, role, row, reach(directories.of(caller.tenant()), row));
            if (store.grants(caller.tenant()).stream().anyMatch(g -> isSame(g, row))) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(locale, "reject.GRANT_THERE", request.holder, request.role));
            }
            reply.grant = view(caller, row, roles);
            return () -> {
                store.add(row);
                reply.grant = view(caller, row, roles);
                transactions.afterCommit(() -> organisation.changed(caller.tenant()));
            };
        });
    }

    private RoleGrantRow row(Caller caller, GrantRoleRequest request, Role role) {
        Locale locale = caller.locale();
        RoleGrantRow row = new RoleGrantRow();
        row.tenant = caller.tenant();
        row.role = role.code();
        row.holder = there(caller, request.holder);
        row.department = blank(request.department) ? null : there(caller, "dept:" + request.department.strip()).substring("dept:".length());
        Optional<CategoryPath> category = CategoryPath.optional(request.category, "category", locale);
        category.filter(c -> !categories.tree(caller.tenant()).has(c)).ifPresent(c -> {
            throw Refused.because(ErrorCode.NOT_FOUND, Messages.text(locale, "reject.NO_CATEGORY", c.text()));
        });
        row.category = category.map(CategoryPath::text).orElse(null);
        Inputs.require(row.department == null && row.category == null || role.rights().stream().anyMatch(Right::isLimitable), locale, "GRANT_UNLIMITED", role.code());
        row.grantedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.grantedBy = caller.person();
        return row;
    }

    private String there(Caller caller, String candidate) {
        if (!people.has(caller.tenant(), candidate)) {
            throw Refused.because(ErrorCode.NOT_FOUND, Messages.text(caller.locale(), "reject.GRANT_NOBODY", candidate));
        }
        return candidate;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static boolean isSame(RoleGrantRow one, RoleGrantRow other) {
        return one.role.equals(other.role) && one.holder.equals(other.holder) && Objects.equals(one.department, other.department)
                && Objects.equals(one.category, other.category);
    }

    /** From the next look at the organisation on, on each node within seconds, it counts for nothing. */
    public AccessReply revoke(Caller caller, long grantId, AccessRequest request) {
        return writes.once(caller, "revokeRole", grantId, request, reply -> {
            store.hold(caller.tenant());
            RoleGrantRow row = store.grant(caller.tenant(), grantId).orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND,
                    Messages.text(caller.locale(), "reject.NO_GRANT", String.valueOf(grantId))));
            guard.mayBeTaken(caller, row, reach(directories.of(caller.tenant()), row));
            reply.grant = view(caller, row, store.roles(caller.tenant()));
            return () -> {
                store.remove(row);
                transactions.afterCommit(() -> organisation.changed(caller.tenant()));
            };
        });
    }

    // ---- words ----

    private static Reach reach(Directory directory, RoleGrantRow row) {
        return new Reach(row.department == null ? null : withBelow(directory.hierarchy(), row.department), row.category);
    }

    /** A department that is gone is still itself. */
    private static Set<String> withBelow(Hierarchy hierarchy, String department) {
        Set<String> found = new HashSet<>(Set.of(department));
        hierarchy.below("dept:" + department).forEach(b -> found.addAll(withBelow(hierarchy, b.substring("dept:".length()))));
        return found;
    }

    private RoleGrant view(Caller caller, RoleGrantRow row, List<Role> roles) {
        RoleGrant view = new RoleGrant();
        view.id = row.id;
        view.role = row.role;
        view.roleName = roles.stream().filter(r -> r.code().equals(row.role)).findFirst().map(r -> r.name(caller.locale())).orElse(row.role);
        view.holder = row.holder;
        view.department = row.department;
        view.category = row.category;
        view.grantedAt = views.date(row.grantedAt);
        view.grantedBy = views.person(directories.of(caller.tenant()), row.grantedBy);
        return view;
    }

    private RoleConflict view(Directory directory, Separation.Conflict conflict) {
        RoleConflict view = new RoleConflict();
        view.person = views.person(directory, conflict.person());
        conflict.duties().forEach(d -> view.duties.add(d.name()));
        view.roles.addAll(conflict.roles());
        return view;
    }
}
