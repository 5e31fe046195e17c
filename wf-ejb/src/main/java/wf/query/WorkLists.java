package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wf.access.Caller;
import wf.command.Views;
import wf.contract.Count;
import wf.contract.ErrorCode;
import wf.contract.Light;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemPage;
import wf.contract.WorkItemState;
import wf.contract.WorkListKind;
import wf.org.Deputies;
import wf.org.DeputyRow;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.store.ClosedItemRow;
import wf.store.DefinitionStore;
import wf.store.ReadItemRow;
import wf.store.Rows;
import wf.store.WorkItemRow;

/**
 * The personal lists of work items: todo 待办, claimable 认领, done 已办, to read 待阅, read 已阅 and overdue 超期, with counts that equal the
 * unpaged lists. Where their rows are found is {@link WorkListRuns}.
 */
@Singleton
public class WorkLists {

    /** Nobody reads such a number, and to count on would cost what the list costs without an index. */
    static final int MOST_COUNTED = 1_000;

    private final EntityManager em;
    private final Directories directories;
    private final DefinitionStore definitions;
    private final Views views;
    private final Deputies deputies;
    private final InstantSource clock;

    @Inject
    public WorkLists(EntityManager em, Directories directories, DefinitionStore definitions, Views views, Deputies deputies, InstantSource clock) {
        this.em = em;
        this.directories = directories;
        this.definitions = definitions;
        this.views = views;
        this.deputies = deputies;
        this.clock = clock;
    }

    public WorkItemPage page(Caller caller, WorkListKind kind, WorkListFilter wanted, String cursor, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Listing listing = listing(caller, kind, wanted);
        List<?> rows = rows(kind, listing.page(Cursor.readOrNull(cursor, caller.locale()), size + 1));
        WorkItemPage page = new WorkItemPage();
        Shown shown = new Shown(caller, rows.subList(0, Math.min(size, rows.size())));
        shown.rows.forEach(r -> page.items.add(shown.info(r)));
        if (kind == WorkListKind.TODO || kind == WorkListKind.OVERDUE) {
            page.items.stream().filter(i -> !caller.person().equals(i.owner.id)).forEach(i -> i.onBehalfOf = i.owner);
        } else if (kind == WorkListKind.CLAIMABLE) {
            claimedFor(caller, page);
        }
        page.next = rows.size() > size ? cursorAt(rows.get(size - 1), listing.order()).text() : null;
        return page;
    }

    /** Exact up to {@link #MOST_COUNTED}, and beyond only on demand. */
    public Count count(Caller caller, WorkListKind kind, WorkListFilter wanted, boolean exact) {
        Listing.Statement statement = listing(caller, kind, wanted.sorted(null)).count(exact ? 0 : MOST_COUNTED + 1);
        return counted(Rows.number(em, statement.sql(), statement.values()), exact);
    }

    static Count counted(long rows, boolean exact) {
        Count count = new Count();
        count.more = !exact && rows > MOST_COUNTED;
        count.count = count.more ? MOST_COUNTED : rows;
        return count;
    }

    private Listing listing(Caller caller, WorkListKind kind, WorkListFilter wanted) {
        QueryFields.check(wanted.fields(), caller.locale());
        Instant now = clock.instant();
        return new WorkListRuns(caller.tenant(), member(caller), principals(caller, now), now).of(kind, wanted)
                .orElseThrow(() -> refused(caller.locale(), "SORT", kind.name(), wanted.sort().name()));
    }

    private Principals principals(Caller caller, Instant now) {
        return Principals.of(deputies, directories.of(caller.tenant()), caller.tenant(), caller.person(), now);
    }

    /** What he himself could not take he takes for a principal who could: the first of several. */
    private void claimedFor(Caller caller, WorkItemPage page) {
        Member person = member(caller);
        Directory directory = directories.of(caller.tenant());
        List<WorkItemInfo> others = page.items.stream().filter(i -> !person.isAmong(i.candidates)).toList();
        if (!others.isEmpty()) {
            List<DeputyRow> grants = principals(caller, clock.instant()).grants();
            others.forEach(i -> i.onBehalfOf = grants.stream().filter(g -> g.covers(i.definitionKey, i.nodeId))
                    .filter(g -> directory.member(g.principal).filter(p -> p.isAmong(i.candidates)).isPresent())
                    .findFirst().map(g -> views.person(directory, g.principal)).orElse(null));
        }
    }

    private static Refused refused(Locale locale, String key, Object... arguments) {
        return Refused.because(ErrorCode.INVALID_INPUT, Messages.text(locale, "reject." + key, arguments));
    }

    private List<?> rows(WorkListKind kind, Listing.Statement page) {
        Class<?> type = switch (kind) {
            case TODO, CLAIMABLE, OVERDUE -> WorkItemRow.class;
            case DONE, PASSED -> ClosedItemRow.class;
            case TOREAD, READ -> ReadItemRow.class;
        };
        return Rows.query(em, type, "w", page.sql(), page.values());
    }

