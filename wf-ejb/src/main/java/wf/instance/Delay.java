package wf.instance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Work that was handed in to go on later (§8.4). A timer of the visit knows when; this keeps what whoever handed it in has
 * chosen, so that the token then leaves as if he had done so at that moment.
 *
 * @param by who handed it in last, and counts as having sent it
 * @param department in which he acted, where he has said so; else null
 * @param items handed in since, which can be taken back
 * @param routes flows that he wants taken where the model leaves that to people
 * @param people whom he has chosen, by the node that they are to handle
 * @param stepwise whether work that came back is to walk along the model, though it could go straight back
 */
public record Delay(String by, String department, List<Long> items, List<String> routes, Map<String, List<String>> people, boolean stepwise) {

    public Delay {
        items = items == null ? List.of() : List.copyOf(items);
        routes = routes == null ? List.of() : List.copyOf(routes);
        people = people == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(people));
    }

    /** Others have handed in their work before: what this one has chosen counts, and else what they have. */
    public Delay after(Delay earlier) {
        if (earlier == null) {
            return this;
        }
        List<Long> all = new ArrayList<>(earlier.items);
        all.addAll(items);
        Map<String, List<String>> chosen = new LinkedHashMap<>(earlier.people);
        chosen.putAll(people);
        return new Delay(by, department, all, routes.isEmpty() ? earlier.routes : routes, chosen, stepwise);
    }

    /** Null where nothing is left that was handed in. */
    Delay without(long workItemId) {
        List<Long> left = items.stream().filter(i -> i != workItemId).toList();
        return left.isEmpty() ? null : new Delay(by, department, left, routes, people, stepwise);
    }

    Delay renamed(Renaming names) {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        people.forEach((node, users) -> chosen.put(names.node(node), users));
        return new Delay(by, department, items, routes.stream().map(names::flow).toList(), chosen, stepwise);
    }
}
