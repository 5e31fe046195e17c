package wf.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.rule.Evaluation;
import wf.rule.jexl.JexlExpressions;

/** A process that runs in circles through slow scripts does not hold its thread for ever. */
class RuleBudgetTest {

    private static final String SLOW = "i = 0; while (true) { i = i + 1; }";

    @Test
    void scriptsThatEachStayWithinTheirBudgetAreStoppedTogether() {
        RuleBudget budget = new RuleBudget(new JexlExpressions());
        int tried = 0;
        Evaluation<?> last = budget.script(SLOW, Map.of());
        while (!last.error().startsWith("the rules of this operation together") && ++tried < 50_000_000) {
            last = budget.script(SLOW, Map.of());
        }
        assertThat(last.error()).isEqualTo("the rules of this operation together took longer than 5 s");
    }
}
