package wf.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wf.contract.ErrorCode;
import wf.contract.FormMode;
import wf.operation.Charter;
import wf.operation.Identity;
import wf.operation.Operation;
import wf.operation.Operations;
import wf.operation.Policies;
import wf.operation.Standing;
import wf.refusal.Messages;
import wf.refusal.Refused;

/**
 * What a tenant may say about an identity: nothing by which work could not be finished any more, and nothing that would
 * have no effect.
 */
final class CharterCheck {

    private static final int HIGHEST = 9_999;
    private static final int MOST = 100;

    /** Without these, work would lie where it is. */
    private static final Map<Identity, String> NEEDED = Map.of(Identity.MAIN, "submit", Identity.SIGN, "countersignSubmit",
            Identity.ADDSIGN, "countersignSubmit", Identity.ASSIST, "assistSubmit", Identity.CANDIDATE, "claim");

    /** Whoever lets something rest must be able to let it go on. */
    private static final Map<String, String> UNDONE_BY = Map.of("suspendItem", "resumeItem", "suspendInstance", "resumeInstance");

    private final Operations operations;
    private final Set<String> grantable;
    private final Locale locale;

    CharterCheck(Operations operations, Locale locale) {
        this.operations = operations;
        this.grantable = new TreeSet<>(Policies.names(operations));
        operations.all().stream().filter(o -> o.who().contains(Identity.ANYBODY)).forEach(o -> grantable.remove(o.name()));
        this.locale = locale;
    }

    /** @param charter as it stands before @throws Refused when it cannot be so */
    void mayBe(Standing said, Charter charter) {
        Identity identity = said.identity();
        Inputs.require(said.priority() >= 1 && said.priority() <= HIGHEST, locale, "IDENTITY_PRIORITY", String.valueOf(HIGHEST));
        Inputs.require(charter.find(identity).isPresent() || charter.all().size() < MOST, locale, "IDENTITY_TOO_MANY", MOST);
        Set<String> before = charter.find(identity).map(Standing::operations).orElse(Set.of());
        Inputs.require(!identity.equals(Identity.DEPUTY) || said.operations().equals(before), locale, "IDENTITY_FIXED", identity);
        Inputs.require(!identity.equals(Identity.MANAGER) || said.operations().equals(before), locale, "IDENTITY_MAY_ALWAYS", identity);
        new TreeSet<>(said.operations()).stream().filter(o -> !before.contains(o)).forEach(o -> mayHave(identity, o));
        keepsWhatItNeeds(said);
        isAlone(said, charter);
        holdersFillIn(charter.with(said));
    }

    /** A default may stand in the way of what was said about others since. */
    void mayBeAgain(Standing builtIn, Charter charter) {
        isAlone(builtIn, charter);
        holdersFillIn(charter.with(builtIn));
    }

    private void mayHave(Identity identity, String name) {
        Optional<Operation<?>> operation = operations.all().stream().filter(o -> o.name().equals(name)).findFirst();
        Inputs.require(grantable.contains(name), locale, "IDENTITY_OPERATION", name, String.join(", ", grantable));
        operation.filter(o -> o.isBound() && !o.who().contains(identity)).ifPresent(o -> Inputs.require(false, locale, "IDENTITY_BOUND", name,
                Identity.BUILT_IN.stream().filter(o.who()::contains).map(Identity::code).collect(Collectors.joining(", "))));
    }

    private void keepsWhatItNeeds(Standing said) {
        String needed = NEEDED.get(said.identity());
        Inputs.require(needed == null || said.operations().contains(needed), locale, "IDENTITY_NEEDS", said.identity(), needed);
        UNDONE_BY.forEach((done, undone) -> Inputs.require(!said.operations().contains(done) || said.operations().contains(undone), locale,
                "IDENTITY_UNDOES", said.identity(), done, undone));
    }

    private void isAlone(Standing said, Charter charter) {
        charter.all().stream().filter(s -> s.priority() == said.priority() && !s.identity().equals(said.identity())).findFirst().ifPresent(s -> {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(locale, "reject.IDENTITY_PRIORITY_TAKEN", said.identity(),
                    String.valueOf(said.priority()), s.identity()));
        });
    }

    /** Whoever holds work fills in its form, whatever he is besides. */
    private void holdersFillIn(Charter charter) {
        List<Standing> holders = charter.all().stream().filter(s -> Identity.HOLDERS.contains(s.identity())).toList();
        for (Standing holder : holders) {
            Inputs.require(holder.mode() == FormMode.FILL, locale, "IDENTITY_FILLS", holder.identity());
            charter.all().stream().filter(s -> s.mode() == FormMode.READ && s.priority() > holder.priority()).findFirst()
                    .ifPresent(s -> Inputs.require(false, locale, "IDENTITY_OUTRANKS", s.identity(), holder.identity()));
        }
    }
}
