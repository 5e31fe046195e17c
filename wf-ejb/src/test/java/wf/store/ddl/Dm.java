package wf.store.ddl;

import java.time.LocalDateTime;
import java.util.List;
import wf.store.ddl.Schema.Index;
import wf.store.ddl.Schema.Sequence;
import wf.store.ddl.Schema.Table;

/** 达梦, which follows Oracle and has the types of standard SQL beside it. */
final class Dm extends Dialect {

    /** Longer ones are large objects, so that a row fits into half a page. */
    private static final int LONGEST = 1000;

    @Override
    String folder() {
        return "dm";
    }

    @Override
    String product() {
        return "DM8 (达梦数据库)";
    }

    @Override
    List<String> advice() {
        return List.of(
                "The instance is made once with: dminit PAGE_SIZE=32 CHARSET=1 CASE_SENSITIVE=1 BLANK_PAD_MODE=1, and keeps COMPATIBLE_MODE=0, in which '' is no null.",
                "Then, as the user whose tables they are to be, in disql: start create.sql. Stop at the first error:",
                "the rows of wf_schema at its end say that all tables are there.",
                "Lengths count signs (char), whatever LENGTH_IN_CHAR says. Texts of more than 1000 signs are CLOBs: a row has to fit into half a page.");
    }

    /** BIT is what DM has for a boolean of JDBC. */
    @Override
    String type(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> type.length() <= LONGEST ? "varchar2(" + type.length() + " char)" : "clob";
            case BYTES -> "blob";
            case TRUTH -> "bit";
            case SMALL -> "smallint";
            case INTEGER -> "integer";
            case LONG -> "bigint";
            case DECIMAL -> "decimal(" + type.length() + ", " + type.scale() + ")";
            case INSTANT -> "timestamp(6) with time zone";
        };
    }

    @Override
    String moment(LocalDateTime at) {
        return "cast('" + digits(at) + " +00:00' as timestamp(6) with time zone)";
    }

    @Override
    String next(String sequence) {
        return sequence + ".nextval";
    }

    @Override
    String sequence(Sequence sequence) {
        return super.sequence(sequence) + " order";
    }

    /** Whatever it thinks of nulls in a key. */
    @Override
    String uniqueWithNulls(Table table, Index index) {
        return plain(index, table, KeyWithoutNulls.of(this, table, index));
    }
}
