package wf.store.ddl;

import java.time.LocalDateTime;
import java.util.List;
import wf.store.ddl.ColumnType.Kind;
import wf.store.ddl.Schema.Column;
import wf.store.ddl.Schema.Index;
import wf.store.ddl.Schema.Sequence;
import wf.store.ddl.Schema.Table;

/** Db2 for Linux, UNIX and Windows: no times with a zone, no default from a sequence, and lengths in bytes. */
final class Db2 extends Dialect {

    /** Longer ones are large objects, so that a row fits into a page. */
    private static final int LONGEST = 1000;
    private static final int BYTES = 4;

    @Override
    String folder() {
        return "db2";
    }

    @Override
    String product() {
        return "Db2 11.5 for Linux, UNIX and Windows";
    }

    @Override
    List<String> advice() {
        return List.of(
                "Create the database first: db2 \"create database wf using codeset UTF-8 territory CN collate using identity pagesize 32768\"; pages of 8 KB",
                "do not hold the longest rows. Then, connected as the user whose tables they are to be: db2 -stvf create.sql,",
                "which stops at the first error: the rows of wf_schema at its end say that all tables are there.",
                "A varchar counts bytes: four for each sign. STRING_UNITS stays at SYSTEM.",
                "Times have no zone; what stands in them is UTC, as in MariaDB.",
                "A column cannot take its default from a sequence: wf_ticket.turn is an identity column, and the sequence wf_ticket_turn is not there.",
                "Db2 compares 'a' and 'a ' as equal, which the other databases of the product do not.");
    }

    /** A boolean is a number: so the platform of EclipseLink for it writes and reads them. */
    @Override
    String type(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> (type.length() <= LONGEST ? "varchar(" : "clob(") + type.length() * BYTES + ")";
            case BYTES -> "blob(" + type.length() + ")";
            case TRUTH, SMALL -> "smallint";
            case INTEGER -> "integer";
            case LONG -> "bigint";
            case DECIMAL -> "decimal(" + type.length() + ", " + type.scale() + ")";
            case INSTANT -> "timestamp(6)";
        };
    }

    @Override
    String moment(LocalDateTime at) {
        return "timestamp '" + digits(at) + "'";
    }

    @Override
    String now() {
        return "current_timestamp - current_timezone";
    }

    @Override
    String next(String sequence) {
        throw new IllegalStateException("no default here takes its value from " + sequence);
    }

    /** The product never names such a column in an insert. */
    @Override
    String initial(Initial initial) {
        return initial instanceof Initial.Next ? " generated always as identity (start with 1, increment by 1)" : super.initial(initial);
    }

    /** But for those that identity columns stand for. */
    @Override
    List<Sequence> sequences(Schema schema) {
        List<Initial> initials = schema.tables().stream().flatMap(t -> t.columns().stream()).map(Column::initial).toList();
        return schema.sequences().stream().filter(s -> !initials.contains(new Initial.Next(s.name()))).toList();
    }

    /** Without its type it ends at two billion. */
    @Override
    String sequence(Sequence sequence) {
        return super.sequence(sequence).replace(" start with", " as bigint start with");
    }

    @Override
    String limits(Column column) {
        return column.type().kind() == Kind.TRUTH ? " check (" + name(column.name()) + " in (0, 1))" : "";
    }

    @Override
    String uniqueWithNulls(Table table, Index index) {
        return plain(index, table, KeyWithoutNulls.of(this, table, index));
    }
}
