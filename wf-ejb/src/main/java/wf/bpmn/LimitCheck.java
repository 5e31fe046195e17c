package wf.bpmn;

import java.time.ZoneOffset;
import wf.calendar.Span;
import wf.definition.Findings;
import wf.definition.LimitLevel;
import wf.definition.LimitLevel.Strategy;
import wf.definition.LimitPlan;
import wf.definition.ProcessDefinition;
import wf.rule.Expressions;
import wf.rule.schedule.Schedule;
import wf.rule.schedule.TimerKind;

/** Limits that can never be reckoned, and levels that lead nowhere, are told at deployment and not when it is too late. */
final class LimitCheck {

    private final ProcessDefinition definition;
    private final Expressions expressions;
    private final Findings findings;

    LimitCheck(ProcessDefinition definition, Expressions expressions, Findings findings) {
        this.definition = definition;
        this.expressions = expressions;
        this.findings = findings;
    }

    void check() {
        check(definition.key(), definition.process().limits());
        definition.nodes().forEach(n -> {
            check(n.id(), n.activity().limits());
            if (n.settings().work().due() != null) {
                time(n.id(), n.settings().work().due().text());
            }
        });
    }

    private void check(String owner, LimitPlan plan) {
        plan.templates().forEach(t -> expressions.checkTemplate(t).ifPresent(e -> findings.error("EXPRESSION", owner, t, e)));
        if (plan.limit() != null) {
            time(owner, plan.limit().text());
        }
        plan.levels().forEach(l -> target(owner, l));
    }

    private void time(String owner, String text) {
        boolean good = text.contains("${") || text.isBlank() || (Span.looksLike(text) ? isSpan(text)
                : !Schedule.parse(text.startsWith("P") ? TimerKind.DURATION : TimerKind.DATE, text, ZoneOffset.UTC).isError());
        if (!good) {
            findings.error("LIMIT_TEXT", owner, owner, text);
        }
    }

    private static boolean isSpan(String text) {
        try {
            return Span.parse(text).amount() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void target(String owner, LimitLevel level) {
        boolean node = level.strategy() == Strategy.JUMP || level.strategy() == Strategy.RETURN;
        if (node && !level.to().isEmpty() && !definition.has(level.to().get(0))) {
            findings.error("LEVEL_TARGET", owner, owner, level.to().get(0));
        }
    }
}
