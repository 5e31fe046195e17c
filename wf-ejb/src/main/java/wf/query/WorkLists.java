package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import wf.access.Caller;
import wf.command.Views;
import wf.contract.Count;
import wf.contract.ErrorCode;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemPage;
import wf.contract.WorkItemState;
import wf.contract.WorkListKind;
import wf.org.Deputies;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.store.ClosedItemRow;
import wf.store.DefinitionStore;
import wf.store.ReadItemRow;
import wf.store.WorkItemRow;

/** The personal lists of work items: todo 待办, claimable 认领, done 已办, to read 待阅 and read 已阅, with counts that equal the unpaged lists. */
@Singleton
public class WorkLists {

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
        String time = time(kind);
        Filter filter = filter(caller, kind, wanted).after(time, "w.id", Cursor.read(cursor, caller.locale()));
        List<Object[]> rows = filter.fill(em.createQuery("select w, i.definitionId, i.title, i.businessKey, i.starter from "
                + from(kind) + filter.where() + " order by " + time + " desc, w.id desc", Object[].class))
                .setMaxResults(size + 1).getResultList();
        WorkItemPage page = new WorkItemPage();
        rows.stream().limit(size).forEach(r -> page.items.add(info(caller, r)));
        if (kind == WorkListKind.TODO) {
            page.items.stream().filter(i -> !caller.person().equals(i.owner.id)).forEach(i -> i.onBehalfOf = i.owner);
        }
        page.next = rows.size() > size ? cursorAt(rows.get(size - 1)[0]).text() : null;
        return page;
    }

    public Count count(Caller caller, WorkListKind kind, WorkListFilter wanted) {
        Filter filter = filter(caller, kind, wanted);
        Count count = new Count();
        count.count = filter.fill(em.createQuery("select count(w) from " + from(kind) + filter.where(), Long.class)).getSingleResult();
        return count;
    }

    private static String from(WorkListKind kind) {
        String rows = switch (kind) {
            case TODO, CLAIMABLE -> "WorkItemRow";
            case DONE -> "ClosedItemRow";
            case TOREAD, READ -> "ReadItemRow";
        };
        return rows + " w, InstanceRow i";
    }

    /** The list goes by it, the latest first. */
    private static String time(WorkListKind kind) {
        return switch (kind) {
            case TODO, CLAIMABLE -> "w.createdAt";
            case DONE -> "w.closedAt";
            case TOREAD, READ -> "w.sentAt";
        };
    }

    private Filter filter(Caller caller, WorkListKind kind, WorkListFilter wanted) {
        Filter filter = new Filter("i.tenant = w.tenant and i.id = w.instanceId and i.state <> 'DELETED'").and("w.tenant = :tenant", "tenant", caller.tenant());
        switch (kind) {
            case TODO -> Principals.of(deputies, caller.tenant(), caller.person(), clock.instant()).restrict(filter);
            case CLAIMABLE -> filter.and("w.state = :offered", "offered", WorkItemState.OFFERED.name()).and("w.id in (select c.itemId from CandidateRow c where c.tenant = :tenant"
                    + " and c.candidate in :memberships)", "memberships", List.copyOf(member(caller).memberships()));
            case DONE -> filter.and("w.doneBy = :person", "person", caller.person());
            case TOREAD -> filter.and("w.reader = :person", "person", caller.person()).and("w.state = :state", "state", WorkItemState.UNREAD.name());
            case READ -> filter.and("w.reader = :person", "person", caller.person()).and("w.state = :state", "state", WorkItemState.READ.name());
        }
        return filter.and("i.defKey = :definition", "definition", wanted.definitionKey())
                .and("i.businessKey = :key", "key", wanted.businessKey()).containing("i.title", "title", wanted.title());
    }

    private Member member(Caller caller) {
        return directories.of(caller.tenant()).member(caller.person()).orElseThrow(() -> Refused.because(
                ErrorCode.UNAUTHENTICATED, Messages.text(caller.locale(), "reject.UNKNOWN_PERSON", caller.person())));
    }

    private static Cursor cursorAt(Object row) {
        return row instanceof ClosedItemRow c ? new Cursor(c.closedAt, c.id)
                : row instanceof ReadItemRow r ? new Cursor(r.sentAt, r.id)
                : new Cursor(((WorkItemRow) row).createdAt, ((WorkItemRow) row).id);
    }

    private WorkItemInfo info(Caller caller, Object[] columns) {
        Directory directory = directories.of(caller.tenant());
        WorkItemInfo info = columns[0] instanceof ClosedItemRow c ? closed(c, directory)
                : columns[0] instanceof ReadItemRow r ? views.readItem(r, directory) : open((WorkItemRow) columns[0], directory);
        var definition = definitions.get(caller.tenant(), (Long) columns[1]);
        info.definitionKey = definition.row().defKey;
        info.definitionName = definition.row().name;
        info.nodeName = info.nodeId == null ? null : definition.process().label(info.nodeId);
        info.title = (String) columns[2];
        info.businessKey = (String) columns[3];
        info.starter = views.person(directory, (String) columns[4]);
        return info;
    }

    private WorkItemInfo open(WorkItemRow row, Directory directory) {
        WorkItemInfo info = info(row.id, row.instanceId, row.nodeId, row.nodeInstanceId, row.kind, row.state, row.createdAt, row.openedAt);
        info.owner = views.person(directory, row.owner);
        if (row.candidates != null) {
            info.candidates.addAll(Arrays.asList(row.candidates.split(",")));
        }
        info.dueAt = views.date(row.dueAt);
        info.followUpAt = views.date(row.followUpAt);
        info.priority = row.priority;
        info.formKey = row.formKey;
        info.urged = row.urged;
        info.urgedAt = views.date(row.urgedAt);
        return info;
    }

    private WorkItemInfo closed(ClosedItemRow row, Directory directory) {
        WorkItemInfo info = info(row.id, row.instanceId, row.nodeId, row.nodeInstanceId, row.kind, row.state, row.createdAt, row.openedAt);
        info.owner = views.person(directory, row.owner);
        info.closedAt = views.date(row.closedAt);
        info.dueAt = views.date(row.dueAt);
        info.priority = row.priority;
        return info;
    }

    private WorkItemInfo info(long id, long instanceId, String nodeId, long visitId, String kind, String state,
            Instant createdAt, Instant openedAt) {
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
