package wf.store.ddl;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.store.ddl.Schema.Column;
import wf.store.ddl.Schema.Index;
import wf.store.ddl.Schema.Key;
import wf.store.ddl.Schema.Reference;
import wf.store.ddl.Schema.Sequence;
import wf.store.ddl.Schema.Table;

/**
 * The one script that makes all tables of a version on a database. It ends like a chain of migrations would: every number stands in
 * {@code wf_schema}, and in row 0 the instant by which the product sees whether a connection falsifies times.
 */
final class CreationScript {

    private static final LocalDateTime PROBE = LocalDateTime.parse("2024-03-31T01:30:00.123456");

    private final Schema schema;
    private final Dialect dialect;
    private final StringBuilder text = new StringBuilder();

    private CreationScript(Schema schema, Dialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
    }

    static String of(Schema schema, Dialect dialect) {
        return new CreationScript(schema, dialect).written();
    }

    private String written() {
        head();
        dialect.opening().forEach(this::line);
        for (Sequence sequence : dialect.sequences(schema)) {
            line(dialect.sequence(sequence) + ";");
        }
        schema.tables().forEach(this::table);
        stamps();
        dialect.closing().forEach(this::line);
        return text.toString();
    }

    private void head() {
        line("-- The tables of schema version " + schema.version() + " for " + dialect.product() + ".");
        line("--");
        line("-- NOT RUN on this database (未在该数据库上运行过), and the product does not start on it yet: docs/install/databases.md says what is missing.");
        line("-- Generated from the tables that the migrations make in H2; whoever changes those writes it anew:");
        line("-- mvn -pl wf-contract,wf-ejb test -Dtest=CreationScriptTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true");
        line("-- It makes an empty schema; there is none for going on from an earlier version.");
        line("--");
        dialect.advice().forEach(l -> line("-- " + l));
        line("-- Quoted, since they are reserved words in Oracle or SQL Server: " + quoted() + ".");
        line("");
    }

    private String quoted() {
        return schema.tables().stream().flatMap(t -> t.columns().stream().filter(c -> ReservedWords.has(c.name())).map(c -> t.name() + "." + c.name()))
                .collect(Collectors.joining(", "));
    }

    private void table(Table table) {
        line("");
        table.remarks().forEach(this::line);
        line("create table " + dialect.name(table.name()) + " (");
        line(String.join(",\n", parts(table)));
        line(");");
        for (Index index : table.indexes()) {
            line(dialect.index(table, index) + ";");
        }
    }

    private List<String> parts(Table table) {
        int widest = table.columns().stream().mapToInt(c -> dialect.name(c.name()).length()).max().orElseThrow();
        List<String> parts = new ArrayList<>();
        for (Column column : table.columns()) {
            String name = dialect.name(column.name());
            parts.add("  " + name + " ".repeat(widest + 1 - name.length()) + dialect.column(column));
        }
        parts.add("  constraint " + table.primary().name() + " primary key (" + dialect.names(table.primary().columns()) + ")");
        Stream.of(table.uniques().stream().map(this::unique), table.references().stream().map(this::reference), table.checks().stream().map(dialect::check))
                .flatMap(s -> s).forEach(p -> parts.add("  " + p));
        return parts;
    }

    private String unique(Key key) {
        return "constraint " + key.name() + " unique (" + dialect.names(key.columns()) + ")";
    }

    private String reference(Reference reference) {
        return "constraint " + reference.name() + " foreign key (" + dialect.names(reference.columns()) + ") references "
                + dialect.name(reference.target()) + " (" + dialect.names(reference.targetColumns()) + ")";
    }

    private void stamps() {
        line("");
        line("-- What the product looks for when it starts.");
        stamp(0, dialect.moment(PROBE));
        for (int version = 1; version <= schema.version(); version++) {
            stamp(version, dialect.now());
        }
    }

    private void stamp(int version, String at) {
        line("insert into wf_schema (version, applied_at) values (" + version + ", " + at + ");");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
