package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import wf.access.Caller;
import wf.command.Views;
import wf.contract.OverdueLevel;
import wf.contract.OverdueNode;
import wf.contract.OverdueNodePage;
import wf.store.DeadlineRow;
import wf.store.Definition;
import wf.store.DefinitionStore;

/** Y10 超期节点获取: steps, items and instances that are late or were warned of, as of any moment to come too; of running instances alone. */
@Singleton
public class OverdueNodes {

    private final EntityManager em;
    private final DefinitionStore definitions;
    private final Views views;
    private final InstantSource clock;

    @Inject
    public OverdueNodes(EntityManager em, DefinitionStore definitions, Views views, InstantSource clock) {
        this.em = em;
        this.definitions = definitions;
        this.views = views;
        this.clock = clock;
    }

    /** In which instances; null for all. */
    public record Within(String definitionKey, Long instanceId) { }

    public OverdueNodePage page(Caller caller, Within within, String asOf, OverdueLevel level, String cursor, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Instant asked = Moments.read("asOf", asOf, caller.locale());
        Instant at = asked == null ? clock.instant() : asked;
        boolean warned = level == OverdueLevel.WARNED;
        Filter filter = new Filter("i.tenant = d.tenant and i.id = d.instanceId and i.state = 'RUNNING'").and("d.tenant = :tenant", "tenant", caller.tenant())
                .and("i.defKey = :definition", "definition", within.definitionKey()).and("d.instanceId = :instance", "instance", within.instanceId())
                .and(warned ? "d.dueAt >= :at and d.reachedAt <= :at" : "d.dueAt < :at", "at", at)
                .after("d.dueAt", "d.id", Cursor.read(cursor, caller.locale()));
        List<Object[]> rows = filter.fill(em.createQuery("select d, i.title, i.defKey from DeadlineRow d, InstanceRow i" + filter.where()
                + " order by d.dueAt desc, d.id desc", Object[].class)).setMaxResults(size + 1).getResultList();
        OverdueNodePage page = new OverdueNodePage();
        rows.stream().limit(size).forEach(r -> page.nodes.add(node(caller, (DeadlineRow) r[0], (String) r[1], (String) r[2], at)));
        if (rows.size() > size) {
            DeadlineRow last = (DeadlineRow) rows.get(size - 1)[0];
            page.next = new Cursor(last.dueAt, last.id).text();
        }
        return page;
    }

    private OverdueNode node(Caller caller, DeadlineRow row, String title, String definitionKey, Instant at) {
        OverdueNode node = new OverdueNode();
        node.instanceId = row.instanceId;
        node.instanceTitle = title;
        node.definitionKey = definitionKey;
        node.nodeId = row.nodeId;
        node.nodeName = row.nodeId == null ? null : label(definitions.get(caller.tenant(), row.definitionId), row.nodeId);
        node.nodeInstanceId = row.nodeInstanceId;
        node.workItemId = row.workItemId;
        node.dueAt = views.date(row.dueAt);
        node.overdueSeconds = Duration.between(row.dueAt, at).toSeconds();
        node.levels = row.levels;
        return node;
    }

    private static String label(Definition definition, String nodeId) {
        return definition.process().label(nodeId);
    }
}
