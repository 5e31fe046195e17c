package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wf.access.Caller;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.ErrorCode;
import wf.contract.FormMode;
import wf.contract.IdentityHolders;
import wf.contract.IdentityInfo;
import wf.contract.IdentityList;
import wf.contract.PutIdentityRequest;
import wf.operation.Appointment;
import wf.operation.Charter;
import wf.operation.Identity;
import wf.operation.Standing;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Member;
import wf.runtime.Right;
import wf.store.IdentityStore;
import wf.store.Transactions;

/** Says what identities may do and how much they weigh, and adds a tenant's own (§1.2). */
@Singleton
public class IdentityCommands {

    private static final int LONGEST_NAME = 100;

    private final Charters charters;
    private final IdentityStore store;
    private final AppointmentCheck appointments;
    private final DefinitionWrites writes;
    private final Directories directories;
    private final Kernel kernel;
    private final Transactions transactions;
    private final InstantSource clock;

    @Inject
    public IdentityCommands(Charters charters, IdentityStore store, AppointmentCheck appointments, DefinitionWrites writes, Directories directories,
            Kernel kernel, Transactions transactions, InstantSource clock) {
        this.charters = charters;
        this.store = store;
        this.appointments = appointments;
        this.writes = writes;
        this.directories = directories;
        this.kernel = kernel;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The weightiest first. */
    public IdentityList list(Caller caller) {
        writes.must(caller, Right.IDENTITY_WRITE);
        IdentityList list = new IdentityList();
        charters.stored(caller.tenant()).all().forEach(s -> list.identities.add(info(s, caller.locale())));
        return list;
    }

    public IdentityInfo get(Caller caller, String code) {
        writes.must(caller, Right.IDENTITY_WRITE);
        return info(existing(caller, code, charters.stored(caller.tenant())), caller.locale());
    }

    public DefinitionReply put(Caller caller, String code, PutIdentityRequest request) {
        return writes.once(caller, "putIdentity", code, request, reply -> {
            Locale locale = caller.locale();
            Inputs.require(code != null && code.matches("[A-Z]{3,20}") && !code.equals(Identity.ANYBODY.code()), locale, "IDENTITY_CODE", code);
            Charter charter = charters.stored(caller.tenant());
            Standing said = said(caller, charter.find(new Identity(code)), new Identity(code), request);
            new CharterCheck(kernel.operations(), locale).mayBe(said, charter);
            mustNotAppointHimself(caller, said);
            reply.identities.add(info(said, locale));
            return () -> {
                store.put(caller.tenant(), said, clock.instant().truncatedTo(ChronoUnit.MICROS), caller.person());
                transactions.afterCommit(() -> charters.changed(caller.tenant()));
            };
        });
    }

    /** One of the product is as it came again; one of the tenant's own is no more. */
    public DefinitionReply reset(Caller caller, String code, DefinitionRequest request) {
        return writes.once(caller, "resetIdentity", code, request, reply -> {
            Charter charter = charters.stored(caller.tenant());
            Identity identity = existing(caller, code, charter).identity();
            kernel.charter().find(identity).ifPresent(s -> {
                new CharterCheck(kernel.operations(), caller.locale()).mayBeAgain(s, charter);
                reply.identities.add(info(s, caller.locale()));
            });
            return () -> {
                store.remove(caller.tenant(), identity);
                transactions.afterCommit(() -> charters.changed(caller.tenant()));
            };
        });
    }

    private static Standing existing(Caller caller, String code, Charter charter) {
        return charter.find(new Identity(code)).filter(s -> !s.identity().equals(Identity.ANYBODY))
                .orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND, Messages.text(caller.locale(), "reject.NO_IDENTITY", code)));
    }

    private Standing said(Caller caller, Optional<Standing> before, Identity identity, PutIdentityRequest request) {
        Locale locale = caller.locale();
        Inputs.require(before.isPresent() || request.priority != null && request.nameZh != null && request.nameEn != null, locale,
                "IDENTITY_NEW", identity);
        return new Standing(identity, request.priority != null ? request.priority : before.get().priority(),
                request.operations != null ? named(request.operations) : before.map(Standing::operations).orElse(Set.of()),
                request.mode != null ? request.mode : before.map(Standing::mode).orElse(FormMode.READ),
                name(request.nameZh, "nameZh", before.map(Standing::nameZh), locale),
                name(request.nameEn, "nameEn", before.map(Standing::nameEn), locale),
                request.holders != null ? appointed(caller, identity, request.holders) : before.map(Standing::appointments).orElse(List.of()));
    }

    private static Set<String> named(List<String> operations) {
        Set<String> named = new HashSet<>();
        operations.stream().filter(o -> o != null && !o.isBlank()).map(String::strip).forEach(named::add);
        return named;
    }

    private static String name(String sent, String field, Optional<String> before, Locale locale) {
        if (sent == null) {
            return before.orElse(null);
        }
        Inputs.require(!sent.isBlank() && sent.codePoints().noneMatch(Character::isISOControl), locale, "GIVEN", field);
        Inputs.require(sent.strip().length() <= LONGEST_NAME, locale, "TEXT_TOO_LONG", field, LONGEST_NAME);
        return sent.strip();
    }

    /** An identity of the tenant's own may be allowed nearly everything: who may say so is not by that alone the one who has it. An expression may mean him, too. */
    private void mustNotAppointHimself(Caller caller, Standing said) {
        Member himself = directories.of(caller.tenant()).member(caller.person()).orElseThrow();
        boolean his = said.appointments().stream().flatMap(a -> a.people().stream()).anyMatch(p -> p.contains("${") || himself.memberships().contains(p));
        if (his && !himself.rights().everywhere(Right.INSTANCE_MANAGE)) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.IDENTITY_SELF"));
        }
    }

    /** What somebody is by his work, no rule makes him. */
    private List<Appointment> appointed(Caller caller, Identity identity, List<IdentityHolders> holders) {
        List<Appointment> appointed = appointments.read(caller, holders);
        Inputs.require(appointed.isEmpty() || !identity.isBuiltIn() || identity.equals(Identity.MONITOR), caller.locale(), "IDENTITY_HOLDERS", identity);
        return appointed;
    }

    private IdentityInfo info(Standing standing, Locale locale) {
        IdentityInfo info = new IdentityInfo();
        info.code = standing.identity().code();
        info.name = name(standing, locale);
        info.nameZh = name(standing, Locale.CHINESE);
        info.nameEn = name(standing, Locale.ENGLISH);
        info.priority = standing.priority();
        info.operations.addAll(new TreeSet<>(standing.operations()));
        info.mode = standing.mode();
        standing.appointments().forEach(a -> info.holders.add(AppointmentCheck.view(a)));
        info.builtIn = standing.identity().isBuiltIn();
        info.changed = !kernel.charter().find(standing.identity()).filter(standing::equals).isPresent();
        return info;
    }

    /** As people are told it. */
    static String name(Standing standing, Locale locale) {
        String own = locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? standing.nameZh() : standing.nameEn();
        return own != null ? own : Messages.text(locale, "identity." + standing.identity().code());
    }
}
