package wf.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import wf.rule.jexl.JexlExpressions;
import wf.rule.xpath.XPathExpressions;
import wf.value.Value;

class LanguagesTest {

    private final Expressions expressions = new Languages(new JexlExpressions(), new XPathExpressions());
    private final Map<String, Value> variables = Map.of("days", Value.of(5));

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "jexl", "JEXL", "juel", "http://java.com/javaee/6/docs/tutorial", "http://java.sun.com/products/jsp/", "urn:wf:jexl"})
    void oursIsMeant(String language) {
        assertThat(expressions.value(new Expression("days > 3 && true", language), variables)).isEqualTo(Evaluation.of(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xpath", "XPATH", "http://www.w3.org/1999/XPath", "https://www.w3.org/1999/XPath/", "http://www.w3.org/TR/xpath",
        "http://www.w3.org/TR/1999/REC-xpath-19991116"})
    void xpathIsMeant(String language) {
        assertThat(expressions.condition(new Expression("$days > 3", language), variables)).isEqualTo(Evaluation.of(true));
        assertThat(expressions.checkCondition(new Expression("$days >", language))).isPresent();
    }

    @Test
    void aToolThatCallsEverythingXPathIsUnderstood() {
        assertThat(expressions.condition(new Expression(" ${days > 3}", "http://www.w3.org/1999/XPath"), variables)).isEqualTo(Evaluation.of(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.omg.org/spec/DMN/20191111/FEEL/", "http://groovy.codehaus.org/", "javascript"})
    void anotherLanguageIsRefusedByName(String language) {
        assertThat(expressions.checkCondition(new Expression("days > 3", language)).orElseThrow()).contains(language);
        assertThat(expressions.checkScript(new Expression("days = 3", language))).isPresent();
        assertThat(expressions.value(new Expression("days", language), variables).error()).contains(language);
    }

    @Test
    void xpathHasNoScripts() {
        assertThat(expressions.checkScript(new Expression("$days", "xpath"))).isPresent();
        assertThat(expressions.script(new Expression("$days", "xpath"), variables).isError()).isTrue();
    }
}
