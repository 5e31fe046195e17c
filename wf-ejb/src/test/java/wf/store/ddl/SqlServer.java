package wf.store.ddl;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import wf.store.ddl.Schema.Index;
import wf.store.ddl.Schema.Table;

/** SQL Server: texts by their codes, so that keys tell upper from lower case; and indexes with a condition instead of nulls that differ. */
final class SqlServer extends Dialect {

    private static final int LONGEST = 4000;

    @Override
    String folder() {
        return "sqlserver";
    }

    @Override
    String product() {
        return "Microsoft SQL Server 2019";
    }

    @Override
    List<String> advice() {
        return List.of(
                "In an empty database of its own, with alter database wf set read_committed_snapshot on, since readers must not wait for writers:",
                "sqlcmd -d wf -b -f 65001 -i create.sql",
                "Every text has the collation Latin1_General_100_BIN2: names and keys are compared by their codes. SQL Server compares 'a' and 'a ' as equal",
                "even so, which the other databases of the product do not.",
                "Whoever changes rows of wf_journal needs quoted_identifier on, as drivers have it, because of its index with a condition.");
    }

    @Override
    String type(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> "nvarchar(" + (type.length() <= LONGEST ? type.length() : "max") + ") collate Latin1_General_100_BIN2";
            case BYTES -> "varbinary(max)";
            case TRUTH -> "bit";
            case SMALL -> "smallint";
            case INTEGER -> "int";
            case LONG -> "bigint";
            case DECIMAL -> "decimal(" + type.length() + ", " + type.scale() + ")";
            case INSTANT -> "datetimeoffset(6)";
        };
    }

    @Override
    String moment(LocalDateTime at) {
        return "'" + digits(at) + " +00:00'";
    }

    @Override
    String now() {
        return "sysdatetimeoffset()";
    }

    @Override
    String next(String sequence) {
        return "next value for " + sequence;
    }

    @Override
    List<String> opening() {
        return List.of("set quoted_identifier on;", "go");
    }

    @Override
    List<String> closing() {
        return List.of("go");
    }

    @Override
    String name(String name) {
        return ReservedWords.has(name) ? "[" + name + "]" : name;
    }

    @Override
    String uniqueWithNulls(Table table, Index index) {
        String filled = index.columns().stream().filter(c -> table.column(c).optional()).map(c -> name(c) + " is not null").collect(Collectors.joining(" and "));
        return plain(index, table, names(index.columns())) + " where " + filled;
    }
}
