package wf.operation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.contract.FieldAccess;
import wf.contract.WorkItemKind;
import wf.definition.Field;
import wf.instance.WorkItem;
import wf.value.Value;

/**
 * Access to form fields on the server (§9.3): where a node lists its fields, what is sent for other fields, or for
 * fields that may only be read, is dropped. A node without a list takes every variable.
 */
public final class Fields {

    /** Identities that an instance tells by itself; for all others one has to look elsewhere. */
    private static final Set<String> OF_INSTANCE = Stream.concat(Identity.OF_ITEMS.stream(), Stream.of(Identity.CREATOR, Identity.MANAGER, Identity.DEPUTY))
            .map(Identity::code).collect(Collectors.toUnmodifiableSet());

    private Fields() { }

    /** What of the input the node takes. */
    public static Map<String, Optional<Value>> writable(Subject on) {
        List<Field> fields = on.node().settings().fields();
        if (fields.isEmpty()) {
            return isAsked(on) ? Map.of() : on.input();
        }
        Set<String> roles = roles(on);
        Map<String, Optional<Value>> taken = new LinkedHashMap<>();
        fields.stream().filter(f -> isWritable(f, roles)).filter(f -> on.input().containsKey(f.name()))
                .forEach(f -> taken.put(f.name(), on.input().get(f.name()).map(v -> typed(f, v))));
        return taken;
    }

    /** Labels of the fields whose value, as it was sent, is not of the field's type. */
    static List<String> mistyped(Subject on) {
        Set<String> roles = roles(on);
        return on.node().settings().fields().stream().filter(f -> isWritable(f, roles))
                .filter(f -> on.input().getOrDefault(f.name(), Optional.empty()).filter(v -> !fits(f, v)).isPresent())
                .map(Field::label).toList();
    }

    /**
     * As what the actor may fill in the form: what he is to the item, and what whoever acts for him is. Administrators, who pass
     * what others may not (§0.7), do the holder's work with the holder's form.
     */
    static Set<String> roles(Subject on) {
        if (on.item() == null) {
            return Set.of("MAIN");
        }
        Set<Identity> held = new HashSet<>(Identities.of(on.facts().actor(), on.instance(), on.item()));
        if (on.facts().performer() != on.facts().actor()) {
            held.addAll(Identities.of(on.facts().performer(), on.instance(), on.item()));
            held.add(Identity.DEPUTY);
        }
        Set<String> roles = roles(on.item(), held);
        if (on.facts().actor().administrator()) {
            roles.add(asHolder(on.item()));
        }
        if (on.node().settings().fields().stream().flatMap(f -> f.accessOf().keySet().stream()).anyMatch(i -> !OF_INSTANCE.contains(i))) {
            roles.addAll(on.facts().besides());
        }
        return roles;
    }

    /**
     * Identities by which fields are shown and taken, only such as are held. Countersigners are asked like added signers, and
     * see the form as those do; whoever acts for a holder sees what the holder would.
     */
    public static Set<String> roles(WorkItem item, Set<Identity> held) {
        Set<String> roles = new TreeSet<>();
        held.stream().filter(i -> !Identity.HOLDERS.contains(i) && !i.equals(Identity.ANYBODY)).forEach(i -> roles.add(i.code()));
        if (Identities.isHolder(held)) {
            roles.add(asHolder(item));
        }
        return roles;
    }

    private static String asHolder(WorkItem item) {
        return item.askedBy() != null && item.kind() == WorkItemKind.SIGN ? Identity.ADDSIGN.code() : item.kind().name();
    }

    /** Whom somebody at work has asked gives his opinion; without a list of fields he fills in nothing. */
    private static boolean isAsked(Subject on) {
        return on.item() != null && on.item().askedBy() != null;
    }

    private static boolean fits(Field field, Value value) {
        try {
            typed(field, value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A field has the type that the model gives it, whatever type the client named. */
    private static Value typed(Field field, Value value) {
        return value.type() == field.type() ? value : Value.parse(field.type(), value.text());
    }

    private static boolean isWritable(Field field, Set<String> roles) {
        return field.accessOf(roles).compareTo(FieldAccess.WRITE) >= 0;
    }

    /** What the work cannot do without, whoever hands it in. */
    static List<Field> required(Subject on) {
        Set<String> roles = new HashSet<>(roles(on));
        if (on.item() != null) {
            roles.add(asHolder(on.item()));
        }
        return on.node().settings().fields().stream().filter(f -> f.accessOf(roles) == FieldAccess.REQUIRED).toList();
    }

    static boolean hasValue(Subject on, Field field) {
        Optional<Value> sent = on.input().get(field.name());
        Value value = sent != null ? sent.orElse(null) : on.instance().variables().get(field.name());
        return value != null && !value.text().isBlank();
    }
}
