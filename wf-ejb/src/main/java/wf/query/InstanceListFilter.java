package wf.query;

import java.time.Instant;
import java.util.List;
import wf.contract.InstanceState;

/**
 * What a person looks for in a list of instances; null fields do not restrict.
 *
 * @param category of the definition; those below it count too
 * @param from started on or after this moment
 * @param to started before this moment
 * @param fields what business fields are to be, such as {@code amount>=1000}
 */
public record InstanceListFilter(String definitionKey, String category, String title, String businessKey, String starter, InstanceState state,
        Instant from, Instant to, List<String> fields) {

    public static final InstanceListFilter ALL = new InstanceListFilter(null, null, null, null, null, null, null, null, List.of());

    public InstanceListFilter {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }
}
