package wf.runtime;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom somebody may choose for a node, where the model leaves it to whoever comes before.
 *
 * @param among candidates; null: anybody
 * @param most how many of them; null: any number
 * @param proposed who would get it if the model were to choose
 */
public record Selection(Set<String> among, Integer most, List<String> proposed) {

    public Selection {
        among = among == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(among));
        proposed = List.copyOf(proposed);
    }
}
