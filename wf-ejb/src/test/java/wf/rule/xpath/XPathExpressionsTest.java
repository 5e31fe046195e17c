package wf.rule.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.contract.ValueType;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.value.Value;

class XPathExpressionsTest {

    /** Steps are limited, and not seconds, which a busy machine makes long. */
    private static final Duration ENDLESS = Duration.ofSeconds(60);

    private final XPathExpressions expressions = new XPathExpressions();
    private final Map<String, Value> variables = new HashMap<>(Map.of(
            "days", Value.of(5), "reason", Value.of("family"), "price", Value.of(new BigDecimal("0.1")),
            "approved", Value.of(false), "signers", Value.of(List.of("li", "wang")), "nobody", Value.of(List.of()),
            "one", Value.of(List.of("li")), "review.round", Value.of(2), "wide", numbers(9_000),
            "order", Value.parse(ValueType.JSON, "{\"total\": 12.5, \"lines\": [{\"n\": 3, \"ok\": true}, {\"n\": 4, \"ok\": false}],"
                    + "\"none\": null, \"grid\": [[1, 2], [3]], \"free\": false, \"name\": \"desk\"}")));

    {
        variables.put("text", Value.of("x".repeat(90_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$days > 3", "days > 3", "/days > 3", "$days > 3 and $reason = 'family'", "count($signers) = 2",
        "$signers = 'li'", "$signers[2] = 'wang'", "$order/total = 12.5", "$order/lines[1]/n = 3", "$order/lines[n > 3]",
        "sum($order/lines/n) = 7", "not($approved)", "$approved = false()", "contains($reason, 'am')", "//n = 4",
        "bpmn:getDataObject('order')/total > 12", "not(bpmn:getDataObject('approved'))", "bpmn2:getDataObject('reason') = 'family'",
        "getDataObject('process', 'days') = 5", "getDataInput('days') = 5", "getDataOutput('days') = 5",
        "getProcessProperty('days') = 5", "getProcessProperty('p', 'days') = 5", "getActivityProperty('review', 'round') = 2",
        "getEventProperty('review', 'days') = 5", "getProcessInstanceAttribute('days') = 5",
        "getActivityInstanceAttribute('review', 'round') = 2", "$order/lines/ok", "$order/lines[1]/ok", "not($order/none)",
        "count($order/grid) = 2", "$order/grid[1]/item[2] = 2", "name($order/*[1]) != ''", "$order/ns:total = 12.5",
        "$order/lines[last()]/n = 4", "$order/lines/n[. = 4]/../ok = 'false'", "$order/lines[position() = 2]/n = 4",
        "count($order/lines | $order/total) = 3", "string-length($reason) = 6", "$days div 2 = 2.5", "$days mod 2 = 1",
        "translate($reason, 'fam', 'FAM') = 'FAMily'", "count(//lines/following-sibling::total) <= 1", "true()",
        "boolean($signers)", "round($price) = 0", "normalize-space('  a  b ') = 'a b'", "$order/lines[2]/preceding-sibling::lines/n = 3",
        "count($wide) = 9000", "sum($wide) > 1", " $days > 3 \n"})
    void aConditionHolds(String condition) {
        assertThat(condition(condition)).isEqualTo(Evaluation.of(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 div 4 div 2 = 1", "5 - 2 - 1 = 2", "(1 = 1 = 0) = false()", "(3 > 2 > 1) = false()",
        "true() or true() and false()", "-1 + 2 = 1", "- 2 * 3 = -6", "2 + 3 * 2 - 1 = 7", "2 * 3 mod 4 = 2", "--1 = 1", "1 - -1 = 2",
        "1 < 2 = true()", "((1 or 0) and 1)", "-(1 - 3) = 2", "8 div 2 * 4 = 16", "(1 + 2) * 3 = 9", "1 != 2 and 1 <= 1 or false()"})
    void operatorsBindAsTheStandardSays(String condition) {
        assertThat(condition(condition)).isEqualTo(Evaluation.of(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$days > 5", "$approved", "bpmn:getDataObject('approved')", "$nobody", "$order/none", "$order/free",
        "$order/lines[2]/ok", "$order/nothing/below"})
    void aConditionDoesNotHold(String condition) {
        assertThat(condition(condition)).isEqualTo(Evaluation.of(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'false'", "$days", "count($signers)", "$reason", "'a' = "})
    void aConditionIsTrueOrFalseOrNodes(String condition) {
        assertThat(condition(condition).error()).isNotBlank();
    }

    @Test
    void anUnknownNameIsNamed() {
        assertThat(condition("$dayz > 3").error()).contains("dayz");
        assertThat(condition("getDataObject('dayz') > 3").error()).contains("dayz");
        assertThat(expressions.checkCondition(new Expression("lower-case($a)", "xpath")).orElseThrow()).contains("lower-case");
    }

    @Test
    void aValueKeepsItsType() {
        assertThat(value("$days")).isEqualTo(5L);
        assertThat(value("$days div 2")).isEqualTo(new BigDecimal("2.5"));
        assertThat(value("$reason")).isEqualTo("family");
        assertThat(value("$days > 3")).isEqualTo(true);
        assertThat(value("$signers")).isEqualTo(List.of("li", "wang"));
        assertThat(value("$one")).isEqualTo(List.of("li"));
        assertThat(value("$nobody")).isEqualTo(List.of());
        assertThat(value("getDataObject('one')")).isEqualTo(List.of("li"));
        assertThat(value("$signers[1]")).isEqualTo("li");
        assertThat(value("$order/lines/n")).isEqualTo(List.of(3, 4));
        assertThat(value("$order/total")).isEqualTo(new BigDecimal("12.5"));
        assertThat(value("$order/lines[1]")).isEqualTo(Map.of("n", 3, "ok", true));
        assertThat(value("$order/none")).isNull();
        assertThat(value("$order/total/text()")).isEqualTo("12.5");
        assertThat(expressions.value(new Expression("1 div 0", "xpath"), variables).error()).isNotBlank();
        assertThat(expressions.value(new Expression("/", "xpath"), variables).error()).isNotBlank();
    }

    @Test
    void onlyTheVariablesThatAreNamedAreLookedUp() {
        Map<String, Value> lazy = new AbstractMap<>() {
            @Override
            public Value get(Object name) {
                return name.equals("days") || name.equals("order") ? variables.get(name) : null;
            }

            @Override
            public Set<Entry<String, Value>> entrySet() {
                throw new AssertionError("all of the variables were asked for");
            }
        };
        assertThat(expressions.condition(new Expression("$days > 3 and order/total > 1 and count($order/lines/n) = 2", "xpath"), lazy))
                .isEqualTo(Evaluation.of(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"document('file:///etc/passwd')", "document('http://127.0.0.1/')", "doc('x')", "unparsed-text('/etc/passwd')",
        "java:java.lang.Runtime.getRuntime()", "java.lang.System.exit(0)", "system-property('user.home')", "key('a', 'b')", "id('a')",
        "evaluate('1 + 1')", "exslt:node-set($order)", "x:exec('id')", "current()", "generate-id()", "format-number(1, '0')",
        "getDataObject()", "getDataObject('a', 'b', 'c')", "getActivityProperty('a')", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
        "&e;", "$order[", "((|=*c$$a,$|1d,ab./)bb'd|:(1|)=*cd|b .", "a*-c=(([ [b.$*])d(-", "('open", "1 +", "", "   ", "$", "for $i in (1, 2) return $i", "if (true()) then 1 else 2", "1 to 3", "//@*[", "a:b:c()",
        "test.contains(\"a\")", "days == 3", "${days > 3}"})
    void whatIsNoXPathOfOursIsRefusedAtDeployment(String text) {
        boolean refused = expressions.checkCondition(new Expression(text, "xpath")).isPresent()
                || expressions.condition(new Expression(text, "xpath"), variables).isError();
        assertThat(refused).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"count(//*[count(//*[count(//*) > 0]) > 1])", "count(//*/following::*/following::*) > 0",
        "//*[//*[//*[//*[//*[. = 'x']]]]]", "count(//*/preceding::*/following::*/ancestor::*//*) > 0", "//*[//* = //*/following::* and false()]",
        "count(//*[sum(//*) > 1]) > 0", "//*[substring($text, 2) = 'x']", "//*[contains($text, 'zz')]",
        "//* = //*[. = 'q']/following::*", "count(//*/preceding-sibling::*/..//*/..//*) < 0", "//*[translate($text, 'x', 'y') = 'x']",
        "count((//* | //*)[//*]) < 0"})
    void anExpressionCannotRunAway(String text) {
        assertTimeoutPreemptively(ENDLESS, () -> assertThat(condition(text).error()).as(text).isNotBlank());
    }

    @Test
    void hugeAndDeepExpressionsEndQuickly() {
        assertTimeoutPreemptively(ENDLESS, () -> hugeAndDeep().forEach(text -> {
            expressions.checkCondition(new Expression(text, "xpath"));
            Evaluation<Boolean> evaluation = condition(text);
            assertThat(evaluation.isError() || evaluation.value() != null).isTrue();
        }));
    }

    private static List<String> hugeAndDeep() {
        return List.of("(".repeat(1_999) + "1" + ")".repeat(1_999), "(".repeat(500_000), "//*" + "[1]".repeat(1_300),
                "//*" + "[true()]".repeat(490) + " = 'q'", "-".repeat(3_990) + "1 > 2", "1=1" + " or 1=1".repeat(500), "[".repeat(4_000),
                "*".repeat(3_999), "//".repeat(2_000), "not(".repeat(900) + "1" + ")".repeat(900), "/*".repeat(1_900),
                "//*[".repeat(400) + "1" + "]".repeat(400), "//*/..".repeat(600), "'" + "x".repeat(100_000), "..//*/".repeat(600) + "*");
    }

    @Test
    void textCannotGrowWithoutEnd() {
        Map<String, Value> large = Map.of("a", Value.of("x".repeat(Value.MAX_LENGTH)));
        String doubling = "concat($a, $a, " + "$a, ".repeat(900) + "$a)";
        assertThat(expressions.value(new Expression(doubling, "xpath"), large).error()).contains("too large");
        assertTimeoutPreemptively(ENDLESS,
                () -> assertThat(expressions.value(new Expression("translate($a, $a, $a)", "xpath"), large).error()).contains("steps"));
        assertThat(value("string-length('" + "é".repeat(100) + "')")).isEqualTo(100L);
    }

    @Test
    void aNumberWithAHugeExponentFillsNoMemory() {
        Map<String, Value> trap = new HashMap<>(variables);
        trap.put("trap", new Value(ValueType.JSON, "{\"n\": 1e999999999}"));
        assertThat(expressions.condition(new Expression("string-length($trap/n) < 100", "xpath"), trap)).isEqualTo(Evaluation.of(true));
    }

    @Property(tries = 5000)
    void nothingIsThrown(@ForAll @StringLength(max = 40) @Chars({'/', '*', '[', ']', '(', ')', '$', '\'', '=', '.', ':', '|', ' ', '-', ',',
        '1', '<', '@'}) @CharRange(from = 'a', to = 'd') String text) {
        Map<String, Value> few = Map.of("a", Value.of(1), "b", Value.of(List.of(1, 2)), "c", Value.parse(ValueType.JSON, "{\"a\":{\"b\":[1]}}"));
        Evaluation<Object> evaluation = new XPathExpressions().value(new Expression(text, "xpath"), few);
        assertThat(evaluation.isError() && evaluation.value() != null).isFalse();
    }

    private Evaluation<Boolean> condition(String text) {
        return expressions.condition(new Expression(text, "xpath"), variables);
    }

    private Object value(String text) {
        Evaluation<Object> evaluation = expressions.value(new Expression(text, "xpath"), variables);
        assertThat(evaluation.error()).as(text).isNull();
        return evaluation.value();
    }

    private static Value numbers(int count) {
        return Value.of(IntStream.rangeClosed(1, count).boxed().collect(Collectors.toList()));
    }
}
