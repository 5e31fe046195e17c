package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.contract.NoticeAction;
import wf.contract.NoticeState;

/** The rows of what people are told. Whoever plans, sends or takes back does so for many at once. */
@Singleton
public class NoticeStore {

    private static final int LONGEST_ERROR = 1_000;
    private final EntityManager em;
    private final Ids ids;
    private final Alarm alarm;

    @Inject
    public NoticeStore(EntityManager em, Ids ids, Alarm alarm) {
        this.alarm = alarm;
        this.em = em;
        this.ids = ids;
    }

    // ---- planning ----

    /** Gives them ids, stores them, and posts a job for each that is to be sent; whoever stores what is due at once says so to the {@code NoticeQueue}. */
    public void insert(Collection<NoticeRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        rows.forEach(r -> r.id = ids.next());
        Writes writes = new Writes(em, () -> { });
        rows.forEach(writes::insert);
        rows.stream().filter(r -> r.state.equals(NoticeState.WAITING.name())).map(NoticeStore::job).forEach(writes::insert);
        writes.send();
        rows.stream().filter(r -> r.dueAt != null && r.dueAt.isAfter(r.createdAt)).map(r -> r.dueAt).min(Comparator.naturalOrder()).ifPresent(alarm::set);
    }

    private static JobRow job(NoticeRow row) {
        JobRow job = JobStore.row(row.tenant, row.id, JobType.NOTICE, row.dueAt, JobBody.named(null, null, null));
        return job;
    }

    /**
     * An open item.
     *
     * @param owner whoever holds it; null while it is offered
     * @param candidates to whom it is or was offered
     */
    public record Open(String nodeId, String owner, List<String> candidates) {

        /** Who has to do with it now, as candidates. */
        public List<String> audience() {
            return owner != null ? List.of("user:" + owner) : candidates;
        }
    }

    /** Which of these items are open, but for those of a deleted instance. */
    public Map<Long, Open> openItems(String tenant, Collection<Long> items) {
        Map<Long, Open> open = new LinkedHashMap<>();
        for (List<Long> some : Portions.of(items)) {
            em.createQuery("select i.id, i.nodeId, i.owner, i.candidates from WorkItemRow i where i.tenant = :tenant and i.id in :ids and i.hidden = 0", Object[].class)
                    .setParameter("tenant", tenant).setParameter("ids", some).getResultList()
                    .forEach(r -> open.put((Long) r[0], new Open((String) r[1], (String) r[2], InstanceStore.candidates((String) r[3]))));
        }
        return open;
    }

    /** @param isCalled whether another instance has called it */
    public record Headline(long definitionId, String title, String starter, boolean isCalled) { }

    public Map<Long, Headline> headlines(String tenant, Set<Long> instances) {
        Map<Long, Headline> headlines = new LinkedHashMap<>();
        for (List<Long> some : Portions.of(instances)) {
            em.createQuery("select i.id, i.definitionId, i.title, i.starter, i.parentId from InstanceRow i where i.tenant = :tenant and i.id in :ids", Object[].class)
                    .setParameter("tenant", tenant).setParameter("ids", some).getResultList()
                    .forEach(r -> headlines.put((Long) r[0], new Headline((Long) r[1], (String) r[2], (String) r[3], r[4] != null)));
        }
        return headlines;
    }

    /** Ids of the open items of an instance. */
    public List<Long> itemsOf(String tenant, long instanceId) {
        return em.createQuery("select i.id from WorkItemRow i where i.tenant = :tenant and i.instanceId = :instance", Long.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).getResultList();
    }

    /** What was told of these items and counts still, or would if it were sent again; whoever is delivering it waits until this transaction ends. */
    public List<NoticeRow> standing(String tenant, Set<Long> instances, Set<Long> items) {
        List<NoticeRow> standing = new ArrayList<>();
        for (List<Long> some : Portions.of(items)) {
            List<Object> values = new ArrayList<>(List.of(tenant));
            values.addAll(instances);
            values.addAll(some);
            standing.addAll(Rows.of(em, NoticeRow.class, "r.tenant = ? and r.instance_id in (" + Writes.places(instances.size()) + ") and r.item_id in ("
                    + Writes.places(some.size()) + ") and r.action = 'CREATE' and r.state <> 'GONE' order by r.id for update", values.toArray()));
        }
        return standing;
    }

