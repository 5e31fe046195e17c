package wf.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wf.contract.WorkItemState;
import wf.contract.WorkListKind;
import wf.contract.WorkListSort;
import wf.org.DeputyRow;
import wf.runtime.Member;

/**
 * Where the rows of each work list stand (§4.3), and by what it can be sorted. Whatever somebody may see begins with him or with
 * something that he belongs to, and behind that stands the order of the list: so nobody's list costs more for what others have,
 * for what is over, or for what lies behind the page.
 */
final class WorkListRuns {

    static final String OPEN = "wf_work_item w";
    private static final String CLOSED = "wf_work_item_closed w";
    private static final String PASSED = "wf_passed_on p";
    private static final String ITEM_PASSED = " join wf_work_item_closed w on w.tenant = p.tenant and w.id = p.item_id";
    private static final String READ = "wf_read_item w";
    private static final String OFFERED = "wf_candidate c";
    private static final String ITEM_OF_OFFER = " join wf_work_item w on w.tenant = c.tenant and w.id = c.item_id";
    private static final String INSTANCE = " join wf_instance i on i.tenant = w.tenant and i.id = w.instance_id";

    private final String tenant;
    private final Member person;
    private final Principals principals;
    private final Instant now;

    WorkListRuns(String tenant, Member person, Principals principals, Instant now) {
        this.tenant = tenant;
        this.person = person;
        this.principals = principals;
        this.now = now;
    }

    /** Empty where no index has the list in that order. */
    Optional<Listing> of(WorkListKind kind, WorkListFilter wanted) {
        return order(kind, wanted.sort()).map(order -> new Listing(rows(kind), tenant, order, runs(kind, wanted, order)));
    }

    private static String rows(WorkListKind kind) {
        return switch (kind) {
            case TODO, CLAIMABLE, OVERDUE -> OPEN;
            case DONE, PASSED -> CLOSED;
            case TOREAD, READ -> READ;
        };
    }

    static Optional<Order> order(WorkListKind kind, WorkListSort wanted) {
        WorkListSort sort = wanted != null ? wanted : kind == WorkListKind.OVERDUE ? WorkListSort.DUE : WorkListSort.NEWEST;
        boolean held = kind == WorkListKind.TODO;
        return switch (sort) {
            case NEWEST -> Optional.of(Order.latest(time(kind))).filter(o -> kind != WorkListKind.OVERDUE);
            case OLDEST -> Optional.of(Order.earliest(time(kind))).filter(o -> kind != WorkListKind.OVERDUE);
            case DUE -> Optional.of(Order.earliest("due_order")).filter(o -> held || kind == WorkListKind.OVERDUE);
            case PRIORITY -> Optional.of(new Order("urgency", true, true)).filter(o -> held);
        };
    }

    /** The time of the list, by which it is filtered too. */
    private static String time(WorkListKind kind) {
        return switch (kind) {
            case TODO, CLAIMABLE, OVERDUE -> "created_at";
            case DONE -> "closed_at";
            case PASSED -> "passed_at";
            case TOREAD, READ -> "sent_at";
        };
    }

    private List<Run> runs(WorkListKind kind, WorkListFilter wanted, Order order) {
        return switch (kind) {
            case TODO -> held(wanted, order, new Conditions("w.hidden = 0"));
            case OVERDUE -> held(wanted, order, new Conditions("w.hidden = 0 and w.due_order < ?", now));
            case CLAIMABLE -> Stream.concat(person.memberships().stream().sorted().map(m -> offered(m, null, wanted, order)), offeredToOthers(wanted, order)).toList();
            case DONE -> List.of(done(wanted, order));
            case PASSED -> List.of(passed(wanted, order));
            case TOREAD -> List.of(read(WorkItemState.UNREAD, wanted, order));
            case READ -> List.of(read(WorkItemState.READ, wanted, order));
        };
    }

    /** One run for each whose items the caller holds: his own, and what a principal holds of that which the grant is about. */
    private List<Run> held(WorkListFilter wanted, Order order, Conditions which) {
        return Stream.concat(Stream.of(new Conditions("w.tenant = ? and w.owner = ?", tenant, person.id())),
                        principals.grants().stream().map(this::granted))
                .map(whose -> run(OPEN, order, matching(wanted, WorkListKind.TODO, whose.and(which)))).toList();
    }

    private Conditions granted(DeputyRow grant) {
        Conditions conditions = new Conditions("w.tenant = ? and w.owner = ?", tenant, grant.principal);
        new Definitions(tenant, "w.definition_id").matching(grant.defKey, null, conditions);
        return conditions.where("w.node_id = ?", grant.nodeId);
    }

