package wf.store.ddl;

import java.time.LocalDateTime;
import java.util.List;

/** 人大金仓 in its mode for PostgreSQL, where it is one: the script could run on PostgreSQL, and in a test it does. */
final class Kingbase extends Dialect {

    /** Longer ones are kept outside of the row in any case. */
    private static final int LONGEST = 8000;

    @Override
    String folder() {
        return "kingbase";
    }

    @Override
    String product() {
        return "KingbaseES V8R6 (人大金仓), mode pg";
    }

    @Override
    List<String> advice() {
        return List.of(
                "The instance is made with initdb --dbmode=pg -E UTF8 --locale=C: in its mode for Oracle it would take '' for null.",
                "Then, as the user whose tables they are to be, in an empty database: ksql -d wf -v ON_ERROR_STOP=1 -f create.sql",
                "It was run on PostgreSQL by a test, never on KingbaseES.");
    }

    @Override
    String type(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> type.length() <= LONGEST ? "varchar(" + type.length() + ")" : "text";
            case BYTES -> "bytea";
            case TRUTH -> "boolean";
            case SMALL -> "smallint";
            case INTEGER -> "integer";
            case LONG -> "bigint";
            case DECIMAL -> "decimal(" + type.length() + ", " + type.scale() + ")";
            case INSTANT -> "timestamp(6) with time zone";
        };
    }

    @Override
    String moment(LocalDateTime at) {
        return "timestamp with time zone '" + digits(at) + "+00:00'";
    }

    @Override
    String truth(boolean value) {
        return Boolean.toString(value);
    }

    @Override
    String next(String sequence) {
        return "nextval('" + sequence + "')";
    }

    @Override
    String name(String name) {
        return ReservedWords.has(name) ? "\"" + name + "\"" : name;
    }

    /** Outside of a transaction there is nothing to commit. */
    @Override
    List<String> closing() {
        return List.of();
    }
}