    /**
     * What they were about is gone. What was to be sent is not sent any more; its job finds that out by itself.
     *
     * @param how what a channel that has them, or gets them just now, is to be told
     */
    public void gone(String tenant, Collection<Long> notices, NoticeAction how) {
        for (List<Long> some : Portions.of(notices)) {
            em.createQuery("update NoticeRow n set n.state = :gone, n.goneAs = :how where n.tenant = :tenant and n.id in :ids")
                    .setParameter("gone", NoticeState.GONE.name()).setParameter("how", how.name())
                    .setParameter("tenant", tenant).setParameter("ids", some).executeUpdate();
        }
    }

    // ---- sending ----

    public Optional<NoticeRow> find(String tenant, long id) {
        return Rows.of(em, NoticeRow.class, "r.tenant = ? and r.id = ?", tenant, id).stream().findFirst();
    }

    /** Takes all that waits to go out together with this one; from now on it goes under its id, also when it is tried again. */
    public void bundle(NoticeRow lead, Instant now) {
        em.createQuery("update NoticeRow n set n.bundle = :lead where n.tenant = :tenant and n.person = :person and n.channel = :channel"
                + " and n.state = :waiting and n.bundle = 0 and n.dueAt <= :now").setParameter("lead", lead.id).setParameter("tenant", lead.tenant)
                .setParameter("person", lead.person).setParameter("channel", lead.channel).setParameter("waiting", NoticeState.WAITING.name())
                .setParameter("now", now).executeUpdate();
    }

    /** What goes out under this id, the oldest first, but for what is gone. */
    public List<NoticeRow> bundled(NoticeRow lead) {
        return Rows.of(em, NoticeRow.class, "r.tenant = ? and r.person = ? and r.channel = ? and r.state = 'WAITING' and r.bundle = ? order by r.id",
                lead.tenant, lead.person, lead.channel, lead.bundle);
    }

    /** Those of them that were taken back meanwhile. */
    public List<NoticeRow> goneMeanwhile(String tenant, Collection<Long> notices) {
        List<Object> values = new ArrayList<>(List.of(tenant));
        values.addAll(notices);
        return Rows.of(em, NoticeRow.class, "r.tenant = ? and r.id in (" + Writes.places(notices.size()) + ") and r.state = 'GONE' and r.action = 'CREATE'", values.toArray());
    }

    /** It has come so far; what is gone meanwhile stays gone. */
    public void settle(String tenant, Collection<Long> notices, NoticeState state, Instant at, String error) {
        Query query = em.createQuery("update NoticeRow n set n.state = :state, n.attempts = n.attempts + 1, n.sentAt = "
                + (at == null ? "null" : ":at") + ", n.lastError = :error where n.tenant = :tenant and n.id in :ids and n.state = :waiting")
                .setParameter("state", state.name()).setParameter("error", Column.filled(error, LONGEST_ERROR))
                .setParameter("tenant", tenant).setParameter("ids", notices).setParameter("waiting", NoticeState.WAITING.name());
        (at == null ? query : query.setParameter("at", at)).executeUpdate();
    }

    /** An administrator wants it tried again, at once and alone; false when nobody has given it up. */
    public boolean again(NoticeRow row, Instant now) {
        boolean dead = em.createQuery("update NoticeRow n set n.state = :waiting, n.attempts = 0, n.dueAt = :now, n.bundle = null, n.lastError = ''"
                + " where n.tenant = :tenant and n.id = :id and n.state in ('DEAD', 'NOWHERE')").setParameter("waiting", NoticeState.WAITING.name())
                .setParameter("now", now).setParameter("tenant", row.tenant).setParameter("id", row.id).executeUpdate() == 1;
        if (dead) {
            row.state = NoticeState.WAITING.name();
            row.dueAt = now;
            row.attempts = 0;
            row.bundle = null;
            em.persist(job(row));
            alarm.set(now);
        }
        return dead;
    }

