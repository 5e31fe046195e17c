package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.found;
import static wf.scenario.Sketch.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wf.bpmn.BpmnReader;
import wf.definition.Finding;
import wf.definition.Relation;
import wf.node.BuiltInNodeTypes;
import wf.rule.Languages;
import wf.rule.jexl.JexlExpressions;
import wf.rule.xpath.XPathExpressions;

/** What is said at deployment of sources of participants: a misspelt one would give the work to others than its author thinks. */
class SourceDeploymentTest {

    private static List<Finding> findings(String xml) {
        return new BpmnReader(BuiltInNodeTypes.all(), new Languages(new JexlExpressions(), new XPathExpressions()))
                .read(xml.getBytes(StandardCharsets.UTF_8)).findings();
    }

    private static List<Finding> of(String manner, String sources) {
        return findings(process("p").start("s").user("draft", "li").user("check", found(manner, sources)).end("e").path("s", "draft", "check", "e").xml());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "SOURCE_WORD, \"<wf:from relation='DEPT_BOSS'/>\"",
        "SOURCE_WORD, \"<wf:from relation='DEPT_HEAD' base='BOSS'/>\"",
        "SOURCE_WORD, \"<wf:from relation='DEPT_HEAD' whenHead='climb'/>\"",
        "SOURCE_WORD, \"<wf:from dept='rd' sub='yes'/>\"",
        "SOURCE_NUMBER, \"<wf:from relation='LEADER_UP' levels='0'/>\"",
        "SOURCE_ATTRIBUTE, \"<wf:from relation='DEPT_HEAD' levels='2'/>\"",
        "SOURCE_ATTRIBUTE, \"<wf:from relation='STARTER' base='STARTER'/>\"",
        "SOURCE_ATTRIBUTE, \"<wf:from relation='SAME_DEPT' whenHead='SELF'/>\"",
        "SOURCE_ATTRIBUTE, \"<wf:from user='li' sub='true'/>\"",
        "SOURCE_ATTRIBUTE, \"<wf:from group='finance' bse='STARTER'/>\"",
        "SOURCE_NEEDS, \"<wf:from relation='POST_IN_DEPT'/>\"",
        "SOURCE_NEEDS, \"<wf:from relation='GROUP_IN_DEPT' group=''/>\"",
        "SOURCE_NEEDS, \"<wf:from relation='NODE_HANDLER'/>\"",
        "SOURCE_NEEDS, \"<wf:from relation='DEPT_HEAD' base='NODE'/>\"",
        "SOURCE_NEEDS, \"<wf:from relation='DEPT_HEAD' base='VARIABLE'/>\"",
        "SOURCE_NODE, \"<wf:from relation='NODE_HANDLER' node='nowhere'/>\"",
        "SOURCE_NODE, \"<wf:from relation='DEPT_HEAD' base='NODE' node='s'/>\"",
        "SOURCE_KINDS, \"<wf:from/>\"",
        "SOURCE_KINDS, \"<wf:from user='li' group='finance'/>\"",
        "SOURCE_KINDS, \"<wf:from usr='li'/>\"",
        "SOURCE_UNKNOWN, \"<wf:from user='li'/><wf:but user='wang'/>\"",
        "SOURCES_EMPTY, \"<wf:except user='li'/>\"",
        "EXPRESSION, \"<wf:from expression='${a +}'/>\"",
        "EXPRESSION, \"<wf:from group='${(}'/>\""})
    void whatIsNotUnderstoodIsAnErrorWithItsPlace(String code, String sources) {
        assertThat(of("", sources)).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo(code);
            assertThat(f.isError()).isTrue();
            assertThat(f.line()).isPositive();
            assertThat(f.column()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"SOURCE_WORD, \"combine='BOTH'\"", "SOURCE_WORD, \"load='FAIR'\"", "SOURCE_WORD, \"order='AGE'\"",
        "SOURCE_NUMBER, \"limit='0'\"", "SOURCE_NUMBER, \"limit='many'\"", "SOURCE_ATTRIBUTE, \"strategy='ALL'\""})
    void soIsHowTheyAreCombined(String code, String manner) {
        assertThat(of(manner, "<wf:from user='li'/>")).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo(code);
            assertThat(f.isError()).isTrue();
        });
    }

    @Test
    void theErrorStandsWhereTheSourceStandsAndNotTheTask() {
        Finding finding = of("", "\n\n  <wf:from relation='DEPT_BOSS'/>").get(0);
        Finding other = of("", "\n\n\n  <wf:from relation='DEPT_BOSS'/>").get(0);
        assertThat(other.line()).isEqualTo(finding.line() + 1);
    }

    @Test
    void whoHandlesATaskIsSaidOnce() {
        assertThat(findings(process("p").start("s").user("check", "li").holds("<wf:participants><wf:from user='li'/></wf:participants>").end("e")
                .path("s", "check", "e").xml())).extracting(Finding::code).contains("SOURCES_BESIDE");
        assertThat(findings(process("p").start("s").user("check", found("<wf:from user='li'/>")).holds("<wf:participants><wf:from user='li'/></wf:participants>")
                .end("e").path("s", "check", "e").xml())).extracting(Finding::code).contains("SOURCES_BESIDE");
    }

    private static List<Finding> ofProcess(String elements) {
        return findings(process("p").start("s").user("draft", "li").user("check", "li").end("e").path("s", "draft", "check", "e").xml()
                .replaceFirst("(<process [^>]*>)", "$1" + Matcher.quoteReplacement("<extensionElements>" + elements + "</extensionElements>")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "SOURCE_WORD, \"<wf:readers><wf:from relation='DEPT_BOSS'/></wf:readers>\"",
        "SOURCES_EMPTY, \"<wf:monitors/>\"",
        "SOURCES_TWICE, \"<wf:endReaders><wf:from user='li'/></wf:endReaders><wf:endReaders><wf:from user='li'/></wf:endReaders>\"",
        "SOURCE_EARLY, \"<wf:readers><wf:from relation='NODE_HANDLER' node='draft'/></wf:readers>\"",
        "SOURCE_EARLY, \"<wf:monitors><wf:from relation='DEPT_HEAD' base='NODE' node='draft'/></wf:monitors>\"",
        "SOURCE_EARLY, \"<wf:starters><wf:from variable='who'/></wf:starters>\"",
        "SOURCE_EARLY, \"<wf:starters><wf:from group='${team}'/></wf:starters>\"",
        "SOURCE_EARLY, \"<wf:starters><wf:from relation='PREVIOUS_HANDLER'/></wf:starters>\"",
        "SOURCE_ATTRIBUTE, \"<wf:starters load='RANDOM'><wf:from user='li'/></wf:starters>\"",
        "EXPRESSION, \"<wf:readers><wf:from expression='${a +}'/></wf:readers>\""})
    void theSameIsSaidOfReadersMonitorsAndStarters(String code, String elements) {
        assertThat(ofProcess(elements)).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo(code);
            assertThat(f.isError()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<wf:readers limit='2' order='NAME'><wf:from dept='rd' sub='true'/><wf:except relation='SELF'/></wf:readers>",
        "<wf:endReaders><wf:from relation='NODE_HANDLER' node='draft'/></wf:endReaders>", "<wf:monitors><wf:from relation='SUPERIOR_LEADER'/></wf:monitors>",
        "<wf:starters combine='INTERSECTION'><wf:from dept='rd' sub='true'/><wf:from relation='SAME_POST' base='CURRENT'/></wf:starters>"})
    void readersMonitorsAndStartersHaveTheirOwnElements(String elements) {
        assertThat(ofProcess(elements)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<wf:from user='li,wang'/>", "<wf:from dept='rd' sub='true'/><wf:except user='li'/>", "<wf:from group='${team}'/>",
        "<wf:from post='legal' sub='false'/>", "<wf:from variable='who'/>", "<wf:from field='who'/>", "<wf:from expression='${boss}'/>", "<wf:from bean='finder'/>",
        "<wf:from relation='LEADER_UP' levels='3' whenHead='SELF' base='NODE' node='draft'/>", "<wf:from relation='POST_IN_DEPT' post='legal' base='CURRENT'/>",
        "<wf:from relation='GROUP_IN_DEPT' group='finance' base='VARIABLE' variable='who'/>", "<wf:from relation='NODE_HANDLER' node='draft'/>"})
    void whatIsUnderstoodIsNoFinding(String sources) {
        assertThat(of("combine='INTERSECTION' order='NAME' load='LEAST_OPEN' limit='2'", sources)).isEmpty();
    }

    @Test
    void everyRelationCanBeDeployed() {
        for (Relation relation : Relation.values()) {
            String needs = relation == Relation.NODE_HANDLER ? " node='draft'" : relation == Relation.POST_IN_DEPT ? " post='legal'"
                    : relation == Relation.GROUP_IN_DEPT ? " group='finance'" : "";
            assertThat(of("", "<wf:from relation='" + relation + "'" + needs + "/>")).as(relation.name()).isEmpty();
        }
    }
}
