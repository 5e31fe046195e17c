package wf.query;

import java.util.ArrayList;
import java.util.List;

/** Conditions of a statement, put together one by one; values are always parameters, never part of the text. */
final class Conditions {

    private final StringBuilder text;
    private final List<Object> values = new ArrayList<>();

    Conditions(String first, Object... values) {
        text = new StringBuilder(first);
        this.values.addAll(List.of(values));
    }

    private Conditions(Conditions other) {
        text = new StringBuilder(other.text);
        values.addAll(other.values);
    }

    Conditions copy() {
        return new Conditions(this);
    }

    Conditions and(String condition, Object... more) {
        text.append(" and ").append(condition);
        values.addAll(List.of(more));
        return this;
    }

    Conditions and(Conditions other) {
        text.append(" and ").append(other.text);
        values.addAll(other.values);
        return this;
    }

    /** Unless there is no value; what no database can hold is nowhere found. */
    Conditions where(String condition, Object value) {
        if (value instanceof String s && s.indexOf('\0') >= 0) {
            return and("1 = 0");
        }
        return value == null ? this : and(condition, value);
    }

    /** Text that contains the given one, whatever characters that has. */
    Conditions containing(String column, String part) {
        return where(column + " like ? escape '!'", part == null || part.isBlank() ? null : '%' + escaped(part) + '%');
    }

    static String escaped(String part) {
        return part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    String text() {
        return text.toString();
    }

    List<Object> values() {
        return values;
    }
}