    // ---- the box of a person ----

    /** Marks messages in the site, all that he has where none are named; answers how many changed. */
    public int mark(String tenant, String person, List<Long> notices, NoticeState state, Instant now) {
        String which = notices == null ? "" : " and n.id in :ids";
        Query query = em.createQuery("update NoticeRow n set n.state = :state, n.readAt = :now where n.tenant = :tenant and n.person = :person"
                + " and n.channel = 'site' and n.state in " + (state == NoticeState.READ ? "('SENT')" : "('SENT', 'READ')") + which)
                .setParameter("state", state.name()).setParameter("now", now).setParameter("tenant", tenant).setParameter("person", person);
        return (notices == null ? query : query.setParameter("ids", notices)).executeUpdate();
    }

    public List<NoticeRow> box(String tenant, String person, boolean unread, long before, int most) {
        String states = unread ? "r.state = 'SENT'" : "r.state in ('SENT', 'READ')";
        return Rows.of(em, NoticeRow.class, "r.tenant = ? and r.person = ? and r.channel = 'site' and " + states + " and r.id < ? order by r.id desc limit " + most,
                tenant, person, before);
    }

    /** How many lie there unread, counted as far as anybody wants to know. */
    public long unread(String tenant, String person, int most) {
        return Rows.number(em, "select count(*) from (select 1 as one from wf_notice r where r.tenant = ? and r.person = ? and r.channel = 'site' and r.state = 'SENT' limit "
                + most + ") c", List.of(tenant, person));
    }

    // ---- for administrators ----

    public List<NoticeRow> in(String tenant, NoticeState state, String person, String channel, long before, int most) {
        List<Object> values = new ArrayList<>(List.of(tenant, state.name(), before));
        String which = "r.tenant = ? and r.state = ? and r.id < ?";
        if (person != null) {
            which += " and r.person = ?";
            values.add(person);
        }
        if (channel != null) {
            which += " and r.channel = ?";
            values.add(channel);
        }
        return Rows.of(em, NoticeRow.class, which + " order by r.id desc limit " + most, values.toArray());
    }

    /** Counts messages that somebody sends to others by himself; false when they would be more than that in this hour. */
    public boolean mayGo(String tenant, String person, int more, int most, Instant now) {
        long hour = now.getEpochSecond() / 3_600;
        int counted = em.createNativeQuery("update wf_notice_rate set sent = case when hour_no = ?1 then sent else 0 end + ?2, hour_no = ?1"
                + " where tenant = ?3 and person = ?4 and (hour_no <> ?1 or sent + ?2 <= ?5)").setParameter(1, hour).setParameter(2, more)
                .setParameter(3, tenant).setParameter(4, person).setParameter(5, most).executeUpdate();
        if (counted == 1) {
            return true;
        }
        boolean first = Rows.number(em, "select count(*) from wf_notice_rate r where r.tenant = ? and r.person = ?", List.of(tenant, person)) == 0;
        if (first) {
            em.createNativeQuery("insert into wf_notice_rate (tenant, person, hour_no, sent) values (?1, ?2, ?3, ?4)").setParameter(1, tenant)
                    .setParameter(2, person).setParameter(3, hour).setParameter(4, more).executeUpdate();
        }
        return first;
    }

    /** Deletes what was told before then and is not to be sent any more, as much as one transaction should; answers how many. */
    public int forget(String tenant, Instant before, int most) {
        List<Long> old = em.createQuery("select n.id from NoticeRow n where n.tenant = :tenant and n.createdAt < :before and n.state <> :waiting order by n.createdAt",
                Long.class).setParameter("tenant", tenant).setParameter("before", before).setParameter("waiting", NoticeState.WAITING.name()).setMaxResults(most).getResultList();
        return old.isEmpty() ? 0 : em.createQuery("delete from NoticeRow n where n.tenant = :tenant and n.id in :ids")
                .setParameter("tenant", tenant).setParameter("ids", old).executeUpdate();
    }
}