    /** What is offered to one of those that the person, or a principal, belongs to. Offers that nobody can take have no rows. */
    private Run offered(String candidate, DeputyRow grant, WorkListFilter wanted, Order order) {
        Conditions conditions = new Conditions("c.tenant = ? and c.candidate = ?", tenant, candidate);
        boolean limited = grant != null && (grant.defKey != null || grant.nodeId != null);
        if (limited) {
            new Definitions(tenant, "w.definition_id").matching(grant.defKey, null, conditions);
            conditions.where("w.node_id = ?", grant.nodeId);
        }
        boolean filtered = limited || !wanted.sorted(null).equals(WorkListFilter.ALL);
        return new Run(filtered ? OFFERED + ITEM_OF_OFFER : OFFERED, "c." + order.column(), "c.item_id",
                filtered ? matching(wanted, WorkListKind.CLAIMABLE, conditions) : conditions);
    }

    /** What a principal could claim and the person could not, as far as the grant is about it: a run for each of whom the principal is one. */
    private Stream<Run> offeredToOthers(WorkListFilter wanted, Order order) {
        return principals.grants().stream().flatMap(g -> principals.memberships(g).stream().filter(m -> !person.memberships().contains(m)).sorted()
                .map(m -> offered(m, g, wanted, order)));
    }

    private Run passed(WorkListFilter wanted, Order order) {
        Conditions whose = new Conditions("p.tenant = ? and p.person = ? and p.hidden = 0", tenant, person.id());
        boolean filtered = !wanted.sorted(null).equals(WorkListFilter.ALL);
        Conditions conditions = filtered ? matching(wanted, WorkListKind.PASSED, whose) : whose;
        return new Run(filtered ? PASSED + ITEM_PASSED + (conditions.text().contains("i.") ? INSTANCE : "") : PASSED, "p." + order.column(), "p.item_id", conditions);
    }

    private Run done(WorkListFilter wanted, Order order) {
        Conditions conditions = matching(wanted, WorkListKind.DONE, new Conditions("w.tenant = ? and w.done_by = ?", tenant, person.id()));
        return run(conditions.text().contains("i.") ? CLOSED + INSTANCE : CLOSED, order, conditions);
    }

    private Run read(WorkItemState state, WorkListFilter wanted, Order order) {
        return run(READ, order, matching(wanted, WorkListKind.TOREAD, new Conditions("w.tenant = ? and w.reader = ? and w.hidden = 0 and w.state = ?",
                tenant, person.id(), state.name())));
    }

    private static Run run(String from, Order order, Conditions conditions) {
        return new Run(from, "w." + order.column(), "w.id", conditions);
    }

    // ---- filters ----

    /** Closed items do not know what their instance is about: there it is looked at, for the rows of the page and those passed over. */
    private Conditions matching(WorkListFilter wanted, WorkListKind kind, Conditions conditions) {
        String about = kind == WorkListKind.DONE || kind == WorkListKind.PASSED ? "i." : "w.";
        String time = (kind == WorkListKind.CLAIMABLE ? "c." : kind == WorkListKind.PASSED ? "p." : "w.") + time(kind);
        new Definitions(tenant, about + "definition_id").matching(wanted.definitionKey(), wanted.category(), conditions);
        conditions.where("w.node_id = ?", wanted.nodeId()).containing(about + "title", wanted.title())
                .where(about + "business_key = ?", wanted.businessKey()).where(about + "starter = ?", wanted.starter())
                .where("w.state = ?", wanted.state() == null ? null : wanted.state().name())
                .where(time + " >= ?", wanted.from()).where(time + " < ?", wanted.to());
        overdue(wanted.overdue(), kind, conditions);
        QueryFields.matching(tenant, "w.instance_id", wanted.fields(), conditions);
        return conditions;
    }

    /** What is done was late when it was done; what is to be read is never late. */
    private void overdue(Boolean wanted, WorkListKind kind, Conditions conditions) {
        if (wanted == null) {
            return;
        }
        switch (kind) {
            case DONE, PASSED -> conditions.and(wanted ? "w.due_at < w.closed_at" : "(w.due_at is null or w.due_at >= w.closed_at)");
            case TOREAD, READ -> conditions.and(wanted ? "1 = 0" : "1 = 1");
            default -> conditions.and(wanted ? "w.due_order < ?" : "w.due_order >= ?", now);
        }
    }
}
