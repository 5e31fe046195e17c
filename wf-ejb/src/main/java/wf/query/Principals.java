package wf.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import wf.org.Deputies;
import wf.org.DeputyRow;
import wf.runtime.Directory;

/**
 * Whose work somebody does besides his own (§6.7): the grants by which he stands in for others at a moment. They are few, so that
 * each of them is a run of the index of owners.
 */
record Principals(List<DeputyRow> grants, Directory directory) {

    static Principals of(Deputies deputies, Directory directory, String tenant, String person, Instant now) {
        return new Principals(deputies.of(tenant, person).stream().filter(g -> g.isValidAt(now))
                .filter(g -> directory.member(g.principal).isPresent()).toList(), directory);
    }

    /** All that the principal of the grant belongs to, as candidates. */
    Set<String> memberships(DeputyRow grant) {
        return Set.copyOf(directory.member(grant.principal).orElseThrow().memberships());
    }
}
