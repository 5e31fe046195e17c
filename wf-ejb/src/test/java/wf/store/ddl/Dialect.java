package wf.store.ddl;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import wf.store.ddl.Schema.Check;
import wf.store.ddl.Schema.Column;
import wf.store.ddl.Schema.Index;
import wf.store.ddl.Schema.Sequence;
import wf.store.ddl.Schema.Table;

/**
 * The words of one database for the same tables. What most of them share stands here, in standard SQL; a subclass says what its
 * database calls otherwise, and everything about that database stands there alone.
 */
abstract class Dialect {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    static List<Dialect> all() {
        return List.of(new Oracle(), new Db2(), new SqlServer(), new Dm(), new Kingbase(), new Oscar());
    }

    /** The folder below {@code sql} that its script stands in. */
    abstract String folder();

    /** As people call it, with the release that the script is written for. */
    abstract String product();

    /** What an administrator does with the script, and what is otherwise in it than in those that run; one line each. */
    abstract List<String> advice();

    abstract String type(ColumnType type);

    /** A known moment of UTC as a default or in an insert. */
    abstract String moment(LocalDateTime at);

    /** The moment at which the statement runs. */
    String now() {
        return "current_timestamp";
    }

    String truth(boolean value) {
        return value ? "1" : "0";
    }

    abstract String next(String sequence);

    /** What stands before the first statement, for the program that reads the script. */
    List<String> opening() {
        return List.of();
    }

    /** What stands behind the last statement. */
    List<String> closing() {
        return List.of("commit;");
    }

    List<Sequence> sequences(Schema schema) {
        return schema.sequences();
    }

    String sequence(Sequence sequence) {
        return "create sequence " + sequence.name() + " start with " + sequence.start() + " increment by " + sequence.step();
    }

    /** In the case in which the database keeps names that are not quoted, so that quoting a word that it does not mind changes nothing. */
    String name(String name) {
        return ReservedWords.has(name) ? "\"" + name.toUpperCase(Locale.ROOT) + "\"" : name;
    }

    final String names(List<String> names) {
        return names.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** The line of a column but for its name. */
    final String column(Column column) {
        return type(column.type()) + (column.initial() == null ? "" : initial(column.initial())) + (column.optional() ? "" : " not null") + limits(column);
    }

    /** A default, with a space in front. */
    String initial(Initial initial) {
        return " default " + value(initial);
    }

    private String value(Initial initial) {
        if (initial instanceof Initial.Number number) {
            return number.digits();
        } else if (initial instanceof Initial.Text text) {
            return "'" + text.text() + "'";
        } else if (initial instanceof Initial.Truth truth) {
            return truth(truth.value());
        } else if (initial instanceof Initial.Moment moment) {
            return moment(moment.at());
        }
        return next(((Initial.Next) initial).sequence());
    }

    /** What keeps a column to its type where the database has none for it, with a space in front. */
    String limits(Column column) {
        return "";
    }

    String check(Check check) {
        return "constraint " + check.name() + " check (" + name(check.column()) + " in ('" + String.join("', '", check.values()) + "'))";
    }

    final String index(Table table, Index index) {
        boolean mayBeNull = index.columns().stream().anyMatch(c -> table.column(c).optional());
        return index.unique() && mayBeNull ? uniqueWithNulls(table, index) : plain(index, table, names(index.columns()));
    }

    /** A unique index that minds no row with a null in it, as in H2, PostgreSQL and MariaDB. */
    String uniqueWithNulls(Table table, Index index) {
        return plain(index, table, names(index.columns()));
    }

    /** An expression that is no call of a function, within the key of an index. */
    String keyPart(String expression) {
        return expression;
    }

    final String plain(Index index, Table table, String keys) {
        return "create " + (index.unique() ? "unique " : "") + "index " + index.name() + " on " + name(table.name()) + " (" + keys + ")";
    }

    static String digits(LocalDateTime at) {
        return MOMENT.format(at);
    }
}
