package wf.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wf.rule.RuleList.HitPolicy;
import wf.rule.RuleList.Row;
import wf.rule.jexl.JexlExpressions;
import wf.rule.xpath.XPathExpressions;
import wf.value.Value;

class RuleListTest {

    private final Expressions expressions = new Languages(new JexlExpressions(), new XPathExpressions());

    private final List<Row> leave = List.of(
            row("days > 10", "level", "'board'", "deputy", "'zhou'"),
            row(null, "level", "'group'"),
            row("${days > 3}", "level", "'department'", "limit", "days * 1.5"));

    @Test
    void theFirstRowThatHoldsDecides() {
        assertThat(result(HitPolicy.FIRST, leave, 12)).containsEntry("level", text("board")).containsEntry("deputy", text("zhou"));
        assertThat(result(HitPolicy.FIRST, leave, 5)).containsEntry("level", text("department"))
                .containsEntry("limit", Optional.of(Value.of(new BigDecimal("7.5"))));
    }

    @Test
    void theRowWithoutConditionDecidesWhenNoOtherDoesWhereverItStands() {
        assertThat(result(HitPolicy.FIRST, leave, 2)).containsEntry("level", text("group"));
        assertThat(result(HitPolicy.COLLECT, leave, 2)).containsEntry("level", list("group"));
    }

    @Test
    void whatTheRowDoesNotGiveIsCleared() {
        assertThat(result(HitPolicy.FIRST, leave, 12)).containsEntry("limit", Optional.empty());
        assertThat(result(HitPolicy.FIRST, List.of(row("days > 10", "level", "'board'")), 2))
                .containsExactly(Map.entry("level", Optional.empty()));
    }

    @Test
    void allRowsThatHoldAreCollectedInOrder() {
        assertThat(result(HitPolicy.COLLECT, leave, 12)).containsEntry("level", list("board", "department"))
                .containsEntry("deputy", list("zhou"));
        assertThat(result(HitPolicy.COLLECT, List.of(row("days > 10", "level", "'board'")), 2)).containsEntry("level", list());
        assertThat(result(HitPolicy.COLLECT, List.of(row("true", "level", "null"), row("true", "level", "'a'")), 2))
                .containsEntry("level", list("a"));
    }

    @Test
    void datesAreCollectedAsText() {
        RuleList due = new RuleList(HitPolicy.COLLECT, List.of(row("true", "due", "day.plusDays(1)")));
        assertThat(due.evaluate(expressions, Map.of("day", Value.of(LocalDate.of(2026, 5, 1)))).value())
                .containsEntry("due", list("2026-05-02"));
    }

    @Test
    void rowsDoNotSeeWhatOthersGave() {
        List<Row> rows = List.of(row("days > 1", "days", "99", "twice", "days * 2"));
        assertThat(result(HitPolicy.FIRST, rows, 5)).containsEntry("twice", Optional.of(Value.of(10)));
    }

    @Test
    void rowsAfterTheFirstHitAreNotAsked() {
        List<Row> rows = List.of(row("days > 1", "level", "'a'"), row("nobody > 1", "level", "'b'"));
        assertThat(result(HitPolicy.FIRST, rows, 5)).containsEntry("level", text("a"));
        assertThat(new RuleList(HitPolicy.COLLECT, rows).evaluate(expressions, Map.of("days", Value.of(5))).error())
                .startsWith("row 2: ").contains("nobody");
    }

    @Test
    void eachExpressionMayHaveItsLanguage() {
        List<Row> rows = List.of(new Row(new Expression("$days > 1", "xpath"), Map.of("half", new Expression("$days div 2", "xpath"))));
        assertThat(result(HitPolicy.FIRST, rows, 5)).containsEntry("half", Optional.of(Value.of(new BigDecimal("2.5"))));
    }

    @Test
    void aFailureNamesItsRowAndOutput() {
        assertThat(failure(row("true", "level", "days / 0"))).startsWith("row 1: level: ");
        assertThat(failure(row("days", "level", "1"))).startsWith("row 1: ");
        assertThat(failure(row("true", "level", "execution"))).isNotBlank();
    }

    private String failure(Row row) {
        return new RuleList(HitPolicy.FIRST, List.of(row)).evaluate(expressions, Map.of("days", Value.of(5))).error();
    }

    @Test
    void aListIsCheckedAsAWhole() {
        assertThat(new RuleList(HitPolicy.FIRST, leave).check(expressions)).isEmpty();
        List<Row> wrong = List.of(row("days >", "level", "1 +"), row(null, "level", "1"), row(null, "level", "2"));
        assertThat(new RuleList(HitPolicy.FIRST, wrong).check(expressions)).hasSize(3);
        assertThat(new RuleList(HitPolicy.FIRST, List.of()).check(expressions)).hasSize(1);
        assertThat(new RuleList(HitPolicy.FIRST, Collections.nCopies(RuleList.MAX_ROWS + 1, row("true", "a", "1"))).check(expressions))
                .hasSize(1);
    }

    private Map<String, Optional<Value>> result(HitPolicy policy, List<Row> rows, int days) {
        var evaluation = new RuleList(policy, rows).evaluate(expressions, Map.of("days", Value.of(days)));
        assertThat(evaluation.error()).isNull();
        return evaluation.value();
    }

    private static Row row(String condition, String... outputs) {
        Map<String, Expression> named = new LinkedHashMap<>();
        for (int i = 0; i < outputs.length; i += 2) {
            named.put(outputs[i], Expression.of(outputs[i + 1]));
        }
        return new Row(condition == null ? null : Expression.of(condition), named);
    }

    private static Optional<Value> text(String text) {
        return Optional.of(Value.of(text));
    }

    private static Optional<Value> list(String... members) {
        return Optional.of(Value.of(List.of(members)));
    }
}
