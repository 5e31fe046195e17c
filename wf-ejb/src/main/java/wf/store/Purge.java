package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import wf.contract.RemovedKind;
import wf.contract.Verification;
import wf.instance.Incident;
import wf.instance.ParentLink;
import wf.instance.ProcessInstance;
import wf.runtime.Member;

/**
 * An instance that goes for good (I10). Its rows are deleted, each along an index that names the instance. Those of its
 * journal stay, without opinions and texts: who did what when, and the hashes, so that the chain goes on naming the one
 * before. What else a row could have told is lost, for the product as for everybody.
 */
@Singleton
public class Purge {

    private static final int PORTION = 500;
    private static final String OF_INSTANCE = " where tenant = ?1 and instance_id = ?2";
    /** What it has set going elsewhere still happens. */
    private static final String ITS_OWN = " and not (state = 'READY' and kind in ('ALIGN_CHILDREN', 'CANCEL_CHILDREN', 'MESSAGE', 'SIGNAL'))";
    private static final Map<RemovedKind, List<String>> TABLES = new EnumMap<>(Map.of(
            RemovedKind.WORK_ITEM, List.of("wf_work_item", "wf_work_item_closed"), RemovedKind.VISIT, List.of("wf_trail"),
            RemovedKind.SNAPSHOT, List.of("wf_snapshot"), RemovedKind.ATTACHMENT, List.of("wf_attachment"),
            RemovedKind.READ_ITEM, List.of("wf_read_item"), RemovedKind.URGE, List.of("wf_urge"), RemovedKind.JOB, List.of("wf_job")));
    private static final List<String> ARCHIVED = List.of("wf_work_item_closed", "wf_trail");
    private final EntityManager em;
    private final InstanceCache cache;

    @Inject
    public Purge(EntityManager em, InstanceCache cache) {
        this.em = em;
        this.cache = cache;
    }

    // ---- before ----

    /** What would go now; kinds of which there is nothing are left out. */
    public Map<RemovedKind, Long> count(String tenant, Stored stored, boolean archived) {
        long id = stored.image().id();
        Map<RemovedKind, Long> counts = new EnumMap<>(RemovedKind.class);
        TABLES.forEach((kind, tables) -> counts.put(kind, tables.stream().mapToLong(t -> rows(t, tenant, id, archived)).sum()));
        counts.put(RemovedKind.CONTENT, (long) contents(tenant, id).size());
        counts.put(RemovedKind.INCIDENT, (long) stored.image().incidents().size());
        counts.put(RemovedKind.JOURNAL_TEXT, stored.journalLength());
        counts.values().removeIf(c -> c == 0);
        return counts;
    }

    private long rows(String table, String tenant, long instanceId, boolean archived) {
        String from = archived && ARCHIVED.contains(table) ? table + "_archive" : table;
        return ((Number) of(tenant, instanceId, em.createNativeQuery("select count(*) from " + from + OF_INSTANCE + own(table))).getSingleResult()).longValue();
    }

    private static String own(String table) {
        return table.equals("wf_job") ? ITS_OWN : "";
    }

    /** Hashes of contents to which no other instance refers. */
    @SuppressWarnings("unchecked")
    private List<String> contents(String tenant, long instanceId) {
        return of(tenant, instanceId, em.createNativeQuery("select distinct a.sha256 from wf_attachment a where a.tenant = ?1 and a.instance_id = ?2"
                + " and not exists (select 1 from wf_attachment o where o.tenant = a.tenant and o.sha256 = a.sha256 and o.instance_id <> a.instance_id)"))
                .getResultList();
    }

    /** Contents to which it refers, held in one order until the transaction ends: nobody begins to refer to them meanwhile, or ceases to. */
    @SuppressWarnings("unchecked")
    private List<String> held(String tenant, long instanceId) {
        return of(tenant, instanceId, em.createNativeQuery("select c.sha256 from wf_content c where c.tenant = ?1 and c.sha256 in"
                + " (select a.sha256 from wf_attachment a where a.tenant = ?1 and a.instance_id = ?2) order by c.sha256" + AttachmentStore.HELD)).getResultList();
    }

    private static Query of(String tenant, long instanceId, Query query) {
        return query.setParameter(1, tenant).setParameter(2, instanceId);
    }

    // ---- the deed ----

