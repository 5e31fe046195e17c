package wf.query;

import java.time.Instant;
import java.util.List;
import wf.org.Deputies;
import wf.org.DeputyRow;

/**
 * Whose work somebody does besides his own (§6.7): the grants by which he stands in for others at a moment. They are few, so that
 * each of them is a range of the index of owners.
 */
record Principals(String person, List<DeputyRow> grants) {

    static Principals of(Deputies deputies, String tenant, String person, Instant now) {
        return new Principals(person, deputies.of(tenant, person).stream().filter(g -> g.isValidAt(now)).toList());
    }

    /** Only items that he holds, or that one holds for whom he stands in, of what that grant is about. */
    Filter restrict(Filter filter) {
        StringBuilder held = new StringBuilder("(w.owner = :person");
        for (int n = 0; n < grants.size(); n++) {
            DeputyRow grant = grants.get(n);
            held.append(" or w.owner = :principal").append(n);
            filter.with("principal" + n, grant.principal);
            if (grant.defKey != null) {
                held.append(" and i.defKey = :process").append(n);
                filter.with("process" + n, grant.defKey);
            }
            if (grant.nodeId != null) {
                held.append(" and w.nodeId = :node").append(n);
                filter.with("node" + n, grant.nodeId);
            }
        }
        return filter.and(held.append(')').toString(), "person", person);
    }
}
