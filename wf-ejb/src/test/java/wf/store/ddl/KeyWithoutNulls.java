package wf.store.ddl;

import java.util.ArrayList;
import java.util.List;
import wf.store.ddl.ColumnType.Kind;
import wf.store.ddl.Schema.Index;
import wf.store.ddl.Schema.Table;

/**
 * The key of a unique index over columns that may be null, for databases that take two nulls for the same (DB2), or do so where the
 * other columns are the same (Oracle). No part of it is ever null, so nothing depends on what a database thinks of nulls: a row with
 * a null in it is told from all others by its primary key, behind the columns by which rows are looked for.
 */
final class KeyWithoutNulls {

    private KeyWithoutNulls() { }

    static String of(Dialect dialect, Table table, Index index) {
        List<String> optional = index.columns().stream().filter(c -> table.column(c).optional()).toList();
        if (optional.size() != 1) {
            throw new IllegalStateException(index.name() + " has several columns that may be null");
        }
        String sometimes = dialect.name(number(table, optional.get(0)));
        List<String> parts = new ArrayList<>();
        for (String column : index.columns()) {
            parts.add(optional.contains(column) ? "coalesce(" + sometimes + ", 0)" : dialect.name(column));
        }
        table.primary().columns().stream().filter(c -> !index.columns().contains(c))
                .forEach(c -> parts.add(dialect.keyPart("case when " + sometimes + " is null then " + dialect.name(number(table, c)) + " else 0 end")));
        return String.join(", ", parts);
    }

    /** Of texts it is not known which stands for none. */
    private static String number(Table table, String column) {
        if (!List.of(Kind.SMALL, Kind.INTEGER, Kind.LONG).contains(table.column(column).type().kind())) {
            throw new IllegalStateException(table.name() + "." + column + " is no number");
        }
        return column;
    }
}
