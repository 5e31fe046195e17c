package wf.definition;

import java.util.List;
import wf.calendar.Span;
import wf.rule.Expression;

/**
 * What is done when a limit comes near, is reached, or is past (§8.3).
 *
 * @param ofItem whether it is about the limit of each item, and not of the node or process
 * @param offset how long before the due time (WARN) or after it (OVERDUE); null for DUE
 * @param repeat after how long it comes again; null: it comes once
 * @param times how often it comes at most
 * @param to to whom work goes, who is told, or at which node the work goes on; null: as the strategy has it by itself
 * @param script name of a stored script, or null
 * @param version of the script; null for the newest
 * @param bean name of a bean, or null
 * @param text what those are told who are told, or null
 */
public record LimitLevel(Kind kind, boolean ofItem, Span offset, Span repeat, int times, Strategy strategy, List<String> to, String script, Integer version,
        String bean, String text) {

    public LimitLevel {
        to = to == null ? List.of() : List.copyOf(to);
    }

    /** Where it stands towards the due time. */
    public enum Kind { WARN, DUE, OVERDUE }

    /** 超时策略. */
    public enum Strategy {
        /** 预警: whoever has the work is told. */
        NOTIFY,
        /** 报警: his leader and those who watch over the process are told. */
        ALARM,
        /** 自动催办: whoever has the work is asked to hurry. */
        URGE,
        /** 超时跳跃: the work is passed over, and goes on along the model. */
        SKIP,
        /** The work goes back. */
        RETURN,
        /** Another gets the work. */
        TRANSFER,
        /** The work goes on at another node. */
        JUMP,
        /** The item, or the instance, stands still. */
        SUSPEND,
        /** The instance ends abnormally. */
        TERMINATE,
        /** A stored script or a bean runs. */
        CUSTOM
    }

    /** By what it is known over versions of the model: when it comes, about what, and what it does; to whom may change. */
    public String key() {
        return (ofItem ? "ITEM " : "NODE ") + kind + (offset == null ? "" : " " + offset) + " " + strategy;
    }

    /** The one person or node that it names; null where it names none. */
    public Expression target() {
        return to.isEmpty() ? null : Expression.of(to.get(0));
    }
}
