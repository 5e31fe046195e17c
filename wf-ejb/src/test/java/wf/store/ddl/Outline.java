package wf.store.ddl;

import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.ast.SQLName;
import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.expr.SQLInListExpr;
import com.alibaba.druid.sql.ast.statement.SQLCharacterDataType;
import com.alibaba.druid.sql.ast.statement.SQLCheck;
import com.alibaba.druid.sql.ast.statement.SQLColumnDefinition;
import com.alibaba.druid.sql.ast.statement.SQLCommitStatement;
import com.alibaba.druid.sql.ast.statement.SQLCreateIndexStatement;
import com.alibaba.druid.sql.ast.statement.SQLCreateSequenceStatement;
import com.alibaba.druid.sql.ast.statement.SQLCreateTableStatement;
import com.alibaba.druid.sql.ast.statement.SQLForeignKeyConstraint;
import com.alibaba.druid.sql.ast.statement.SQLInsertStatement;
import com.alibaba.druid.sql.ast.statement.SQLNotNullConstraint;
import com.alibaba.druid.sql.ast.statement.SQLPrimaryKey;
import com.alibaba.druid.sql.ast.statement.SQLSelectOrderByItem;
import com.alibaba.druid.sql.ast.statement.SQLSetStatement;
import com.alibaba.druid.sql.ast.statement.SQLTableElement;
import com.alibaba.druid.sql.ast.statement.SQLUnique;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import wf.store.ddl.Schema.Column;
import wf.store.ddl.Schema.Index;
import wf.store.ddl.Schema.Key;
import wf.store.ddl.Schema.Reference;
import wf.store.ddl.Schema.Table;

/** What a script builds, one line for each thing, so that the model and what a parser has understood can be laid side by side. */
final class Outline {

    private final List<String> lines = new ArrayList<>();

    private Outline() { }

    static List<String> of(Schema schema) {
        Outline outline = new Outline();
        schema.sequences().forEach(s -> outline.add("sequence", s.name(), "from " + s.start() + " by " + s.step()));
        schema.tables().forEach(outline::table);
        for (int version = 0; version <= schema.version(); version++) {
            outline.add("version", String.valueOf(version), "");
        }
        return outline.lines;
    }

    private void table(Table table) {
        add("table", table.name(), "");
        for (Column column : table.columns()) {
            add("column", table.name() + "." + column.name(), (column.optional() ? "" : "not null") + (column.initial() == null ? "" : " default"));
        }
        key("primary", table.name(), table.primary());
        table.uniques().forEach(u -> key("unique", table.name(), u));
        for (Reference r : table.references()) {
            add("foreign", table.name(), r.name() + r.columns() + " " + r.target() + r.targetColumns());
        }
        table.checks().forEach(c -> add("check", table.name(), c.name() + " " + c.column() + " " + c.values().stream().map(v -> "'" + v + "'").toList()));
        for (Index index : table.indexes()) {
            add("index", table.name(), index.name() + (index.unique() ? " unique " : " ") + index.columns());
        }
    }

    private void key(String kind, String table, Key key) {
        add(kind, table, key.name() + key.columns());
    }

    /** @throws IllegalArgumentException for a statement that no script should have */
    static List<String> of(List<SQLStatement> statements) {
        Outline outline = new Outline();
        for (SQLStatement statement : statements) {
            if (statement instanceof SQLCreateTableStatement create) {
                outline.table(create);
            } else if (statement instanceof SQLCreateIndexStatement index) {
                outline.add("index", name(index.getTableName()), name(index.getName().getSimpleName()) + ("UNIQUE".equalsIgnoreCase(index.getType()) ? " unique " : " ")
                        + items(index.getItems()));
            } else if (statement instanceof SQLCreateSequenceStatement sequence) {
                outline.add("sequence", name(sequence.getName().getSimpleName()), "from " + sequence.getStartWith() + " by " + sequence.getIncrementBy());
            } else if (statement instanceof SQLInsertStatement insert && insert.getTableName().getSimpleName().equals("wf_schema")) {
                outline.add("version", insert.getValues().getValues().get(0).toString(), "");
            } else if (!(statement instanceof SQLCommitStatement) && !(statement instanceof SQLSetStatement)) {
                throw new IllegalArgumentException("what is this for: " + statement);
            }
        }
        return outline.lines;
    }

    private void table(SQLCreateTableStatement create) {
        String table = name(create.getTableName());
        add("table", table, "");
        for (SQLTableElement element : create.getTableElementList()) {
            if (element instanceof SQLColumnDefinition column) {
                boolean must = column.getConstraints().stream().anyMatch(SQLNotNullConstraint.class::isInstance);
                boolean filled = column.getDefaultExpr() != null || column.getIdentity() != null;
                add("column", table + "." + name(column.getColumnName()), (must ? "not null" : "") + (filled ? " default" : ""));
            } else if (element instanceof SQLForeignKeyConstraint key) {
                add("foreign", table, name(key.getName().getSimpleName()) + names(key.getReferencingColumns()) + " "
                        + name(key.getReferencedTableName().getSimpleName()) + names(key.getReferencedColumns()));
            } else if (element instanceof SQLUnique key) {
                add(element instanceof SQLPrimaryKey ? "primary" : "unique", table, name(key.getName().getSimpleName()) + items(key.getColumns()));
            } else if (element instanceof SQLCheck check) {
                SQLInListExpr in = (SQLInListExpr) check.getExpr();
                add("check", table, name(check.getName().getSimpleName()) + " " + name(in.getExpr().toString()) + " " + in.getTargetList());
            } else {
                throw new IllegalArgumentException("what is this for: " + element);
            }
        }
    }

    /** As it was written; the parser keeps the unit of a length apart. */
    static String type(SQLColumnDefinition column) {
        String unit = column.getDataType() instanceof SQLCharacterDataType text ? text.getCharType() : null;
        return column.getDataType().toString().replace(")", unit == null ? ")" : " " + unit + ")");
    }

    static Stream<SQLColumnDefinition> columns(SQLCreateTableStatement create) {
        return create.getTableElementList().stream().filter(SQLColumnDefinition.class::isInstance).map(SQLColumnDefinition.class::cast);
    }

    private static List<String> names(List<SQLName> names) {
        return names.stream().map(n -> name(n.getSimpleName())).toList();
    }

    private static List<String> items(List<SQLSelectOrderByItem> items) {
        return items.stream().map(i -> name(i.getExpr().toString())).toList();
    }

    /** Without its quotes or brackets, as the database would compare it. */
    static String name(String name) {
        return SQLUtils.normalize(name).replaceAll("\\s+", " ").replaceAll("^\\[(.*)]$|^\\((.*)\\)$", "$1$2").toLowerCase(Locale.ROOT);
    }

    private void add(String kind, String of, String what) {
        lines.add((kind + " " + of + " " + what).strip());
    }
}
