package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.contract.IdentityHolders;
import wf.definition.Disclosure;
import wf.operation.Appointment;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.store.DefinitionStore;

/** Reads the rules by which people hold an identity, and refuses those that could never mean anybody. */
@Singleton
public class AppointmentCheck {

    private static final int MOST = 50;
    private static final int LONGEST = 1_000;

    private final Categories categories;
    private final DefinitionStore definitions;
    private final Kernel kernel;

    @Inject
    public AppointmentCheck(Categories categories, DefinitionStore definitions, Kernel kernel) {
        this.categories = categories;
        this.definitions = definitions;
        this.kernel = kernel;
    }

    List<Appointment> read(Caller caller, List<IdentityHolders> holders) {
        Inputs.require(holders.size() <= MOST, caller.locale(), "IDENTITY_TOO_MANY_RULES", MOST);
        List<Appointment> read = new ArrayList<>();
        holders.stream().filter(h -> h != null && !isEmpty(h)).forEach(h -> read.add(read(caller, h)));
        return read;
    }

    private static boolean isEmpty(IdentityHolders holders) {
        return blank(holders.people) && blank(holders.definitionKey) && blank(holders.category);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private Appointment read(Caller caller, IdentityHolders holders) {
        Locale locale = caller.locale();
        Inputs.texts(holders, locale);
        Inputs.require(!blank(holders.people), locale, "GIVEN", "holders.people");
        Inputs.require(holders.people.length() <= LONGEST, locale, "TEXT_TOO_LONG", "holders.people", LONGEST);
        String key = blank(holders.definitionKey) ? null : holders.definitionKey.strip();
        Optional<CategoryPath> category = CategoryPath.optional(holders.category, "holders.category", locale);
        if (key != null && definitions.versions(caller.tenant(), key).isEmpty()) {
            throw Refused.because(ErrorCode.NOT_FOUND, Messages.text(locale, "reject.IDENTITY_NO_DEFINITION", key));
        }
        category.filter(c -> !categories.tree(caller.tenant()).has(c)).ifPresent(c -> {
            throw Refused.because(ErrorCode.NOT_FOUND, Messages.text(locale, "reject.NO_CATEGORY", c.text()));
        });
        return new Appointment(key, category.map(CategoryPath::text).orElse(null), people(holders.people, locale));
    }

    private List<String> people(String said, Locale locale) {
        List<String> people = Disclosure.names(said);
        for (String one : people) {
            if (one.contains("${")) {
                kernel.expressions().checkTemplate(one).ifPresent(wrong -> Inputs.require(false, locale, "IDENTITY_EXPRESSION", one, wrong));
            } else {
                Inputs.require(one.matches("(user|group|dept|post):[^\\s,:]+"), locale, "IDENTITY_PEOPLE", one);
            }
        }
        Inputs.require(!people.isEmpty(), locale, "GIVEN", "holders.people");
        return people;
    }

    static IdentityHolders view(Appointment appointment) {
        IdentityHolders view = new IdentityHolders();
        view.definitionKey = appointment.definitionKey();
        view.category = appointment.category();
        view.people = String.join(", ", appointment.people());
        return view;
    }
}
