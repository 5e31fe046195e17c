package wf.store.ddl;

import java.util.List;

/**
 * The tables of the product at one version, as a database tells them after all migrations: what every script must build.
 *
 * @param version of the last migration
 * @param tables  in the order of the migrations, so that whoever refers to another comes behind it
 */
record Schema(int version, List<Sequence> sequences, List<Table> tables) {

    record Sequence(String name, long start, long step) { }

    /** @param remarks what the migration says about the table, line by line */
    record Table(String name, List<String> remarks, List<Column> columns, Key primary, List<Key> uniques, List<Reference> references,
                 List<Check> checks, List<Index> indexes) {

        Column column(String column) {
            return columns.stream().filter(c -> c.name().equals(column)).findFirst().orElseThrow();
        }
    }

    /**
     * @param optional whether it may be null
     * @param initial  null for none
     */
    record Column(String name, ColumnType type, boolean optional, Initial initial) { }

    /** A primary or unique key. */
    record Key(String name, List<String> columns) { }

    /** A foreign key. */
    record Reference(String name, List<String> columns, String target, List<String> targetColumns) { }

    /** The column holds one of these texts. */
    record Check(String name, String column, List<String> values) { }

    record Index(String name, boolean unique, List<String> columns) { }

    Table table(String name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }
}
