package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How a class of rows stands in the database, read off its annotations: for what goes past the persistence context, and
 * must say the same as it.
 */
final class Table<R> {

    private static final ClassValue<Table<?>> KNOWN = new ClassValue<>() {
        @Override
        protected Table<?> computeValue(Class<?> row) {
            return new Table<>(row);
        }
    };
    private static final InstantConverter INSTANTS = new InstantConverter();
    private final String name;
    private final Constructor<R> constructor;
    private final List<Field> fields;
    private final List<Field> written;
    private final Map<String, String> columns = new ConcurrentHashMap<>();
    private final Map<Integer, String> inserts = new ConcurrentHashMap<>();

    private Table(Class<R> row) {
        if (!row.isAnnotationPresent(Entity.class)) {
            throw new IllegalArgumentException(row + " is no row");
        }
        name = row.getAnnotation(jakarta.persistence.Table.class).name();
        fields = Arrays.stream(row.getFields()).filter(f -> !Modifier.isStatic(f.getModifiers())).toList();
        written = fields.stream().filter(Table::isWritten).toList();
        try {
            constructor = row.getConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(row + " cannot be made", e);
        }
    }

    @SuppressWarnings("unchecked")
    static <R> Table<R> of(Class<R> row) {
        return (Table<R>) KNOWN.get(row);
    }

    String name() {
        return name;
    }

    /** The columns as a query names them, with this in front, in the order in which {@link #read} wants them. */
    String columns(String alias) {
        return columns.computeIfAbsent(alias, a -> fields.stream().map(f -> a + '.' + column(f)).collect(Collectors.joining(", ")));
    }

    private static String column(Field field) {
        Column said = field.getAnnotation(Column.class);
        return said == null || said.name().isEmpty() ? field.getName() : said.name();
    }

    /** Else the database gives it its value. */
    private static boolean isWritten(Field field) {
        Column said = field.getAnnotation(Column.class);
        return said == null || said.insertable();
    }

    /** Inserts so many rows at once. */
    String insert(int rows) {
        return inserts.computeIfAbsent(rows, n -> "insert into " + name
                + written.stream().map(Table::column).collect(Collectors.joining(", ", " (", ")"))
                + " values " + String.join(", ", Collections.nCopies(n, "(" + Writes.places(written.size()) + ")")));
    }

    /** The values of the row in the order of {@link #insert}. */
    List<Object> values(Object row) {
        List<Object> values = new ArrayList<>(written.size());
        for (Field field : written) {
            try {
                values.add(stored(field.get(row)));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(field + " is public", e);
            }
        }
        return values;
    }

    /** A value as a statement takes it. */
    static Object stored(Object value) {
        return value instanceof Instant instant ? INSTANTS.convertToDatabaseColumn(instant) : value;
    }

    /** A row of what {@link #columns} asked for. */
    R read(ResultSet result) throws SQLException {
        try {
            R row = constructor.newInstance();
            for (int i = 0; i < fields.size(); i++) {
                fields.get(i).set(row, value(result, i + 1, fields.get(i).getType()));
            }
            return row;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }

    private static Object value(ResultSet result, int at, Class<?> type) throws SQLException {
        if (type == String.class) {
            return result.getString(at);
        } else if (type == byte[].class) {
            return result.getBytes(at);
        } else if (type == Instant.class) {
            return INSTANTS.convertToEntityAttribute(result.getObject(at, OffsetDateTime.class));
        }
        Object value = type == long.class || type == Long.class ? (Object) result.getLong(at)
                : type == int.class || type == Integer.class ? (Object) result.getInt(at)
                : type == boolean.class ? (Object) result.getBoolean(at) : result.getObject(at);
        return !type.isPrimitive() && result.wasNull() ? null : value;
    }
}
