package wf.store.ddl;

import java.time.LocalDateTime;
import java.util.List;
import wf.store.ddl.Schema.Index;
import wf.store.ddl.Schema.Table;

/** 神通, whose SQL comes from PostgreSQL's and whose types partly from Oracle; least is known of it. */
final class Oscar extends Dialect {

    private static final int LONGEST = 1000;
    private static final int BYTES = 4;

    @Override
    String folder() {
        return "oscar";
    }

    @Override
    String product() {
        return "OSCAR 7.0 (神通数据库)";
    }

    @Override
    List<String> advice() {
        return List.of(
                "In a database of its own with the character set UTF8, as the user whose tables they are to be, in isql. Stop at the first error:",
                "the rows of wf_schema at its end say that all tables are there.",
                "Whether a length counts bytes or signs depends on the installation: four bytes are reckoned for each sign. Texts of more than 1000 signs are CLOBs.",
                "Whether it takes '' for null, as Oracle does, has to be tried first: the product needs that it does not.");
    }

    @Override
    String type(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> type.length() <= LONGEST ? "varchar(" + type.length() * BYTES + ")" : "clob";
            case BYTES -> "blob";
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
        return "cast('" + digits(at) + " +00:00' as timestamp(6) with time zone)";
    }

    @Override
    String truth(boolean value) {
        return Boolean.toString(value);
    }

    @Override
    String next(String sequence) {
        return "nextval('" + sequence + "')";
    }

    /** Whatever it thinks of nulls in a key. */
    @Override
    String uniqueWithNulls(Table table, Index index) {
        return plain(index, table, KeyWithoutNulls.of(this, table, index));
    }

    /** As PostgreSQL wants it. */
    @Override
    String keyPart(String expression) {
        return "(" + expression + ")";
    }
}
