package wf.access;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import wf.contract.ErrorCode;
import wf.org.Role;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Member;
import wf.runtime.Right;
import wf.runtime.Rights;
import wf.runtime.Whereabouts;

/** What a caller may administer. Whoever may not is told which right it takes, and which role has it. */
public final class Authority {

    private final Rights rights;
    private final Locale locale;

    private Authority(Rights rights, Locale locale) {
        this.rights = rights;
        this.locale = locale;
    }

    public static Authority of(Directories directories, Caller caller) {
        return new Authority(directories.of(caller.tenant()).member(caller.person()).map(Member::rights).orElse(Rights.NONE), caller.locale());
    }

    public Rights rights() {
        return rights;
    }

    /** In the whole tenant. */
    public boolean may(Right right) {
        return rights.everywhere(right);
    }

    /** @param where found out only where it matters */
    public boolean may(Right right, Supplier<Whereabouts> where) {
        return rights.may(right, where);
    }

    /** Wherever it may be. */
    public boolean maySomewhere(Right right) {
        return rights.somewhere(right);
    }

    public void must(Right right) {
        if (!may(right)) {
            throw refused(right);
        }
    }

    public void must(Right right, Supplier<Whereabouts> where) {
        if (!may(right, where)) {
            throw refused(right);
        }
    }

    public void mustSomewhere(Right right) {
        if (!maySomewhere(right)) {
            throw refused(right);
        }
    }

    private Refused refused(Right right) {
        return Refused.because(ErrorCode.FORBIDDEN, reason(right));
    }

    /** Why he may not: he has no such right, or not there. */
    public String reason(Right right) {
        return maySomewhere(right) ? Messages.text(locale, "reject.RIGHT_ELSEWHERE", name(right, locale), right.code())
                : Messages.text(locale, "reject.RIGHT_MISSING", name(right, locale), right.code(), having(right, locale));
    }

    /** The roles by which he has it there; none where he has not. */
    public List<String> roles(Right right, Whereabouts where) {
        return rights.granted().stream().filter(g -> g.rights().contains(right) && g.reach().covers(where)).map(Rights.Granted::role).distinct().toList();
    }

    /** As people are told it. */
    public static String name(Right right, Locale locale) {
        return Messages.text(locale, "right." + right.code());
    }

    private static String having(Right right, Locale locale) {
        return Role.BUILT_IN.stream().filter(r -> r.rights().contains(right)).map(r -> r.name(locale))
                .collect(Collectors.joining(Messages.text(locale, "list.comma")));
    }
}
