package wf.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wf.calendar.Span;
import wf.definition.LimitLevel.Kind;
import wf.definition.LimitLevel.Strategy;
import wf.rule.Expression;

/**
 * Until when a process or an activity is to be done (§8.2), and what happens when it is not.
 *
 * @param limit a moment, a duration, {@code D6} or {@code h6}, or an expression that gives one; null for none
 */
public record LimitPlan(Expression limit, List<LimitLevel> levels) {

    public static final LimitPlan NONE = new LimitPlan(null, List.of());

    private static final int MOST_TIMES = 1_000;
    private static final int USUAL_TIMES = 10;
    private static final Set<Strategy> OF_PROCESS = EnumSet.of(Strategy.NOTIFY, Strategy.ALARM, Strategy.URGE, Strategy.SUSPEND, Strategy.TERMINATE, Strategy.CUSTOM);
    private static final Set<Strategy> OF_AUTOMATIC = EnumSet.of(Strategy.NOTIFY, Strategy.ALARM, Strategy.JUMP, Strategy.SUSPEND, Strategy.TERMINATE, Strategy.CUSTOM);

    public LimitPlan {
        levels = List.copyOf(levels);
    }

    /** The levels by their keys, in the order of the model; of those that say the same a number tells them apart. */
    public Map<String, LimitLevel> named() {
        Map<String, LimitLevel> named = new LinkedHashMap<>();
        for (LimitLevel level : levels) {
            String key = level.key();
            for (int n = 2; named.containsKey(key); n++) {
                key = level.key() + " " + n;
            }
            named.put(key, level);
        }
        return named;
    }

    /** Whether something is to happen about the items of the node themselves. */
    public boolean hasItemLevels() {
        return levels.stream().anyMatch(LimitLevel::ofItem);
    }

    public boolean isNone() {
        return limit == null && levels.isEmpty();
    }

    /** Reads {@code wf:limit} and {@code <wf:level …/>} where there can be such; elsewhere nobody reads them, which is told. */
    public static LimitPlan read(ModelElement element, Findings findings) {
        boolean may = element.type().equals("process") || element.type().endsWith("Task") || element.type().equals("task")
                || element.type().endsWith("ubProcess") || element.type().equals("transaction") || element.type().equals("callActivity");
        if (!may) {
            return NONE;
        }
        String limit = element.extension("limit").orElse(null);
        boolean human = element.type().equals("userTask");
        boolean items = human && element.extension("dueDate").isPresent();
        List<LimitLevel> levels = new ArrayList<>();
        for (ModelElement said : element.extensions("level")) {
            boolean ofItem = said.attribute("of").map("ITEM"::equals).orElse(limit == null && items);
            if (said.attribute("of").filter(o -> !o.matches("ITEM|NODE")).isPresent() || (ofItem ? !items : limit == null)) {
                findings.error("LEVEL_WITHOUT_LIMIT", element.id(), element.id());
            } else {
                level(said, element, ofItem, findings, levels);
            }
        }
        return limit == null && levels.isEmpty() ? NONE : new LimitPlan(limit == null ? null : Expression.of(limit), levels);
    }

    private static void level(ModelElement said, ModelElement owner, boolean ofItem, Findings findings, List<LimitLevel> levels) {
        try {
            Kind kind = Kind.valueOf(said.attribute("kind").orElse(""));
            Strategy strategy = Strategy.valueOf(said.attribute("strategy").orElse(""));
            Span repeat = said.attribute("repeat").map(Span::parse).orElse(null);
            int times = said.attribute("times").map(Integer::parseInt).orElse(repeat == null ? 1 : USUAL_TIMES);
            LimitLevel level = new LimitLevel(kind, ofItem, offset(kind, said), repeat, times, strategy,
                    said.attribute("to").map(Disclosure::names).orElse(List.of()), said.attribute("script").orElse(null),
                    said.attribute("version").map(Integer::valueOf).orElse(null), said.attribute("bean").orElse(null), said.attribute("text").orElse(null));
            check(level, owner, findings);
            levels.add(named(level, said));
        } catch (IllegalArgumentException e) {
            findings.error("LEVEL", owner.id(), owner.id(), said.attribute("kind").orElse("") + " " + said.attribute("strategy").orElse(""));
        }
    }

    /** A node is no person. */
    private static LimitLevel named(LimitLevel level, ModelElement said) {
        boolean node = level.strategy() == Strategy.JUMP || level.strategy() == Strategy.RETURN || level.strategy() == Strategy.TRANSFER;
        return !node || level.to().isEmpty() ? level : new LimitLevel(level.kind(), level.ofItem(), level.offset(), level.repeat(), level.times(), level.strategy(),
                List.of(said.attribute("to").orElseThrow().strip()), level.script(), level.version(), level.bean(), level.text());
    }

    private static Span offset(Kind kind, ModelElement said) {
        String text = said.attribute(kind == Kind.WARN ? "before" : "after").orElse(null);
        if (kind == Kind.WARN && text == null || kind == Kind.DUE && text != null) {
            throw new IllegalArgumentException("a warning comes before, and what is due is due then");
        }
        return text == null ? null : Span.parse(text);
    }

    private static void check(LimitLevel level, ModelElement owner, Findings findings) {
        boolean positive = (level.offset() == null || level.offset().amount() > 0) && (level.repeat() == null || level.repeat().amount() > 0);
        boolean sound = positive && level.times() >= 1 && level.times() <= MOST_TIMES && (level.repeat() != null || level.times() == 1)
                && (level.repeat() == null || level.kind() == Kind.OVERDUE);
        if (!sound) {
            findings.error("LEVEL", owner.id(), owner.id(), level.kind() + " " + level.strategy());
        }
        Set<Strategy> possible = owner.type().equals("process") ? OF_PROCESS : owner.type().equals("userTask") ? EnumSet.allOf(Strategy.class) : OF_AUTOMATIC;
        if (!possible.contains(level.strategy())) {
            findings.error("LEVEL_STRATEGY", owner.id(), owner.id(), level.strategy().name());
        }
        boolean named = switch (level.strategy()) {
            case JUMP, TRANSFER -> !level.to().isEmpty();
            case CUSTOM -> (level.script() == null) != (level.bean() == null);
            default -> true;
        };
        if (!named) {
            findings.error("LEVEL_NEEDS", owner.id(), owner.id(), level.strategy().name());
        }
    }

    /** All of its expressions, for the check of their syntax. */
    public Set<String> templates() {
        Set<String> templates = new LinkedHashSet<>();
        if (limit != null) {
            templates.add(limit.text());
        }
        levels.stream().flatMap(l -> l.to().stream()).filter(t -> t.contains("${")).forEach(templates::add);
        return templates;
    }
}
