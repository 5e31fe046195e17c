package wf.command;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wf.contract.FieldAccess;
import wf.contract.FormField;
import wf.contract.Property;
import wf.contract.ValueType;
import wf.definition.Field;
import wf.definition.ProcessDefinition;
import wf.definition.Sensitivity;
import wf.instance.ProcessInstance;
import wf.operation.Fields;
import wf.operation.Identities;
import wf.runtime.StartedProcesses;
import wf.value.Value;

/** The form of an item: the node's fields with their values; hidden values never leave the server (§9.3). */
@Singleton
public class Forms {

    /**
     * For whoever fills in: the holder, with what he saved before, and others by what they are themselves. What is hidden from
     * those where they only read, is so here, unless the node has them write it; administrators see all (§9.3).
     */
    List<FormField> toFill(Situation on) {
        List<Field> fields = on.subject().node().settings().fields();
        if (fields.isEmpty()) {
            return toRead(on);
        }
        Map<String, Property> saved = new HashMap<>();
        on.draft().variables().forEach(p -> saved.put(p.name, p));
        Set<String> roles = Fields.roles(on.subject().item(), on.held());
        return fields.stream().filter(f -> isShown(f, f.accessOf(roles), on))
                .map(f -> toFill(f, f.accessOf(roles), on, saved.containsKey(f.name()) ? saved.get(f.name()).value : text(on, f.name())))
                .toList();
    }

    private static boolean isShown(Field field, FieldAccess access, Situation on) {
        if (Identities.isHolder(on.held())) {
            return access != FieldAccess.HIDDEN;
        }
        return writes(access) || on.sight().manager() || access == FieldAccess.READ && on.sight().sees(on.definition().process(), field.name());
    }

    /**
     * The holder who fills a field in sees what he types, however sensitive it is. To all others it is masked, and to be read
     * only: who is shown a mask must not send it back as the value.
     */
    private static FormField toFill(Field field, FieldAccess access, Situation on, String value) {
        boolean clear = writes(access) && Identities.isHolder(on.held());
        boolean masked = !clear && on.definition().process().masks(field.name());
        FieldAccess shown = masked || access == FieldAccess.HIDDEN ? FieldAccess.READ : access;
        return filled(field, shown, masked && value != null ? Sight.masked(value) : value, masked);
    }

    private static boolean writes(FieldAccess access) {
        return access == FieldAccess.WRITE || access == FieldAccess.REQUIRED;
    }

    /** For those who only read: every variable that no node hides; administrators see all. */
    List<FormField> toRead(Situation on) {
        return toRead(on.stored().image(), on.definition().process(), on.sight());
    }

    /** The same of an instance of any time. */
    public List<FormField> toRead(ProcessInstance image, ProcessDefinition process, Sight sight) {
        List<FormField> shown = new ArrayList<>();
        Map<String, Value> rest = new LinkedHashMap<>(image.variables());
        for (Field field : process.fields()) {
            Value value = rest.remove(field.name());
            if (value != null && sight.sees(process, field.name())) {
                shown.add(filled(field, FieldAccess.READ, sight.text(process, field.name(), value), process.masks(field.name())));
            }
        }
        rest.forEach((name, value) -> shown.add(filled(new Field(name, name, value.type(), FieldAccess.READ, List.of(), Sensitivity.OPEN, Map.of(), false),
                FieldAccess.READ, value.text(), false)));
        return shown;
    }

    private static String text(Situation on, String name) {
        Map<String, Value> own = StartedProcesses.TOLD.contains(name) ? on.subject().visit().variables() : Map.of();
        Value value = own.getOrDefault(StartedProcesses.ofItem(name, on.subject().item().id()), on.stored().image().variables().get(name));
        return value == null ? null : value.text();
    }

    private static FormField filled(Field field, FieldAccess access, String value, boolean masked) {
        FormField shown = new FormField();
        shown.name = field.name();
        shown.label = field.label();
        shown.type = field.type() == null ? ValueType.STRING : field.type();
        shown.access = access;
        shown.value = value;
        shown.masked = masked;
        shown.options = field.options();
        return shown;
    }
}
