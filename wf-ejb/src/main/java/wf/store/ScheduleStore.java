package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Rows of schedules, and the jobs that wait for their times. */
@Singleton
public class ScheduleStore {

    private final EntityManager em;
    private final JobStore jobs;

    @Inject
    public ScheduleStore(EntityManager em, JobStore jobs) {
        this.em = em;
        this.jobs = jobs;
    }

    public Optional<ScheduleRow> find(String tenant, String name) {
        return Optional.ofNullable(em.find(ScheduleRow.class, new ScheduleKey(tenant, name)));
    }

    /** By name. */
    public List<ScheduleRow> page(String tenant, String after, int limit) {
        return em.createQuery("select s from ScheduleRow s where s.tenant = :tenant and s.name > :after order by s.name", ScheduleRow.class)
                .setParameter("tenant", tenant).setParameter("after", after).setMaxResults(limit).getResultList();
    }

    public void put(ScheduleRow row) {
        em.merge(row);
    }

    public void remove(String tenant, String name) {
        em.createQuery("delete from ScheduleRow s where s.tenant = :tenant and s.name = :name")
                .setParameter("tenant", tenant).setParameter("name", name).executeUpdate();
    }

    /** A job waits for the next time; without one none does. */
    public void await(ScheduleRow row) {
        if (row.nextAt != null) {
            jobs.post(row.tenant, row.jobId, JobType.SCHEDULE, row.nextAt, JobBody.schedule(row.name, row.fired, row.nextAt), null);
        }
    }

    /** Nothing waits for its times any more, whoever is about to work on one. */
    public void forget(ScheduleRow row) {
        em.createQuery("delete from JobRow j where j.tenant = :tenant and j.id = :id")
                .setParameter("tenant", row.tenant).setParameter("id", row.jobId).executeUpdate();
    }
}
