package wf.rule.jexl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.contract.ValueType;
import wf.rule.Evaluation;
import wf.value.Value;

class JexlExpressionsTest {

    /** An evaluation has half a second, but a busy machine may look at the clock late. */
    private static final Duration ENDLESS = Duration.ofSeconds(30);

    private final JexlExpressions expressions = new JexlExpressions();
    private final Map<String, Value> variables = Map.of(
            "days", Value.of(5), "reason", Value.of("family"), "price", Value.of(new BigDecimal("0.10")),
            "signers", Value.of(List.of("li", "wang")),
            "order", Value.parse(ValueType.JSON, "{\"total\": 12.5, \"lines\": [{\"n\": 3}]}"));

    @ParameterizedTest
    @ValueSource(strings = {"days > 3", "${days > 3}", "${days gt 3 and reason == 'family'}", "signers.size() == 2",
        "order.total == 12.5", "order.lines[0].n == 3", "reason.startsWith('fam')", "price + 0.2 == 0.3",
        "'li' =~ signers", "empty(signers) == false", "days == 5 ? true : false"})
    void aConditionHolds(String condition) {
        assertThat(expressions.condition(condition, variables)).isEqualTo(Evaluation.of(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${not empty signers}", "#{empty order.missing}", "${empty nobody}", "${nobody == null}", "${null eq nobody}",
        "${(nobody) == null}", "${reason != null && days ge 5}", "${not (nobody ne null)}", "${days le 5 or days lt 1}",
        "${days == 5 ? true : nobody}", "${execution.getVariable('days') == 5}", "${execution.hasVariable('days')}",
        "${!execution.hasVariable('nobody')}", "${execution.getVariable('nobody') == null}", "${order['total'] > 12}"})
    void theExpressionsOfOtherEnginesReadTheSame(String condition) {
        assertThat(expressions.condition(condition, variables)).isEqualTo(Evaluation.of(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody > 3", "nobody == reason", "nobody == days", "execution == null or nobody", "execution.variables",
        "execution.class == null", "execution.setVariable('a', 1)"})
    void aMissingVariableIsAnErrorElsewhere(String condition) {
        assertThat(expressions.condition(condition, variables).error()).isNotBlank();
    }

    @Test
    void aValueIsOfTheTypesThatVariablesHave() {
        assertThat(value("3")).isEqualTo(3L);
        assertThat(value("${days + 1}")).isEqualTo(6L);
        assertThat(value("1.5 * 2")).isEqualTo(new BigDecimal("3.0"));
        assertThat(value("[1, 2]")).isEqualTo(List.of(1, 2));
        assertThat(value("signers")).isEqualTo(List.of("li", "wang"));
        assertThat(value("order.lines[0]")).isEqualTo(Map.of("n", 3));
        assertThat(value("order.missing")).isNull();
        assertThat(value("'PT' + days + 'S'")).isEqualTo("PT5S");
        assertThat(expressions.value("1..3", variables).error()).isNotBlank();
        assertThat(expressions.value("execution", variables).error()).isNotBlank();
    }

    private Object value(String expression) {
        Evaluation<Object> evaluation = expressions.value(expression, variables);
        assertThat(evaluation.error()).isNull();
        return evaluation.value();
    }

    @Test
    void aScriptKnowsItsOwnNulls() {
        var run = expressions.script("var a = null; x = a == null; y = empty(a); price = null; z = price == null; n = nobody != null", variables);
        assertThat(run.error()).isNull();
        assertThat(run.value()).containsEntry("x", Optional.of(Value.of(true))).containsEntry("y", Optional.of(Value.of(true)))
                .containsEntry("z", Optional.of(Value.of(true))).containsEntry("n", Optional.of(Value.of(false)));
    }

    @Test
    void anUnknownNameIsNamed() {
        assertThat(expressions.condition("dayz > 3", variables).error()).contains("dayz");
    }

    @Test
    void aTemplateKeepsTheTypeOfASingleExpression() {
        assertThat(expressions.template("${signers}", variables).value()).isEqualTo(List.of("li", "wang"));
        assertThat(expressions.template("for ${reason}: ${days} days", variables).value()).isEqualTo("for family: 5 days");
        assertThat(expressions.template("li", variables).value()).isEqualTo("li");
        assertThat(expressions.template("#{days}#{reason}: {$}#", variables).value()).isEqualTo("5family: {$}#");
    }

    @Test
    void aScriptSetsVariablesButChangesNothingItself() {
        var run = expressions.script("total = 0; for (s : signers) { total = total + days; } price = null", variables);
        assertThat(run.error()).isNull();
        assertThat(run.value()).containsEntry("total", Optional.of(Value.of(10))).containsEntry("price", Optional.empty());
        assertThat(variables.get("price")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "reason.class.forName('java.lang.Runtime')", "reason.getClass().getName()", "x = new('java.io.File', '/')",
        "x = new java.io.File('/')", "java.lang.System.exit(1)", "#pragma jexl.import java.lang\nSystem.exit(1)",
        "''.class.classLoader", "days.class", "signers.getClass()", "signers.stream()", "order.put('a', 1)",
        "signers.add('x')", "reason.getBytes()", "reason.matches('(a+)+b')", "reason =~ '(a+)+b'", "reason.repeat(1000000)",
        "@lenient x = 1", "while (true) {}", "for (;;) {}", "x = 'ab'; while (true) { x = x + x }",
        "x = 10; while (true) { x = x * x }", "for (i : 1..2000000000) { y = i }", "f = () -> { f() }; f()",
        "java.lang.Runtime.getRuntime().exec('id')", "T(java.lang.Runtime)", "x = reason.toCharArray()",
        "order.lines.parallelStream()", "order.getOrDefault('a', 1)", "''.format('%1000000000d', 1)",
        "signers.forEach(x -> x)", "size(new('java.lang.Object'))", "x = {'a':1}.entrySet()", "x = ...", "x = 1e999999999 + 1", "x = ~/(a+)+b/ =~ reason",
        "days.MAX_VALUE", "x = 1..1000000000; y = [...x]", "order['class']['x']", "x = execution", "execution.variables.put('a', 1)",
        "execution.getVariable('days').class.forName('java.lang.Runtime')", "execution.getVariable('execution').x"})
    void aScriptCannotEscapeOrRunAway(String script) {
        assertTimeoutPreemptively(ENDLESS, () -> {
            var run = expressions.script(script, variables);
            assertThat(run.error()).as("result %s", run.value()).isNotBlank();
        });
        assertThat(expressions.rule(script, variables).error()).as("as a rule").isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = 1", "days = 3", "while (true) {}", "a; b", "var x = 1"})
    void aConditionHasNoEffect(String condition) {
        assertThat(expressions.checkCondition(condition)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "var x = ['ab']; for (i : 1..22) { x = [x, x] } y = x",
        "var x = ['ab', ...]; for (i : 1..22) { x = [x, x, ...] } y = 'z' + x",
        "var x = {'a':1}; for (i : 1..22) { x = {'a':x, 'b':x} } y = 'z' + x",
        "var x = ['ab', ...]; for (i : 1..22) { x = [x, x, ...] } y = {x:1}",
        "var x = ['a', {}]; x[1] = x; y = x", "var x = {'a':1}; x.a = x; y = 'z' + x",
        "var x = {'a'}; for (i : 1..30) { x = {x, [x]} } y = 'z' + x",
        "var x = {'a':1}; var z = {'a':1}; for (i : 1..26) { x = {'a':x, 'b':x}; z = {'a':z, 'b':z} } y = x == z"})
    void aStructureThatHoldsItselfManyTimesIsStopped(String script) {
        assertTimeoutPreemptively(ENDLESS, () -> assertThat(expressions.script(script, variables).error()).isNotBlank());
    }

    @Test
    void aScriptSetsLists() {
        var run = expressions.script("a = [1, 2]; b = ['x', 'y']; c = [1, 'x', [2]]; d = {'k': [1]}; e = []", Map.of());
        assertThat(run.error()).isNull();
        assertThat(run.value().values().stream().map(v -> v.orElseThrow().text()))
                .containsExactly("[1,2]", "[\"x\",\"y\"]", "[1,\"x\",[2]]", "{\"k\":[1]}", "[]");
    }

    @Test
    void aFailureSaysWhatLiesBehindIt() {
        assertThat(expressions.script("x = days / 0", variables).error()).contains("/").containsIgnoringCase("zero");
    }
}
