package wf.store.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.ast.statement.SQLCreateTableStatement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Parsers of the dialects understand every statement, and understand the same tables as the model has. */
class ParsedScriptTest {

    private static final String OPERATION = "index wf_journal wf_journal_operation unique ";

    static List<Dialect> dialects() {
        return Dialect.all();
    }

    static List<Gap> gapsOfDruid() {
        return Gap.OF_DRUID;
    }

    static List<Gap> gapsOfGrammars() {
        return Gap.OF_GRAMMARS;
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void whatTheParserUnderstandsIsTheModel(Dialect dialect) {
        assertThat(Outline.of(understood(dialect))).containsExactlyInAnyOrderElementsOf(expected(dialect));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void theGrammarReadsEveryStatement(Dialect dialect) {
        if (SqlParser.hasGrammar(dialect.folder())) {
            List<String> refused = new ArrayList<>();
            for (String statement : Statements.of(dialect)) {
                try {
                    Gap.parse(SqlParser::grammar, Gap.OF_GRAMMARS, dialect.folder(), statement);
                } catch (IllegalArgumentException e) {
                    refused.add(statement + ": " + e.getMessage());
                }
            }
            assertThat(refused).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void everyColumnHasATypeOfItsDatabaseThatHoldsWhatItMust(Dialect dialect) {
        List<String> wrong = new ArrayList<>();
        for (SQLStatement statement : understood(dialect)) {
            if (statement instanceof SQLCreateTableStatement create) {
                String table = Outline.name(create.getTableName());
                Outline.columns(create).filter(c -> !ParsedTypes.fits(dialect.folder(), Outline.type(c),
                                SchemaReader.schema().table(table).column(Outline.name(c.getColumnName())).type()))
                        .forEach(c -> wrong.add(table + "." + c.getColumnName() + " " + Outline.type(c)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("gapsOfDruid")
    void whatDruidIsSaidNotToKnowItDoesNotKnow(Gap gap) {
        assertThat(with(gap)).isNotEmpty().allSatisfy(s -> assertThatThrownBy(() -> SqlParser.druid(gap.folder(), s)).isInstanceOf(RuntimeException.class));
    }

    @ParameterizedTest
    @MethodSource("gapsOfGrammars")
    void whatAGrammarIsSaidNotToKnowItDoesNotKnow(Gap gap) {
        assertThat(with(gap)).isNotEmpty().allSatisfy(s -> assertThatThrownBy(() -> SqlParser.grammar(gap.folder(), s)).isInstanceOf(RuntimeException.class));
    }

    /** Else that they understand the scripts would say nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "oracle    | create table t (a nvarchar(max) not null)",
        "oracle    | create table t (a bigint default next value for s not null)",
        "oracle    | create table [t] ([a] number(19))",
        "db2       | create table t (a varchar2(10 char) not null)",
        "db2       | create table [t] ([a] bigint)",
        "db2       | create table t (a bigint default nextval('s')::bigint not null)",
        "sqlserver | create table t (a varchar2(10 char) not null)",
        "sqlserver | create table t (a timestamp(6) with time zone not null)",
        "sqlserver | create table t (a boolean default false not null)",
        "dm        | create table t (a nvarchar(max) not null)",
        "dm        | create table [t] ([a] bigint)",
        "kingbase  | create table t (a varchar2(10 char) not null)",
        "kingbase  | create table [t] ([a] bigint)",
        "oscar     | create table t (a varchar2(10 char) not null)",
        "oscar     | create table [t] ([a] bigint)",
        "oracle    | create table t (a number(19),)",
        "sqlserver | create table t (a bigint,)",
        "kingbase  | create table t (a bigint,)",
        "db2       | create table t (a bigint"})
    void aStatementOfAnotherDialectOrAWrongOneIsRefused(String folder, String statement) {
        assertThatThrownBy(() -> {
            SqlParser.druid(folder, statement);
            if (SqlParser.hasGrammar(folder)) {
                SqlParser.grammar(folder, statement);
            }
        }).isInstanceOf(RuntimeException.class);
    }

    /** Neither parser minds a name that it takes for a type of somebody's own; so the types are held against a list. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"oracle | bytea", "oracle | bigint", "db2 | text", "db2 | timestamp(6) with time zone", "sqlserver | text",
        "sqlserver | timestamp(6)", "sqlserver | clob", "dm | nvarchar(10)", "kingbase | clob", "kingbase | varchar2(10 char)", "oscar | number(19)"})
    void aTypeOfAnotherDialectFitsNothing(String folder, String type) {
        assertThat(SchemaReader.schema().tables().stream().flatMap(t -> t.columns().stream())).noneMatch(c -> ParsedTypes.fits(folder, type, c.type()));
    }

    private static List<SQLStatement> understood(Dialect dialect) {
        List<SQLStatement> understood = new ArrayList<>();
        for (String statement : Statements.of(dialect)) {
            Gap.parse((folder, sql) -> understood.add(SqlParser.druid(folder, sql)), Gap.OF_DRUID, dialect.folder(), statement);
        }
        return understood;
    }

    private static List<String> with(Gap gap) {
        Dialect dialect = Dialect.all().stream().filter(d -> d.folder().equals(gap.folder())).findFirst().orElseThrow();
        return Statements.of(dialect).stream().filter(gap::isIn).toList();
    }

    /** The model, but for what a database cannot have as it is; each of these is told in the head of its script. */
    private static List<String> expected(Dialect dialect) {
        List<String> expected = new ArrayList<>(Outline.of(SchemaReader.schema()));
        String folder = dialect.folder();
        if (folder.equals("oracle")) {
            List.of("wf_work_item.title", "wf_work_item.starter", "wf_read_item.title", "wf_read_item.starter")
                    .forEach(c -> replace(expected, "column " + c + " not null default", "column " + c + " not null"));
        } else if (folder.equals("db2")) {
            expected.remove("sequence wf_ticket_turn from 1 by 1");
        }
        if (List.of("oracle", "db2", "dm", "oscar").contains(folder)) {
            replace(expected, OPERATION + "[tenant, op_id, sole]", OPERATION + "[tenant, op_id, coalesce(sole, 0),"
                    + " case when sole is null then instance_id else 0 end, case when sole is null then seq else 0 end]");
        }
        return expected;
    }

    private static void replace(List<String> lines, String line, String by) {
        assertThat(lines.remove(line)).as(line).isTrue();
        lines.add(by);
    }
}
