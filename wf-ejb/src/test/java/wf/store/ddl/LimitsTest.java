package wf.store.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wf.store.ddl.ColumnType.Kind;
import wf.store.ddl.Schema.Column;
import wf.store.ddl.Schema.Table;

/** What no parser sees: names, keys and rows that a database would find too long. */
class LimitsTest {

    private static final int PAGE = 32_768;

    /** Of Oracle before 12.2, whose compatibility mode 19c still can be in; all others take longer ones. */
    @Test
    void noNameIsLongerThanThirtySigns() {
        assertThat(SchemaReader.schema().tables().stream().flatMap(LimitsTest::names)).allSatisfy(n -> assertThat(n.length()).as(n).isLessThanOrEqualTo(30));
    }

    /** SQL Server: 900 bytes in the key by which rows are kept, which is the primary one, 1,700 in others; a sign has two. */
    @Test
    void keysAreShortEnoughForSqlServer() {
        for (Table table : SchemaReader.schema().tables()) {
            assertThat(bytes(table, table.primary().columns(), 2)).as(table.primary().name()).isLessThanOrEqualTo(900);
            secondary(table).forEach(key -> assertThat(bytes(table, key, 2)).as(table.name() + key).isLessThanOrEqualTo(1_700));
        }
    }

    /** Oracle: three quarters of a block of 8 KB; Db2: a quarter of a page, of 32 KB here; PostgreSQL and what follows it: a third of a page of 8 KB. */
    @Test
    void keysAreShortEnoughForAPageOfTheOthers() {
        for (Table table : SchemaReader.schema().tables()) {
            Stream.concat(Stream.of(table.primary().columns()), secondary(table))
                    .forEach(key -> assertThat(bytes(table, key, 4)).as(table.name() + key).isLessThanOrEqualTo(2_704));
        }
    }

    /** Db2: one page less its head; 达梦: half a page, of which texts in several bytes take the whole only where nobody writes Latin letters. */
    @Test
    void rowsAreShortEnoughForDb2AndDm() {
        for (Table table : SchemaReader.schema().tables()) {
            assertThat(bytes(table, table.columns().stream().map(Column::name).toList(), 4)).as(table.name()).isLessThanOrEqualTo(PAGE / 2);
        }
    }

    /** Oracle refuses a second index over the same columns in the same order. */
    @Test
    void noTwoIndexesHaveTheSameColumns() {
        for (Table table : SchemaReader.schema().tables()) {
            List<List<String>> keys = new ArrayList<>(secondary(table).toList());
            keys.add(table.primary().columns());
            assertThat(keys).as(table.name()).doesNotHaveDuplicates();
        }
    }

    /** One name for one thing in a schema: Oracle and PostgreSQL keep tables, sequences and indexes in one list, and keys bring indexes. */
    @Test
    void noNameIsGivenTwice() {
        Set<String> names = new HashSet<>();
        Schema schema = SchemaReader.schema();
        Stream.concat(schema.sequences().stream().map(Schema.Sequence::name), schema.tables().stream().flatMap(t -> Stream.concat(Stream.of(t.name()), objects(t))))
                .forEach(n -> assertThat(names.add(n)).as(n).isTrue());
    }

    private static Stream<List<String>> secondary(Table table) {
        return Stream.concat(table.uniques().stream().map(Schema.Key::columns), table.indexes().stream().map(Schema.Index::columns));
    }

    private static Stream<String> names(Table table) {
        return Stream.of(Stream.of(table.name()), table.columns().stream().map(Column::name), objects(table)).flatMap(s -> s);
    }

    private static Stream<String> objects(Table table) {
        return Stream.of(Stream.of(table.primary().name()), table.uniques().stream().map(Schema.Key::name), table.references().stream().map(Schema.Reference::name),
                table.checks().stream().map(Schema.Check::name), table.indexes().stream().map(Schema.Index::name)).flatMap(s -> s);
    }

    private static int bytes(Table table, List<String> columns, int sign) {
        return columns.stream().map(table::column).mapToInt(c -> bytes(c.type(), sign)).sum();
    }

    /** Of a large object what stays in the row. */
    private static int bytes(ColumnType type, int sign) {
        boolean large = type.kind() == Kind.BYTES || type.isText() && type.length() > 1000;
        return large ? 400 : type.isText() ? (int) type.length() * sign + 4 : 18;
    }
}
