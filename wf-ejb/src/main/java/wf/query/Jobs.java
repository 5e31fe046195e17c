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

    public JobPage page(Caller caller, JobState state, String cursor, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Filter filter = new Filter("j.id > 0").and("j.tenant = :tenant", "tenant", caller.tenant())
                .and("j.state = :state", "state", (state == null ? JobState.READY : state).name())
                .after("j.dueAt", "j.id", Cursor.read(cursor, caller.locale()));
        List<JobRow> rows = filter.fill(em.createQuery("select j from JobRow j" + filter.where()
                + " order by j.dueAt desc, j.id desc", JobRow.class)).setMaxResults(size + 1).getResultList();
        JobPage page = new JobPage();
        rows.stream().limit(size).forEach(r -> page.jobs.add(views.info(r)));
        page.next = rows.size() > size ? new Cursor(rows.get(size - 1).dueAt, rows.get(size - 1).id).text() : null;
        return page;
    }
}
