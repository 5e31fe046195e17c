package wf.definition;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the model allows and denies at a node, or in the whole process (§0.7), by the names of the operations. What it does
 * not mention is as usual.
 */
public record Policy(Set<String> allowed, Set<String> denied) {

    public static final Policy NONE = new Policy(Set.of(), Set.of());

    public Policy {
        allowed = Set.copyOf(allowed);
        denied = Set.copyOf(denied);
    }

    /** Reads {@code wf:allow} and {@code wf:deny}, names with commas between them. */
    public static Policy read(ModelElement element) {
        return new Policy(names(element, "allow"), names(element, "deny"));
    }

    /** All operations that it mentions. */
    public Stream<String> names() {
        return Stream.concat(allowed.stream(), denied.stream()).distinct();
    }

    private static Set<String> names(ModelElement element, String attribute) {
        return element.extension(attribute).map(n -> Arrays.stream(n.split(",")).map(String::strip).filter(s -> !s.isEmpty())
                .collect(Collectors.toSet())).orElse(Set.of());
    }
}
