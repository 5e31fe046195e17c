package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import wf.contract.InstanceState;
import wf.contract.WorkItemKind;
import wf.contract.WorkSelection;

/** The open work of one person, for operations on many items; found by the index of owners. */
@Singleton
public class OpenWork {

    private final EntityManager em;

    @Inject
    public OpenWork(EntityManager em) {
        this.em = em;
    }

    /** One of his items, and whose instance it belongs to. */
    public record Item(long id, long instanceId, String definitionKey, String nodeId) { }

    /** How many of his items are drafts of his own, or of others who gave them to him. */
    public int drafts(String tenant, String owner, WorkSelection wanted) {
        Filter filter = selected(tenant, owner, wanted).and("i.state = :draft", "draft", InstanceState.DRAFT.name());
        return filter.fill(em.createQuery("select count(w) from WorkItemRow w, InstanceRow i" + filter.where(), Long.class)).getSingleResult().intValue();
    }

    /** As {@link #of}, without drafts. */
    public List<Item> underWay(String tenant, String owner, WorkSelection wanted, int most) {
        return items(selected(tenant, owner, wanted).and("i.state <> :draft", "draft", InstanceState.DRAFT.name()), most);
    }

    /** In the order of their ids. */
    public List<Item> of(String tenant, String owner, WorkSelection wanted, int most) {
        return items(selected(tenant, owner, wanted), most);
    }

    private static Filter selected(String tenant, String owner, WorkSelection wanted) {
        return new Filter("i.tenant = w.tenant and i.id = w.instanceId and i.state <> 'DELETED'").and("w.tenant = :tenant", "tenant", tenant)
                .and("w.owner = :owner", "owner", owner).and("w.id > :after", "after", wanted.after)
                .and("i.defKey = :definition", "definition", blankless(wanted.definitionKey)).and("w.nodeId = :node", "node", blankless(wanted.nodeId))
                .and("w.createdAt >= :from", "from", instant(wanted.createdFrom)).and("w.createdAt < :to", "to", instant(wanted.createdTo))
                .and("w.kind in :kinds", "kinds", kinds(wanted)).and("w.id in :ids", "ids", ids(wanted));
    }

    private List<Item> items(Filter filter, int most) {
        return filter.fill(em.createQuery("select w.id, w.instanceId, i.defKey, w.nodeId from WorkItemRow w, InstanceRow i" + filter.where()
                + " order by w.id", Object[].class)).setMaxResults(most).getResultStream()
                .map(r -> new Item((Long) r[0], (Long) r[1], (String) r[2], (String) r[3])).toList();
    }

    private static String blankless(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    private static List<String> kinds(WorkSelection wanted) {
        List<String> kinds = wanted.kinds == null ? List.of() : wanted.kinds.stream().filter(Objects::nonNull).map(WorkItemKind::name).distinct().toList();
        return kinds.isEmpty() ? null : kinds;
    }

    private static List<Long> ids(WorkSelection wanted) {
        List<Long> ids = wanted.workItemIds == null ? List.of() : wanted.workItemIds.stream().filter(Objects::nonNull).distinct().toList();
        return ids.isEmpty() ? null : ids;
    }
}
