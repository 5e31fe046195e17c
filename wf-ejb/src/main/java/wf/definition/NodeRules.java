package wf.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.rule.Script;

/**
 * Rules of a human node (F25, F26): what is to run when a token has come and before anybody gets work, and when the work is
 * done and before the way is chosen.
 */
public record NodeRules(List<NodeRule> enter, List<NodeRule> leave) {

    public static final NodeRules NONE = new NodeRules(List.of(), List.of());

    public NodeRules {
        enter = List.copyOf(enter);
        leave = List.copyOf(leave);
    }

    /**
     * Reads {@code <wf:enterRule name="limit">…</wf:enterRule>}, with the script inside, or {@code <wf:enterRule
     * script="limit" version="2"/>}, with the name of a stored one; and {@code wf:leaveRule} in the same forms.
     */
    public static NodeRules read(ModelElement element, Findings findings) {
        return new NodeRules(read(element, "enterRule", findings), read(element, "leaveRule", findings));
    }

    private static List<NodeRule> read(ModelElement element, String kind, Findings findings) {
        List<NodeRule> rules = new ArrayList<>();
        for (ModelElement said : element.extensions(kind)) {
            String stored = said.attribute("script").orElse(null);
            String version = said.attribute("version").orElse(null);
            boolean one = (stored == null) != said.text().isEmpty();
            boolean named = stored == null ? version == null : stored.matches(Script.NAME) && (version == null || version.matches("[1-9][0-9]{0,5}"));
            if (!one || !named) {
                findings.error("NODE_RULE", element.id(), kind);
            } else if (stored != null) {
                rules.add(new NodeRule(null, stored, version == null ? null : Integer.valueOf(version)));
            } else {
                rules.add(new NodeRule(new Script(said.attribute("name").orElse(element.id() + "." + kind), null, said.text()), null, null));
            }
        }
        return rules;
    }

    /** Elsewhere they would never run, which nobody should find out by what did not happen. */
    public static void refuseElsewhere(ModelElement element, Findings findings) {
        if (!element.type().equals("userTask")) {
            Stream.of("enterRule", "leaveRule").filter(k -> !element.extensions(k).isEmpty())
                    .forEach(k -> findings.error("NODE_RULE_PLACE", element.id(), k));
        }
    }

    /** Scripts that stand in the model. */
    public Set<String> scripts() {
        return Stream.concat(enter.stream(), leave.stream()).map(NodeRule::inline).filter(Objects::nonNull).map(Script::text)
                .collect(Collectors.toSet());
    }
}
