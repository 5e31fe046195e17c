package wf.store.ddl;

import java.time.LocalDateTime;
import java.util.List;
import wf.store.ddl.ColumnType.Kind;
import wf.store.ddl.Schema.Column;
import wf.store.ddl.Schema.Index;
import wf.store.ddl.Schema.Sequence;
import wf.store.ddl.Schema.Table;

/** Oracle 19c, the release that most houses have: it knows no boolean yet, and takes an empty text for null. */
final class Oracle extends Dialect {

    /** Of four bytes each, which is what a varchar2 holds where MAX_STRING_SIZE is STANDARD. */
    private static final int LONGEST = 1000;

    @Override
    String folder() {
        return "oracle";
    }

    @Override
    String product() {
        return "Oracle Database 19c";
    }

    @Override
    List<String> advice() {
        return List.of(
                "Run it once, as the user whose tables they are to be, in a database with the character set AL32UTF8: sqlplus wf@//host/service @create.sql",
                "after whenever sqlerror exit failure: the rows of wf_schema at its end say that all tables are there.",
                "(with NLS_LANG=.AL32UTF8, since remarks are partly Chinese).",
                "Oracle takes '' for null. Where the others say default '', nothing stands here; and the product writes '' into columns that",
                "must not be null here (which ones: docs/install/databases.md). It has to change before it can work on Oracle.",
                "Texts of more than 1000 signs are CLOBs, so that MAX_STRING_SIZE may stay as it is.");
    }

    @Override
    String type(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> type.length() <= LONGEST ? "varchar2(" + type.length() + " char)" : "clob";
            case BYTES -> "blob";
            case TRUTH -> "number(1)";
            case SMALL -> "number(5)";
            case INTEGER -> "number(10)";
            case LONG -> "number(19)";
            case DECIMAL -> "number(" + type.length() + ", " + type.scale() + ")";
            case INSTANT -> "timestamp(6) with time zone";
        };
    }

    @Override
    String moment(LocalDateTime at) {
        return "timestamp '" + digits(at) + " +00:00'";
    }

    @Override
    String next(String sequence) {
        return sequence + ".nextval";
    }

    /** In the order of asking, also over several instances of a cluster. */
    @Override
    String sequence(Sequence sequence) {
        return super.sequence(sequence) + " order";
    }

    @Override
    String initial(Initial initial) {
        return initial instanceof Initial.Text text && text.text().isEmpty() ? "" : super.initial(initial);
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
