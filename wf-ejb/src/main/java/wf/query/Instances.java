package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import wf.access.Authority;
import wf.access.Caller;
import wf.command.Views;
import wf.contract.Count;
import wf.contract.InstanceInfo;
import wf.contract.InstancePage;
import wf.contract.InstanceState;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.runtime.Right;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;

/** Lists of instances: administrators find those that they administer, others those they started. */
@Singleton
public class Instances {

    private static final String COLUMNS = "select i.id, i.version, i.state, i.faulted, i.definitionId, i.title,"
            + " i.businessKey, i.starter, i.startedAt, i.endedAt, i.parentId from InstanceRow i";

    private final EntityManager em;
    private final Directories directories;
    private final DefinitionStore definitions;
    private final Views views;

    @Inject
    public Instances(EntityManager em, Directories directories, DefinitionStore definitions, Views views) {
        this.em = em;
        this.directories = directories;
        this.definitions = definitions;
        this.views = views;
    }

    public InstancePage page(Caller caller, InstanceFilter wanted, String cursor, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Filter filter = filter(caller, wanted).after("i.startedAt", "i.id", Cursor.read(cursor, caller.locale()));
        List<Object[]> rows = filter.fill(em.createQuery(COLUMNS + filter.where() + " order by i.startedAt desc, i.id desc",
                Object[].class)).setMaxResults(size + 1).getResultList();
        InstancePage page = new InstancePage();
        rows.stream().limit(size).forEach(r -> page.instances.add(info(caller, r)));
        page.next = rows.size() > size ? new Cursor((Instant) rows.get(size - 1)[8], (Long) rows.get(size - 1)[0]).text() : null;
        return page;
    }

    public Count count(Caller caller, InstanceFilter wanted) {
        Filter filter = filter(caller, wanted);
        Count count = new Count();
        count.count = filter.fill(em.createQuery("select count(i) from InstanceRow i" + filter.where(), Long.class)).getSingleResult();
        return count;
    }

    private Filter filter(Caller caller, InstanceFilter wanted) {
        Territory territory = Territory.of(Authority.of(directories, caller).rights(), Right.INSTANCE_MANAGE, Right.INSTANCE_READ, Right.AUDIT_READ);
        boolean deleted = territory.isWhole() && wanted.state() == InstanceState.DELETED;
        Filter filter = new Filter(deleted ? "i.id > 0" : "i.state <> 'DELETED'").and("i.tenant = :tenant", "tenant", caller.tenant())
                .and("(i.starter = :me" + territory.orOfInstances("i") + ")", "me", territory.isWhole() ? null : caller.person())
                .and("i.defKey = :definition", "definition", wanted.definitionKey())
                .and("i.businessKey = :key", "key", wanted.businessKey())
                .and("i.state = :state", "state", wanted.state() == null ? null : wanted.state().name())
                .and("i.starter = :starter", "starter", wanted.starter())
                .containing("i.title", "title", wanted.title());
        return territory.isWhole() ? filter : filter.with(territory.parameters());
    }

    private InstanceInfo info(Caller caller, Object[] columns) {
        Directory directory = directories.of(caller.tenant());
        DefinitionRow definition = definitions.get(caller.tenant(), (Long) columns[4]).row();
        InstanceInfo info = new InstanceInfo();
        info.id = (Long) columns[0];
        info.version = (Long) columns[1];
        info.state = InstanceState.valueOf((String) columns[2]);
        info.faulted = ((Number) columns[3]).intValue() != 0;
        info.definitionId = definition.id;
        info.definitionKey = definition.defKey;
        info.definitionVersion = definition.version;
        info.definitionName = definition.name;
        info.title = (String) columns[5];
        info.businessKey = (String) columns[6];
        info.starter = views.person(directory, (String) columns[7]);
        info.startedAt = views.date((Instant) columns[8]);
        info.endedAt = views.date((Instant) columns[9]);
        info.parentId = (Long) columns[10];
        return info;
    }
}
