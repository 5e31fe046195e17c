package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import wf.access.Caller;
import wf.command.Views;
import wf.contract.IncidentInfo;
import wf.contract.IncidentPage;
import wf.refusal.IncidentTexts;
import wf.store.DefinitionStore;
import wf.store.IncidentRow;

/** I14: the open incidents of the tenant, newest first. */
@Singleton
public class Incidents {

    private final EntityManager em;
    private final DefinitionStore definitions;
    private final Views views;

    @Inject
    public Incidents(EntityManager em, DefinitionStore definitions, Views views) {
        this.em = em;
        this.definitions = definitions;
        this.views = views;
    }

    public IncidentPage page(Caller caller, String definitionKey, String cursor, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Filter filter = new Filter("i.tenant = n.tenant and i.id = n.instanceId and i.state <> 'DELETED'").and("n.tenant = :tenant", "tenant", caller.tenant())
                .and("i.defKey = :definition", "definition", definitionKey)
                .after("n.raisedAt", "n.id", Cursor.read(cursor, caller.locale()));
        List<Object[]> rows = filter.fill(em.createQuery("select n, i.title, i.definitionId from IncidentRow n, InstanceRow i" + filter.where()
                + " order by n.raisedAt desc, n.id desc", Object[].class)).setMaxResults(size + 1).getResultList();
        IncidentPage page = new IncidentPage();
        rows.stream().limit(size).forEach(r -> page.incidents.add(info(caller, (IncidentRow) r[0], (String) r[1], (Long) r[2])));
        page.next = rows.size() > size ? cursorAt((IncidentRow) rows.get(size - 1)[0]).text() : null;
        return page;
    }

    private static Cursor cursorAt(IncidentRow row) {
        return new Cursor(row.raisedAt, row.id);
    }

    private IncidentInfo info(Caller caller, IncidentRow row, String title, long definitionId) {
        IncidentInfo info = new IncidentInfo();
        info.id = row.id;
        info.instanceId = row.instanceId;
        info.instanceTitle = title;
        info.nodeId = row.nodeId;
        info.code = row.code;
        String node = Views.label(definitions.get(caller.tenant(), definitionId).process(), row.nodeId);
        info.message = IncidentTexts.text(caller.locale(), row.code, node, row.detail);
        info.at = views.date(row.raisedAt);
        return info;
    }
}
