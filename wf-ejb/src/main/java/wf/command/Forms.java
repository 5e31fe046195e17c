package wf.command;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wf.contract.FieldAccess;
import wf.contract.FormField;
import wf.contract.Property;
import wf.contract.ValueType;
import wf.definition.Field;
import wf.operation.Identity;
import wf.value.Value;

/** The form of an item: the node's fields with their values; hidden values never leave the server (§9.3). */
@Singleton
public class Forms {

    /** For the holder: what he may fill in, with what he saved before. */
    List<FormField> toFill(Situation on) {
        List<Field> fields = on.subject().node().settings().fields();
        if (fields.isEmpty()) {
            return toRead(on);
        }
        Map<String, Property> saved = new HashMap<>();
        on.draft().variables().forEach(p -> saved.put(p.name, p));
        return fields.stream().filter(f -> f.access() != FieldAccess.HIDDEN)
                .map(f -> filled(f, f.access(), saved.containsKey(f.name()) ? saved.get(f.name()).value : text(on, f.name())))
                .toList();
    }

    /** For those who only read: every variable that no node hides; administrators see all. */
    List<FormField> toRead(Situation on) {
        boolean seesAll = on.held().contains(Identity.MANAGER);
        List<FormField> shown = new ArrayList<>();
        Map<String, Value> rest = new LinkedHashMap<>(on.stored().image().variables());
        for (Field field : on.definition().process().fields()) {
            Value value = rest.remove(field.name());
            if (value != null && (seesAll || !on.definition().process().hides(field.name()))) {
                shown.add(filled(field, FieldAccess.READ, value.text()));
            }
        }
        rest.forEach((name, value) -> shown.add(
                filled(new Field(name, name, value.type(), FieldAccess.READ, List.of()), FieldAccess.READ, value.text())));
        return shown;
    }

    private static String text(Situation on, String name) {
        Value value = on.stored().image().variables().get(name);
        return value == null ? null : value.text();
    }

    private static FormField filled(Field field, FieldAccess access, String value) {
        FormField shown = new FormField();
        shown.name = field.name();
        shown.label = field.label();
        shown.type = field.type() == null ? ValueType.STRING : field.type();
        shown.access = access;
        shown.value = value;
        shown.options = field.options();
        return shown;
    }
}
