package wf.runtime;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** How work is spread among people; asked only where a model spreads it. */
public interface Workload {

    /** Where nobody has any work. */
    Workload NONE = new Workload() {
        @Override
        public Map<String, Long> open(Collection<String> people) {
            return Map.of();
        }

        @Override
        public Optional<String> last(String definitionKey, String nodeId) {
            return Optional.empty();
        }
    };

    /** How many open items each of them holds; who holds none may be missing. */
    Map<String, Long> open(Collection<String> people);

    /** Who has got the work of the node last, where it goes round. */
    Optional<String> last(String definitionKey, String nodeId);
}
