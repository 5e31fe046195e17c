package wf.definition;

import java.util.List;
import java.util.Locale;
import wf.contract.FieldAccess;
import wf.contract.ValueType;

/**
 * A field of a form: a process variable with its label and what the handler may do with it (§9.3).
 *
 * @param sensitivity how openly its value is shown
 */
public record Field(String name, String label, ValueType type, FieldAccess access, List<String> options, Sensitivity sensitivity) {

    public Field {
        options = List.copyOf(options);
    }

    public boolean isMasked() {
        return sensitivity != Sensitivity.OPEN;
    }

    /** Reads {@code <wf:field name label type access options="a|b" sensitivity="masked|encrypted"/>}. */
    public static Field read(ModelElement element, Findings findings, String ownerId) {
        String name = element.attribute("name").orElse("");
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,99}")) {
            findings.error("FIELD_NAME", ownerId, name);
        }
        return new Field(name, element.attribute("label").orElse(name),
                constant(ValueType.class, element.attribute("type").orElse("STRING"), ValueType.STRING, findings, ownerId),
                constant(FieldAccess.class, element.attribute("access").orElse("WRITE"), FieldAccess.WRITE, findings, ownerId),
                element.attribute("options").map(o -> List.of(o.split("\\|"))).orElse(List.of()),
                constant(Sensitivity.class, element.attribute("sensitivity").orElse("open").toUpperCase(Locale.ROOT), Sensitivity.OPEN,
                        findings, ownerId));
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
