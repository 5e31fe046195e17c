package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import wf.access.Authority;
import wf.access.Caller;
import wf.access.Separation;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.runtime.Rights;

/**
 * As whom a program may be let act. Whoever holds a key of the account has what those people have: so nobody names an administrator
 * whose rights he lacks himself, and where duties are separated nobody names one at all, since the key would join what is kept apart.
 */
@Singleton
public class ServiceGuard {

    private static final String USER = "user:";
    private final Directories directories;
    private final Separation separation;

    @Inject
    public ServiceGuard(Directories directories, Separation separation) {
        this.directories = directories;
        this.separation = separation;
    }

    /** @param persons as the account's row names them; others than single people never stand for administrators */
    void mayActAs(Caller caller, String persons) {
        Directory directory = directories.of(caller.tenant());
        Rights own = Authority.of(directories, caller).rights();
        Arrays.stream(persons.split(",")).filter(p -> p.startsWith(USER)).flatMap(p -> directory.member(p.substring(USER.length())).stream())
                .forEach(m -> mayActAs(own, m, caller.locale()));
    }

    private void mayActAs(Rights own, Member member, Locale locale) {
        Set<String> lacking = new TreeSet<>();
        member.rights().granted().forEach(g -> lacking.addAll((separation.isOn() ? Rights.NONE : own).lacking(g.rights(), g.reach())));
        if (!lacking.isEmpty()) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(locale, separation.isOn() ? "reject.SERVICE_SEPARATION" : "reject.SERVICE_LACKING",
                    member.name(), String.join(", ", lacking)));
        }
    }
}