    /**
     * Nothing of the instance is kept. Its last operation must be stored already, and holds its row.
     *
     * @param last that operation's row, which alone keeps its text: it is about nothing but the purge
     */
    public void purge(ProcessInstance instance, JournalRow last, JournalEnd end) {
        String tenant = last.tenant;
        long id = last.instanceId;
        PurgedRow row = row(last, end);
        row.purgedBy = purger(instance, last);
        Writes writes = new Writes(em, () -> cache.evict(tenant, id));
        List<String> contents = held(tenant, id);
        writes.change("delete from wf_candidate where tenant = ? and item_id in (select i.id from wf_work_item i where i.tenant = ? and i.instance_id = ?)",
                tenant, tenant, id);
        TABLES.values().forEach(tables -> tables.forEach(t -> writes.change("delete from " + t + " where tenant = ? and instance_id = ?" + own(t), tenant, id)));
        Portions.of(contents).forEach(some -> writes.change("delete from wf_content where tenant = ? and sha256 in (" + Writes.places(some.size()) + ")"
                + AttachmentStore.UNUSED, values(tenant, some)));
        writes.delete("wf_incident", tenant, instance.incidents().stream().map(Incident::id).toList(), null);
        for (String table : List.of("wf_restored", "wf_reader", "wf_query_field", "wf_ticket", "wf_deadline", "wf_passed_on", "wf_handed_right",
                "wf_notice")) {
            writes.change("delete from " + table + " where tenant = ? and instance_id = ?", tenant, id);
        }
        writes.change("delete from wf_sealing_key where tenant = ? and instance_id = ?", tenant, id);
        writes.change("update wf_operation set reply = '' where tenant = ? and instance_id = ?", tenant, id);
        writes.change("update wf_journal set opinion = null, body = '', packed = null where tenant = ? and instance_id = ? and seq < ?", tenant, id, last.seq);
        writes.mustChange(1, "instance " + id + " has changed meanwhile", "delete from wf_instance where tenant = ? and id = ?", tenant, id);
        writes.insert(row);
        writes.send();
    }

    /** Who did it; where the engine did, because the caller was purged, who purged that. */
    private String purger(ProcessInstance instance, JournalRow last) {
        ParentLink parent = instance.identity().parent();
        return !last.actor.equals(Member.ENGINE.id()) || parent == null ? last.actor
                : find(last.tenant, parent.instanceId()).map(p -> p.purgedBy).orElse(last.actor);
    }

    private static Object[] values(String tenant, List<String> some) {
        Object[] values = new Object[some.size() + 1];
        values[0] = tenant;
        for (int i = 0; i < some.size(); i++) {
            values[i + 1] = some.get(i);
        }
        return values;
    }

    private PurgedRow row(JournalRow last, JournalEnd end) {
        KeptRows kept = new KeptRows();
        Long[] broken = new Long[1];
        forEach(last.tenant, last.instanceId, row -> {
            if (broken[0] == null && (row.seq != kept.end().length() + 1 || !Journal.isSound(row, kept.end().hash()))) {
                broken[0] = row.seq;
            }
            kept.add(row);
        });
        PurgedRow purged = new PurgedRow();
        purged.tenant = last.tenant;
        purged.id = last.instanceId;
        purged.purgedAt = last.happenedAt;
        purged.journalLength = end.length();
        purged.journalHash = end.hash();
        purged.keptHash = kept.hash();
        purged.brokenAt = broken[0];
        return purged;
    }

    /** Portion by portion, since a journal may be long. */
    private void forEach(String tenant, long instanceId, Consumer<JournalRow> each) {
        long behind = 0;
        for (List<JournalRow> some = rows(tenant, instanceId, behind); !some.isEmpty(); some = rows(tenant, instanceId, behind)) {
            some.forEach(each);
            behind = some.get(some.size() - 1).seq;
        }
    }

    private List<JournalRow> rows(String tenant, long instanceId, long behind) {
        return Rows.of(em, JournalRow.class, "r.tenant = ? and r.instance_id = ? and r.seq > ? order by r.seq limit " + PORTION, tenant, instanceId, behind);
    }

    // ---- afterwards ----

    /** What is known of an instance that was purged. */
    public Optional<PurgedRow> find(String tenant, long instanceId) {
        return Optional.ofNullable(em.find(PurgedRow.class, new TenantKey(tenant, instanceId)));
    }

    /**
     * Whether what is kept of the journal is as it was when the texts were erased. Nobody can make the hashes of its rows again;
     * but the last one is over the row of the purge, which is whole, and over the hash before it.
     */
    public Verification verify(PurgedRow purged) {
        Verification result = new Verification();
        KeptRows kept = new KeptRows();
        boolean[] lastIsSound = new boolean[1];
        forEach(purged.tenant, purged.id, row -> {
            result.rows++;
            lastIsSound[0] = Journal.isSound(row, kept.end().hash());
            kept.add(row);
        });
        JournalEnd end = new JournalEnd(purged.journalLength, purged.journalHash);
        result.instanceId = purged.id;
        result.brokenAt = purged.brokenAt != null ? purged.brokenAt : kept.missing() != null ? kept.missing()
                : kept.end().length() < end.length() ? Long.valueOf(kept.end().length() + 1) : null;
        result.intact = result.brokenAt == null && lastIsSound[0] && kept.end().equals(end) && kept.hash().equals(purged.keptHash);
        result.headHash = purged.journalHash;
        result.purgedAt = Date.from(purged.purgedAt);
        result.purgedBy = purged.purgedBy;
        return result;
    }
}
