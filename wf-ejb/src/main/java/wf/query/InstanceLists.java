package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import wf.access.Caller;
import wf.command.Views;
import wf.contract.Count;
import wf.contract.ErrorCode;
import wf.contract.InstanceInfo;
import wf.contract.InstanceListKind;
import wf.contract.InstancePage;
import wf.contract.InstanceState;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;
import wf.store.HandedRights;
import wf.store.InstanceRow;
import wf.store.Rows;

/**
 * The personal lists of instances, the latest started first: started 启动的实例, drafts 草稿 and readable 可阅文件. Who may read an instance
 * because its model says so stands in rows of its own, which each operation on it brings up to date (class Audience).
 */
@Singleton
public class InstanceLists {

    private static final String INSTANCES = "wf_instance w";
    private static final String THERE = " and exists (select 1 from wf_instance x where x.tenant = r.tenant and x.id = r.instance_id and x.state <> 'DELETED')";
    private static final Order ORDER = Order.latest("started_at");
    private final EntityManager em;
    private final Directories directories;
    private final DefinitionStore definitions;
    private final Views views;

    @Inject
    public InstanceLists(EntityManager em, Directories directories, DefinitionStore definitions, Views views) {
        this.em = em;
        this.directories = directories;
        this.definitions = definitions;
        this.views = views;
    }

    public InstancePage page(Caller caller, InstanceListKind kind, InstanceListFilter wanted, String cursor, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Listing.Statement statement = listing(caller, kind, wanted).page(Cursor.readOrNull(cursor, caller.locale()), size + 1);
        List<InstanceRow> rows = Rows.query(em, InstanceRow.class, "w", statement.sql(), statement.values());
        InstancePage page = new InstancePage();
        rows.stream().limit(size).forEach(r -> page.instances.add(info(r)));
        page.next = rows.size() > size ? new Cursor(rows.get(size - 1).startedAt, rows.get(size - 1).id).text() : null;
        return page;
    }

    /** Exact up to 1,000, and beyond only on demand. */
    public Count count(Caller caller, InstanceListKind kind, InstanceListFilter wanted, boolean exact) {
        Listing.Statement statement = listing(caller, kind, wanted).count(exact ? 0 : WorkLists.MOST_COUNTED + 1);
        return WorkLists.counted(Rows.number(em, statement.sql(), statement.values()), exact);
    }

    private Listing listing(Caller caller, InstanceListKind kind, InstanceListFilter wanted) {
        QueryFields.check(wanted.fields(), caller.locale());
        Member person = directories.of(caller.tenant()).member(caller.person()).orElseThrow(() -> Refused.because(
                ErrorCode.UNAUTHENTICATED, Messages.text(caller.locale(), "reject.UNKNOWN_PERSON", caller.person())));
        return new Listing(INSTANCES, caller.tenant(), ORDER, switch (kind) {
            case STARTED -> started(person, caller.tenant(), wanted);
            case DRAFTS -> List.of(run("wf_draft", "starter", person.id(), caller.tenant(), wanted));
            case READABLE -> readable(person, caller.tenant(), wanted);
        });
    }

    /** His own, and what was handed over to him with the rights of its starter. */
    private List<Run> started(Member person, String tenant, InstanceListFilter wanted) {
        Run own = new Run(INSTANCES, "w.started_at", "w.id", matching(tenant, wanted, "w.started_at",
                new Conditions("w.tenant = ? and w.starter = ? and w.state <> ?", tenant, person.id(), InstanceState.DELETED.name())));
        return HandedRights.any(em, tenant, person.id(), "CREATOR")
                ? List.of(own, run("wf_handed_right", "person", person.id(), tenant, wanted, " and r.identity = 'CREATOR'" + THERE)) : List.of(own);
    }

    /** ◆ What he handled, and what the model says that he or one of those that he belongs to may read: here, and nowhere else. */
    private static List<Run> readable(Member person, String tenant, InstanceListFilter wanted) {
        List<Run> runs = new ArrayList<>();
        runs.add(run("wf_work_item_closed", "done_by", person.id(), tenant, wanted));
        runs.add(run("wf_passed_on", "person", person.id(), tenant, wanted, " and r.hidden = 0"));
        runs.add(run("wf_handed_right", "person", person.id(), tenant, wanted, " and r.identity = 'READER'" + THERE));
        person.memberships().stream().sorted().forEach(m -> runs.add(run("wf_reader", "reader", m, tenant, wanted)));
        return runs;
    }

    /** Instances that a table names for somebody, in the order of the list; the instance itself is looked at only where something of it is asked for. */
    private static Run run(String table, String column, String whose, String tenant, InstanceListFilter wanted) {
        return run(table, column, whose, tenant, wanted, "");
    }

    /** @param besides what else must hold of its rows */
    private static Run run(String table, String column, String whose, String tenant, InstanceListFilter wanted, String besides) {
        Conditions conditions = new Conditions("r.tenant = ? and r." + column + " = ?" + besides, tenant, whose);
        boolean filtered = !wanted.equals(InstanceListFilter.ALL);
        return new Run(filtered ? table + " r join " + INSTANCES + " on w.tenant = r.tenant and w.id = r.instance_id" : table + " r", "r.started_at",
                "r.instance_id", filtered ? matching(tenant, wanted, "r.started_at", conditions) : conditions);
    }

    private static Conditions matching(String tenant, InstanceListFilter wanted, String time, Conditions conditions) {
        new Definitions(tenant, "w.definition_id").matching(wanted.definitionKey(), wanted.category(), conditions);
        conditions.containing("w.title", wanted.title()).where("w.business_key = ?", wanted.businessKey()).where("w.starter = ?", wanted.starter())
                .where("w.state = ?", wanted.state() == null ? null : wanted.state().name())
                .where(time + " >= ?", wanted.from()).where(time + " < ?", wanted.to());
        QueryFields.matching(tenant, "w.id", wanted.fields(), conditions);
        return conditions;
    }

    private InstanceInfo info(InstanceRow row) {
        Directory directory = directories.of(row.tenant);
        DefinitionRow definition = definitions.get(row.tenant, row.definitionId).row();
        InstanceInfo info = new InstanceInfo();
        info.id = row.id;
        info.version = row.version;
        info.state = InstanceState.valueOf(row.state);
        info.faulted = row.faulted != 0;
        info.definitionId = definition.id;
        info.definitionKey = definition.defKey;
        info.definitionVersion = definition.version;
        info.definitionName = definition.name;
        info.title = row.title;
        info.businessKey = row.businessKey;
        info.starter = views.person(directory, row.starter);
        info.startedAt = views.date(row.startedAt);
        info.endedAt = views.date(row.endedAt);
        info.parentId = row.parentId;
        return info;
    }
}
