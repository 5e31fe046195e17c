package wf.stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Ids;
import wf.store.Json;

/** What nodes tell each other of lists that have changed, and which nodes want to hear it. The caller owns the transaction. */
@Singleton
public class ListNewsStore {

    /** A decision may concern thousands, and a column of text ends. */
    private static final int MOST_IN_ROW = 500;
    private final EntityManager em;
    private final Ids ids;
    private final String operators;

    @Inject
    public ListNewsStore(EntityManager em, Ids ids, Settings settings) {
        this.em = em;
        this.ids = ids;
        this.operators = settings.text(Setting.TENANT_DEFAULT);
    }

    // ---- who listens ----

    /** Whether any node but this one listens. */
    boolean hasOthers(String me, Instant now) {
        return !em.createQuery("select l.listener from ListenerRow l where l.tenant = :tenant and l.listener <> :me and l.untilAt > :now", String.class)
                .setParameter("tenant", operators).setParameter("me", me).setParameter("now", now).setMaxResults(1).getResultList().isEmpty();
    }

    void listen(String me, Instant until) {
        ListenerRow row = em.find(ListenerRow.class, new ListenerKey(operators, me));
        if (row == null) {
            row = new ListenerRow();
            row.tenant = operators;
            row.listener = me;
            row.untilAt = until;
            em.persist(row);
        } else {
            row.untilAt = until;
        }
    }

    void leave(String me) {
        em.createQuery("delete from ListenerRow l where l.tenant = :tenant and l.listener = :me").setParameter("tenant", operators).setParameter("me", me).executeUpdate();
    }

    /** What everybody has heard by now, and nodes that died listening. */
    void forget(Instant before) {
        em.createQuery("delete from ListNewsRow n where n.toldAt < :before").setParameter("before", before).executeUpdate();
        em.createQuery("delete from ListenerRow l where l.tenant = :tenant and l.untilAt < :before").setParameter("tenant", operators).setParameter("before", before).executeUpdate();
    }

    // ---- what is told ----

    void tell(String tenant, String me, Collection<ListChange> changes, Instant now) {
        List<ListChange> all = List.copyOf(changes);
        for (int from = 0; from < all.size(); from += MOST_IN_ROW) {
            ListNewsRow row = new ListNewsRow();
            row.tenant = tenant;
            row.id = ids.next();
            row.teller = me;
            row.toldAt = now;
            row.body = Json.write(new ArrayList<>(all.subList(from, Math.min(all.size(), from + MOST_IN_ROW)).stream().map(ListChange::text).toList()));
            em.persist(row);
        }
    }

    /** What the other nodes have told since, in its order. */
    List<ListNewsRow> since(String me, Instant since) {
        return em.createQuery("select n from ListNewsRow n where n.toldAt >= :since and n.teller <> :me order by n.toldAt, n.id", ListNewsRow.class)
                .setParameter("since", since).setParameter("me", me).setHint("eclipselink.read-only", "true").getResultList();
    }

    static Set<ListChange> changes(ListNewsRow row) {
        Set<ListChange> changes = new LinkedHashSet<>();
        Stream.of(Json.read(row.body, String[].class)).map(ListChange::read).forEach(changes::add);
        return changes;
    }
}
