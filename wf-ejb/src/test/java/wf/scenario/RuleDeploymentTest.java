package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Sketch.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.bpmn.BpmnReader;
import wf.definition.Finding;
import wf.node.BuiltInNodeTypes;
import wf.rule.Languages;
import wf.rule.jexl.JexlExpressions;
import wf.rule.xpath.XPathExpressions;

/** What is said at deployment of the rules that a model names. */
class RuleDeploymentTest {

    private static List<Finding> findings(String xml) {
        return new BpmnReader(BuiltInNodeTypes.all(), new Languages(new JexlExpressions(), new XPathExpressions()))
                .read(xml.getBytes(StandardCharsets.UTF_8)).findings();
    }

    private static String withRule(String rule) {
        return process("p").start("s").user("check", "li").holds(rule).end("e").path("s", "check", "e").xml();
    }

    @Test
    void aScriptThatIsNoScriptIsAnErrorWithItsPlace() {
        assertThat(findings(withRule("<wf:leaveRule>if (x { y = 1 }</wf:leaveRule>"))).anySatisfy(f -> {
            assertThat(f.isError()).isTrue();
            assertThat(f.code()).isEqualTo("SCRIPT");
            assertThat(f.elementId()).isEqualTo("check");
            assertThat(f.line()).isPositive();
            assertThat(f.column()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<wf:enterRule/>", "<wf:enterRule script=\"limit\">skip()</wf:enterRule>", "<wf:leaveRule script=\"a b\"/>",
        "<wf:enterRule script=\"limit\" version=\"newest\"/>", "<wf:enterRule version=\"2\">skip()</wf:enterRule>"})
    void aRuleIsEitherAScriptOrTheNameOfOne(String rule) {
        assertThat(findings(withRule(rule))).extracting(Finding::code).contains("NODE_RULE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<wf:enterRule>skip()</wf:enterRule>", "<wf:enterRule name=\"small\">if (a &lt; 3) { skip() }</wf:enterRule>",
        "<wf:enterRule script=\"limit\"/>", "<wf:leaveRule script=\"finance.limit\" version=\"12\"/>"})
    void aRuleThatCanRunIsNoFinding(String rule) {
        assertThat(findings(withRule(rule))).isEmpty();
    }

    @Test
    void aRuleWhereNobodyWorksIsAnErrorSinceItWouldNeverRun() {
        assertThat(findings(process("p").start("s").mark("auto").holds("<wf:enterRule>x = 1</wf:enterRule>").end("e").path("s", "auto", "e").xml()))
                .anySatisfy(f -> {
                    assertThat(f.isError()).isTrue();
                    assertThat(f.code()).isEqualTo("NODE_RULE_PLACE");
                    assertThat(f.elementId()).isEqualTo("auto");
                });
    }
}
