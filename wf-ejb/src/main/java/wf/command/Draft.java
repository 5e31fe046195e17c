package wf.command;

import java.util.List;
import wf.contract.Property;
import wf.store.Json;

/** What a holder has saved with his item and not yet submitted (F9). */
public record Draft(String opinion, List<Property> variables) {

    static final Draft NONE = new Draft(null, List.of());

    public Draft {
        variables = variables == null ? List.of() : List.copyOf(variables);
    }

    static Draft read(String text) {
        return text == null ? NONE : Json.read(text, Draft.class);
    }
}
