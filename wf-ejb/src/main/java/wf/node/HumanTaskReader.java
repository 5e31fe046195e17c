package wf.node;

import java.math.BigDecimal;
import java.util.List;
import wf.definition.Field;
import wf.definition.Findings;
import wf.definition.Handling;
import wf.definition.ModelElement;
import wf.definition.NodeRules;
import wf.definition.ReturnPolicy;
import wf.definition.Skipping;
import wf.definition.Sourcing;
import wf.definition.WorkPlan;
import wf.runtime.SigningRule;

/** Reads the extension attributes of a human task, and the multi-instance marker as a signing round of its own kind. */
final class HumanTaskReader {

    private HumanTaskReader() { }

    static HumanTaskSettings read(ModelElement element, Findings findings) {
        List<Field> fields = element.extensions("field").stream().map(f -> Field.read(f, findings, element.id())).toList();
        String result = element.extension("resultVariable").orElse("signResult");
        boolean starter = element.extension("starter").filter("true"::equals).isPresent();
        SigningRule signing = element.extensions("signing").stream().findFirst()
                .map(s -> signing(s, element.id(), findings)).orElse(multiInstance(element));
        boolean apart = element.extension("freeAsync").filter("true"::equals).isPresent();
        return new HumanTaskSettings(new ParticipantReader(element, findings).read(), Sourcing.read(element).orElse(null), starter, signing, apart, result, fields, WorkPlan.read(element),
                ReturnPolicy.read(element, findings), Skipping.read(element, findings), Handling.read(element, findings),
                element.extension("chosenByPrevious").filter("true"::equals).isPresent(), NodeRules.read(element, findings));
    }

    private static SigningRule signing(ModelElement element, String ownerId, Findings findings) {
        String order = element.attribute("order").orElse("PARALLEL");
        String rule = element.attribute("rule").orElse("ALL");
        String quorum = element.attribute("quorum").orElse("");
        if (!order.matches("PARALLEL|SEQUENTIAL") || !rule.matches("ALL|ANY|QUORUM")
                || rule.equals("QUORUM") && !quorum.matches("[1-9][0-9]{0,5}|([1-9][0-9]?|100)(\\.[0-9]{1,4})?%")) {
            findings.error("SIGNING_RULE", ownerId, order + " " + rule + " " + quorum);
            return new SigningRule(false, SigningRule.Kind.ALL, BigDecimal.ONE, false, false, true);
        }
        boolean percent = quorum.endsWith("%");
        BigDecimal number = quorum.isEmpty() ? BigDecimal.ONE : new BigDecimal(quorum.replace("%", ""));
        return new SigningRule(order.equals("SEQUENTIAL"), SigningRule.Kind.valueOf(rule), number, percent,
                element.attribute("veto").filter("true"::equals).isPresent(), !element.attribute("waitForAll").filter("true"::equals).isPresent());
    }

    /**
     * A multi-instance human task without a rule of ours: everybody's submit is needed, whatever he votes. One that
     * throws events as its instances end repeats like any other activity instead.
     */
    private static SigningRule multiInstance(ModelElement element) {
        return element.children("multiInstanceLoopCharacteristics").stream().findFirst()
                .filter(m -> m.attribute("behavior").orElse("All").equals("All"))
                .map(m -> new SigningRule(m.is("isSequential"), SigningRule.Kind.ALL, BigDecimal.ONE, false, false, false))
                .orElse(null);
    }
}
