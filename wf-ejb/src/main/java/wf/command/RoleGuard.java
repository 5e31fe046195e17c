package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import wf.access.Authority;
import wf.access.Caller;
import wf.access.Separation;
import wf.access.Separation.Conflict;
import wf.contract.ErrorCode;
import wf.org.Role;
import wf.org.RoleGrantRow;
import wf.org.RoleStore;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.runtime.Duty;
import wf.runtime.Member;
import wf.runtime.Reach;
import wf.runtime.Right;
import wf.runtime.Rights;
import wf.runtime.Whereabouts;

/**
 * What nobody may do with roles and grants, whoever he is: give what he lacks or beyond where he has it, have two duties at
 * once where these are separated, or leave a tenant without anybody who could put things right.
 *
 * <p>Where duties are separated, the one who grants is by that very rule not the one who has: there a security administrator
 * gives what he lacks, but never to himself.
 */
@Singleton
public class RoleGuard {
    private final RoleStore store;
    private final Separation separation;
    private final Directories directories;
    private final Locations locations;

    @Inject
    public RoleGuard(RoleStore store, Separation separation, Directories directories, Locations locations) {
        this.store = store;
        this.separation = separation;
        this.directories = directories;
        this.locations = locations;
    }

    /** Whether the role may be so from now on, for all who have it. */
    void mayBeSaid(Caller caller, Role said) {
        Rights own = Authority.of(directories, caller).rights();
        if (separation.isOn() && own.granted().stream().anyMatch(g -> g.role().equals(said.code()))) {
            throw refused(caller, "ROLE_OWN", said.code());
        }
        mayBeGiven(caller, own, said, Reach.EVERYWHERE);
        if (separation.isOn() && said.duties().size() > 1) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.SEPARATION_ROLE", duties(caller, said.duties())));
        }
        List<Role> roles = new ArrayList<>(store.roles(caller.tenant()));
        roles.removeIf(r -> r.code().equals(said.code()));
        roles.add(said);
        mayStand(caller, roles, store.grants(caller.tenant()));
    }

    /** Whether the caller may make this grant. @param reach how far it is to reach */
    void mayBeMade(Caller caller, Role role, RoleGrantRow grant, Reach reach) {
        Rights own = Authority.of(directories, caller).rights();
        mustBeWithin(caller, own, grant, reach);
        Member himself = directories.of(caller.tenant()).member(caller.person()).orElseThrow();
        if (separation.isOn() && himself.memberships().contains(grant.holder)) {
            throw refused(caller, "GRANT_SELF", role.code());
        }
        mayBeGiven(caller, own, role, reach);
        List<RoleGrantRow> grants = new ArrayList<>(store.grants(caller.tenant()));
        grants.add(grant);
        mayStand(caller, store.roles(caller.tenant()), grants);
    }

    /** Whether the caller may take this grant away. */
    void mayBeTaken(Caller caller, RoleGrantRow grant, Reach reach) {
        mustBeWithin(caller, Authority.of(directories, caller).rights(), grant, reach);
        List<RoleGrantRow> grants = new ArrayList<>(store.grants(caller.tenant()));
        grants.removeIf(g -> g.id == grant.id);
        mayStand(caller, store.roles(caller.tenant()), grants);
    }

    /** The grant reaches no further than the caller manages roles, and neither does whoever has it. */
    private void mustBeWithin(Caller caller, Rights own, RoleGrantRow grant, Reach reach) {
        if (own.reaches(Right.ROLE_MANAGE).stream().noneMatch(r -> r.covers(reach) && isWithin(caller.tenant(), grant.holder, r))) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.GRANT_BEYOND", grant.role, grant.holder));
        }
    }

    /** Groups and posts stand in no department. */
    private boolean isWithin(String tenant, String holder, Reach reach) {
        if (reach.departments() == null) {
            return true;
        }
        String id = holder.substring(holder.indexOf(':') + 1);
        Whereabouts where = holder.startsWith("user:") ? locations.ofPerson(tenant, id) : Whereabouts.inDepartment(holder.startsWith("dept:") ? id : null);
        return new Reach(reach.departments(), null).covers(where);
    }

    private void mayBeGiven(Caller caller, Rights own, Role role, Reach reach) {
        if (!separation.isOn()) {
            Set<String> lacking = own.lacking(role.rights(), reach);
            if (!lacking.isEmpty()) {
                throw refused(caller, "GRANT_LACKING", String.join(", ", lacking));
            }
        }
    }

    /** Whether nobody comes into conflict who is not in one already, and somebody is left who manages roles. */
    private void mayStand(Caller caller, List<Role> roles, List<RoleGrantRow> grants) {
        Directory directory = directories.of(caller.tenant());
        List<Conflict> before = separation.conflicts(directory, store.roles(caller.tenant()), store.grants(caller.tenant()));
        separation.conflicts(directory, roles, grants).stream().filter(c -> before.stream().noneMatch(c::isWithin)).findFirst().ifPresent(c -> {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.SEPARATION",
                    directory.member(c.person()).map(Member::name).orElse(c.person()), duties(caller, c.duties())));
        });
        Set<String> managing = roles.stream().filter(r -> r.rights().contains(Right.ROLE_MANAGE)).map(Role::code).collect(Collectors.toSet());
        if (grants.stream().noneMatch(g -> g.department == null && g.category == null && managing.contains(g.role) && !directory.membersOf(g.holder).isEmpty())) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.LAST_SECURITY"));
        }
    }

    private static String duties(Caller caller, Set<Duty> duties) {
        return duties.stream().map(d -> Messages.text(caller.locale(), "duty." + d.name()))
                .collect(Collectors.joining(Messages.text(caller.locale(), "list.comma")));
    }

    private static Refused refused(Caller caller, String key, Object... arguments) {
        return Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject." + key, arguments));
    }
}