    private Member member(Caller caller) {
        return directories.of(caller.tenant()).member(caller.person()).orElseThrow(() -> Refused.because(
                ErrorCode.UNAUTHENTICATED, Messages.text(caller.locale(), "reject.UNKNOWN_PERSON", caller.person())));
    }

    private static Cursor cursorAt(Object row, Order order) {
        if (row instanceof ClosedItemRow c) {
            return new Cursor(c.closedAt, c.id);
        } else if (row instanceof ReadItemRow r) {
            return new Cursor(r.sentAt, r.id);
        }
        WorkItemRow open = (WorkItemRow) row;
        return switch (order.column()) {
            case "urgency" -> new Cursor(open.urgency, open.id);
            case "due_order" -> new Cursor(open.dueOrder, open.id);
            default -> new Cursor(open.createdAt, open.id);
        };
    }

    /** The rows of one page as the caller is shown them. */
    private final class Shown {
        private final Caller caller;
        private final List<?> rows;
        private final Directory directory;
        private final Instant now = clock.instant();
        private final Map<Long, Object[]> instances = new HashMap<>();

        Shown(Caller caller, List<?> rows) {
            this.caller = caller;
            this.rows = rows;
            directory = directories.of(caller.tenant());
            List<Long> closed = rows.stream().filter(ClosedItemRow.class::isInstance).map(r -> ((ClosedItemRow) r).instanceId).distinct().toList();
            if (!closed.isEmpty()) {
                em.createQuery("select i.id, i.definitionId, i.title, i.businessKey, i.starter from InstanceRow i where i.tenant = :tenant"
                        + " and i.id in :ids", Object[].class).setParameter("tenant", caller.tenant()).setParameter("ids", closed)
                        .getResultList().forEach(i -> instances.put((Long) i[0], i));
            }
        }

        WorkItemInfo info(Object row) {
            if (row instanceof ClosedItemRow c) {
                Object[] about = instances.get(c.instanceId);
                return about(closed(c), (Long) about[1], (String) about[2], (String) about[3], (String) about[4]);
            } else if (row instanceof ReadItemRow r) {
                WorkItemInfo info = about(views.readItem(r, directory), r.definitionId, r.title, r.businessKey, r.starter);
                info.light = Lights.of(null, now);
                return info;
            }
            WorkItemRow open = (WorkItemRow) row;
            return about(open(open), open.definitionId, open.title, open.businessKey, open.starter);
        }

        private WorkItemInfo about(WorkItemInfo info, long definitionId, String title, String businessKey, String starter) {
            var definition = definitions.get(caller.tenant(), definitionId);
            info.definitionKey = definition.row().defKey;
            info.definitionName = definition.row().name;
            info.nodeName = info.nodeId == null ? null : definition.process().label(info.nodeId);
            info.title = title;
            info.businessKey = businessKey;
            info.starter = views.person(directory, starter);
            return info;
        }

        private WorkItemInfo open(WorkItemRow row) {
            WorkItemInfo info = item(row.id, row.instanceId, row.nodeId, row.nodeInstanceId, row.kind, row.state, row.createdAt, row.openedAt);
            info.owner = views.person(directory, row.owner);
            if (row.candidates != null) {
                info.candidates.addAll(Arrays.asList(row.candidates.split(",")));
            }
            info.dueAt = views.date(row.dueAt);
            info.light = Lights.of(row.dueAt, now);
            info.followUpAt = views.date(row.followUpAt);
            info.priority = row.priority;
            info.formKey = row.formKey;
            info.urged = row.urged;
            info.urgedAt = views.date(row.urgedAt);
            return info;
        }

        private WorkItemInfo closed(ClosedItemRow row) {
            WorkItemInfo info = item(row.id, row.instanceId, row.nodeId, row.nodeInstanceId, row.kind, row.state, row.createdAt, row.openedAt);
            info.owner = views.person(directory, row.owner);
            info.closedAt = views.date(row.closedAt);
            info.delayedUntil = row.delayedUntil != null && row.delayedUntil.isAfter(now) && row.state.equals(WorkItemState.SUBMITTED.name())
                    ? views.date(row.delayedUntil) : null;
            info.dueAt = views.date(row.dueAt);
            info.light = row.dueAt != null && row.dueAt.isBefore(row.closedAt) ? Light.RED : Light.GREEN;
            info.priority = row.priority;
            return info;
        }

        private WorkItemInfo item(long id, long instanceId, String nodeId, long visitId, String kind, String state, Instant createdAt, Instant openedAt) {
            WorkItemInfo info = new WorkItemInfo();
            info.id = id;
            info.instanceId = instanceId;
            info.nodeId = nodeId;
            info.nodeInstanceId = visitId;
            info.kind = WorkItemKind.valueOf(kind);
            info.state = WorkItemState.valueOf(state);
            info.createdAt = views.date(createdAt);
            info.openedAt = views.date(openedAt);
            return info;
        }
    }
}
