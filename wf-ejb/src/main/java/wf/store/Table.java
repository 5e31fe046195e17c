package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a class of rows stands in the database, read off its annotations: for {@link Writes}, which go past the persistence
 * context and must say the same as it.
 */
final class Table {

    private static final ClassValue<Table> KNOWN = new ClassValue<>() {
        @Override
        protected Table computeValue(Class<?> row) {
            return new Table(row);
        }
    };
    private static final InstantConverter INSTANTS = new InstantConverter();
    private final String insert;
    private final String places;
    private final List<Field> fields;

    private Table(Class<?> row) {
        if (!row.isAnnotationPresent(Entity.class)) {
            throw new IllegalArgumentException(row + " is no row");
        }
        fields = Arrays.stream(row.getFields()).filter(f -> !Modifier.isStatic(f.getModifiers())).toList();
        insert = "insert into " + row.getAnnotation(jakarta.persistence.Table.class).name()
                + fields.stream().map(Table::column).collect(Collectors.joining(", ", " (", ")")) + " values ";
        places = "(" + Writes.places(fields.size()) + ")";
    }

    static Table of(Class<?> row) {
        return KNOWN.get(row);
    }

    private static String column(Field field) {
        return field.isAnnotationPresent(Column.class) ? field.getAnnotation(Column.class).name() : field.getName();
    }

    /** Inserts so many rows at once. */
    String insert(int rows) {
        return insert + String.join(", ", Collections.nCopies(rows, places));
    }

    /** The values of the row in the order of {@link #insert}. */
    List<Object> values(Object row) {
        List<Object> values = new ArrayList<>(fields.size());
        for (Field field : fields) {
            values.add(stored(value(field, row)));
        }
        return values;
    }

    /** A value as a statement takes it. */
    static Object stored(Object value) {
        return value instanceof Instant instant ? INSTANTS.convertToDatabaseColumn(instant) : value;
    }

    private static Object value(Field field, Object row) {
        try {
            return field.get(row);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " is public", e);
        }
    }
}
