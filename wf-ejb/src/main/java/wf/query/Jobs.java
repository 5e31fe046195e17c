package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import wf.access.Caller;
import wf.command.JobViews;
import wf.contract.JobPage;
import wf.contract.JobState;
import wf.store.JobRow;

/** Y7: what the engine is about to do by itself in the tenant, and what it has given up; the latest due first. */
@Singleton
public class Jobs {

    private final EntityManager em;
    private final JobViews views;

    @Inject
    public Jobs(EntityManager em, JobViews views) {
        this.em = em;
        this.views = views;
    }

    /**
     * Which jobs; null for any.
     *
     * @param state null for READY
     */
    public record Which(JobState state, String kind, Long definitionId, Long instanceId, String dueFrom, String dueTo) {

        public static Which of(JobState state) {
            return new Which(state, null, null, null, null, null);
        }
    }

    public JobPage page(Caller caller, Which which, String cursor, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Filter filter = new Filter("j.id > 0").and("j.tenant = :tenant", "tenant", caller.tenant())
                .and("j.state = :state", "state", (which.state() == null ? JobState.READY : which.state()).name())
                .and("j.kind = :kind", "kind", which.kind())
                .and("j.instanceId = :instance", "instance", which.instanceId())
                .and("(j.definitionId = :definition or j.instanceId in (select i.id from InstanceRow i where i.tenant = :tenant"
                        + " and i.definitionId = :definition))", "definition", which.definitionId())
                .and("j.dueAt >= :dueFrom", "dueFrom", Moments.read("dueFrom", which.dueFrom(), caller.locale()))
                .and("j.dueAt < :dueTo", "dueTo", Moments.read("dueTo", which.dueTo(), caller.locale()))
                .after("j.dueAt", "j.id", Cursor.read(cursor, caller.locale()));
        List<JobRow> rows = filter.fill(em.createQuery("select j from JobRow j" + filter.where()
                + " order by j.dueAt desc, j.id desc", JobRow.class)).setMaxResults(size + 1).getResultList();
        JobPage page = new JobPage();
        rows.stream().limit(size).forEach(r -> page.jobs.add(views.info(r)));
        page.next = rows.size() > size ? new Cursor(rows.get(size - 1).dueAt, rows.get(size - 1).id).text() : null;
        return page;
    }
}
