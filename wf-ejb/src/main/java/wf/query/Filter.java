package wf.query;

import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.Map;

/** Conditions of a list, put together one by one; values are always parameters, never part of the text. */
final class Filter {

    private final StringBuilder where;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    Filter(String first) {
        where = new StringBuilder(first);
    }

    /** Adds the condition with its parameter, unless there is no value; what no database can hold is nowhere found. */
    Filter and(String condition, String parameter, Object value) {
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            where.append(" and 1 = 0");
        } else if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** Text that contains the given one, whatever characters that has. */
    Filter containing(String path, String parameter, String value) {
        return and("locate(:" + parameter + ", " + path + ") > 0", parameter, value == null || value.isBlank() ? null : value);
    }

    /** Parameters of what was added together. */
    Filter with(Map<String, Object> more) {
        parameters.putAll(more);
        return this;
    }

    /** Only rows after the cursor, in descending order of time and id; the first part is what an index is entered with. */
    Filter after(String time, String id, Cursor cursor) {
        and(time + " <= :cursorAt and (" + time + " < :cursorAt or " + id + " < :cursorId)", "cursorAt", cursor.at());
        parameters.put("cursorId", cursor.id());
        return this;
    }

    String where() {
        return " where " + where;
    }

    <T> TypedQuery<T> fill(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
