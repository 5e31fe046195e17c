package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import wf.access.Caller;
import wf.command.Charters;
import wf.command.Views;
import wf.contract.Count;
import wf.contract.UrgeableItem;
import wf.contract.UrgeablePage;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.definition.ProcessDefinition;
import wf.operation.Identity;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Definition;
import wf.store.DefinitionStore;
import wf.store.WorkItemRow;

/**
 * 允许催办记录: open work of others that somebody may urge (F21), because he started its instance or sent it on. Each of the two is
 * found by an index of its own, and the pages are merged. Those who watch over instances by their models find them by their ids.
 */
@Singleton
public class Urgeable {

    private static final String URGE = "urge";
    private static final Comparator<Object[]> LATEST_FIRST = Comparator.comparing((Object[] r) -> row(r).createdAt)
            .thenComparing(r -> row(r).id).reversed();
    private final EntityManager em;
    private final Directories directories;
    private final DefinitionStore definitions;
    private final Charters charters;
    private final Views views;
    private final InstantSource clock;
    private final Duration interval;

    @Inject
    public Urgeable(EntityManager em, Directories directories, DefinitionStore definitions, Charters charters, Views views, InstantSource clock, Settings settings) {
        this.em = em;
        this.directories = directories;
        this.definitions = definitions;
        this.charters = charters;
        this.views = views;
        this.clock = clock;
        this.interval = settings.time(Setting.URGE_MINUTES, ChronoUnit.MINUTES);
    }

    public UrgeablePage page(Caller caller, String definitionKey, String cursor, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Cursor after = Cursor.read(cursor, caller.locale());
        TreeSet<Object[]> merged = new TreeSet<>(LATEST_FIRST);
        for (String which : runs(caller)) {
            Filter filter = filter(caller, which, definitionKey).after("w.createdAt", "w.id", after);
            merged.addAll(filter.fill(em.createQuery("select w, i.definitionId, i.title, i.businessKey, i.starter from WorkItemRow w, InstanceRow i"
                    + filter.where() + " order by w.createdAt desc, w.id desc", Object[].class)).setMaxResults(size + 1).getResultList());
        }
        List<Object[]> rows = new ArrayList<>(merged);
        UrgeablePage page = new UrgeablePage();
        page.intervalMinutes = interval.toMinutes();
        rows.stream().limit(size).forEach(r -> page.items.add(item(caller, r)));
        page.next = rows.size() > size ? new Cursor(row(rows.get(size - 1)).createdAt, row(rows.get(size - 1)).id).text() : null;
        return page;
    }

    public Count count(Caller caller, String definitionKey) {
        long found = 0;
        List<String> runs = runs(caller);
        for (int n = 0; n < runs.size(); n++) {
            String which = n == 0 ? runs.get(n) : runs.get(n) + " and w.starter <> :person";
            Filter filter = filter(caller, which, definitionKey);
            found += filter.fill(em.createQuery("select w.id from WorkItemRow w, InstanceRow i" + filter.where(), Long.class))
                    .setMaxResults(WorkLists.MOST_COUNTED + 1).getResultList().size();
        }
        return WorkLists.counted(found, false);
    }

    /** As what a tenant lets people urge: with the condition that the index serves. */
    private List<String> runs(Caller caller) {
        List<String> runs = new ArrayList<>();
        if (charters.of(caller.tenant()).grants(URGE, Set.of(Identity.CREATOR))) {
            runs.add("w.starter = :person");
        }
        if (charters.of(caller.tenant()).grants(URGE, Set.of(Identity.SENDER))) {
            runs.add("w.sentBy = :person");
        }
        return runs;
    }

    private static Filter filter(Caller caller, String which, String definitionKey) {
        return new Filter("i.tenant = w.tenant and i.id = w.instanceId and w.hidden = 0 and i.state in ('RUNNING', 'SUSPENDED') and (w.owner is null or w.owner <> :person)")
                .and("w.tenant = :tenant", "tenant", caller.tenant()).and(which, "person", caller.person())
                .and("i.defKey = :definition", "definition", definitionKey);
    }

    private static WorkItemRow row(Object[] columns) {
        return (WorkItemRow) columns[0];
    }

    private UrgeableItem item(Caller caller, Object[] columns) {
        WorkItemRow row = row(columns);
        Definition definition = definitions.get(caller.tenant(), (Long) columns[1]);
        Directory directory = directories.of(caller.tenant());
        UrgeableItem item = new UrgeableItem();
        item.item = info(row, definition, directory);
        item.item.title = (String) columns[2];
        item.item.businessKey = (String) columns[3];
        item.item.starter = views.person(directory, (String) columns[4]);
        Instant next = row.urgedAt == null ? Instant.EPOCH : row.urgedAt.plus(interval);
        item.nextAt = clock.instant().isBefore(next) ? views.date(next) : null;
        item.denied = isDenied(definition.process(), row.nodeId);
        return item;
    }

    private static boolean isDenied(ProcessDefinition process, String nodeId) {
        return process.process().policy().denied().contains(URGE) || process.node(nodeId).activity().policy().denied().contains(URGE);
    }

    private WorkItemInfo info(WorkItemRow row, Definition definition, Directory directory) {
        WorkItemInfo info = new WorkItemInfo();
        info.id = row.id;
        info.instanceId = row.instanceId;
        info.definitionKey = definition.row().defKey;
        info.definitionName = definition.row().name;
        info.nodeId = row.nodeId;
        info.nodeName = definition.process().label(row.nodeId);
        info.nodeInstanceId = row.nodeInstanceId;
        info.kind = WorkItemKind.valueOf(row.kind);
        info.state = WorkItemState.valueOf(row.state);
        info.owner = views.person(directory, row.owner);
        if (row.candidates != null) {
            info.candidates.addAll(Arrays.asList(row.candidates.split(",")));
        }
        info.createdAt = views.date(row.createdAt);
        info.openedAt = views.date(row.openedAt);
        info.dueAt = views.date(row.dueAt);
        info.priority = row.priority;
        info.urged = row.urged;
        info.urgedAt = views.date(row.urgedAt);
        return info;
    }
}
