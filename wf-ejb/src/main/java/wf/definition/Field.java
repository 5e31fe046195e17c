package wf.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wf.contract.FieldAccess;
import wf.contract.ValueType;

/**
 * A field of a form: a process variable with its label and what the handler may do with it (§9.3).
 *
 * @param access of those who do the work of the node, and sign it
 * @param sensitivity how openly its value is shown
 * @param query whether instances are found by it (§11.2a)
 * @param accessOf what others may do with it, by their identity (§1.2), where that is not as usual
 */
public record Field(String name, String label, ValueType type, FieldAccess access, List<String> options, Sensitivity sensitivity,
        Map<String, FieldAccess> accessOf, boolean query) {

    /** Identities of those for whom the form is made. */
    private static final Set<String> WORKERS = Set.of("MAIN", "SIGN");

    public Field {
        options = List.copyOf(options);
        accessOf = Map.copyOf(accessOf);
    }

    /** Whoever holds several identities may do what any of them allows (§1.2). */
    public FieldAccess accessOf(Collection<String> identities) {
        return identities.stream().map(this::accessOf).max(Comparator.naturalOrder()).orElse(asReader());
    }

    private FieldAccess accessOf(String identity) {
        FieldAccess said = accessOf.get(identity);
        return said != null ? said : WORKERS.contains(identity) ? access : asReader();
    }

    /** Others read what is not hidden. */
    private FieldAccess asReader() {
        return access == FieldAccess.HIDDEN ? FieldAccess.HIDDEN : FieldAccess.READ;
    }

    public boolean isMasked() {
        return sensitivity != Sensitivity.OPEN;
    }

    /** Reads {@code <wf:field name label type access options="a|b" sensitivity="masked|encrypted" query="true" accessOf="ASSIST=WRITE, CREATOR=HIDDEN"/>}. */
    public static Field read(ModelElement element, Findings findings, String ownerId) {
        String name = element.attribute("name").orElse("");
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,99}")) {
            findings.error("FIELD_NAME", ownerId, name);
        }
        Field field = new Field(name, element.attribute("label").orElse(name),
                constant(ValueType.class, element.attribute("type").orElse("STRING"), ValueType.STRING, findings, ownerId),
                constant(FieldAccess.class, element.attribute("access").orElse("WRITE"), FieldAccess.WRITE, findings, ownerId),
                element.attribute("options").map(o -> List.of(o.split("\\|"))).orElse(List.of()),
                constant(Sensitivity.class, element.attribute("sensitivity").orElse("open").toUpperCase(Locale.ROOT), Sensitivity.OPEN,
                        findings, ownerId), others(element, findings, ownerId), element.attribute("query").filter("true"::equals).isPresent());
        if (field.query && !field.isFitToBeFoundBy()) {
            findings.error("QUERY_FIELD", ownerId, name);
        }
        return field;
    }

    /** Whoever looks for a value learns it, so it must be one that everybody may see who sees the instance. */
    private boolean isFitToBeFoundBy() {
        return !isMasked() && access != FieldAccess.HIDDEN && !accessOf.containsValue(FieldAccess.HIDDEN) && type != ValueType.LIST && type != ValueType.JSON;
    }

    private static Map<String, FieldAccess> others(ModelElement element, Findings findings, String ownerId) {
        Map<String, FieldAccess> others = new HashMap<>();
        for (String one : element.attribute("accessOf").map(a -> a.strip().split("[\\s,]+")).orElse(new String[0])) {
            String[] parts = one.split("=", 2);
            if (!parts[0].matches("[A-Z]{3,20}") || parts.length < 2) {
                findings.error("FIELD_ATTRIBUTE", ownerId, one);
            } else {
                others.put(parts[0], constant(FieldAccess.class, parts[1], FieldAccess.HIDDEN, findings, ownerId));
            }
        }
        return others;
    }

    private static <T extends Enum<T>> T constant(Class<T> type, String text, T otherwise, Findings findings, String ownerId) {
        for (T constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        findings.error("FIELD_ATTRIBUTE", ownerId, text);
        return otherwise;
    }
}
