package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import wf.access.Authority;
import wf.access.Caller;
import wf.command.Inputs;
import wf.command.Views;
import wf.contract.Person;
import wf.contract.VanishedHandler;
import wf.contract.VanishedHandlerList;
import wf.runtime.Directories;
import wf.runtime.Right;

/**
 * §6.6: who is disabled, or whose time is over or has not come, and holds open work, for U5. It begins with those who are gone, who are few, and
 * finds the work of each by the index of owners; nobody is ever deleted, so that nobody is missed.
 */
@Singleton
public class VanishedHandlers {

    private static final String WHERE = " from PersonRow p, WorkItemRow w where p.tenant = :tenant and (p.enabled = false or p.validTo <= :now or p.validFrom > :now)"
            + " and w.tenant = p.tenant and w.owner = p.id and w.hidden = 0";
    private final EntityManager em;
    private final Directories directories;
    private final Views views;
    private final InstantSource clock;

    @Inject
    public VanishedHandlers(EntityManager em, Directories directories, Views views, InstantSource clock) {
        this.em = em;
        this.directories = directories;
        this.views = views;
        this.clock = clock;
    }

    /** For those who may reassign work, of the people who are theirs. */
    public VanishedHandlerList list(Caller caller, String after, Integer limit) {
        Authority authority = Authority.of(directories, caller);
        authority.mustSomewhere(Right.WORK_REASSIGN);
        int size = Cursor.limit(limit, caller.locale());
        Inputs.require(after == null || after.indexOf('\0') < 0, caller.locale(), "TEXT", "after");
        Instant now = clock.instant();
        Territory territory = Territory.of(authority.rights(), Right.WORK_REASSIGN);
        String where = WHERE + territory.ofPeople("p");
        List<Object[]> rows = territory.fill(em.createQuery("select p.id, p.name, count(w)" + where + " and p.id > :after group by p.id, p.name order by p.id",
                Object[].class)).setParameter("tenant", caller.tenant()).setParameter("now", now).setParameter("after", after == null ? "" : after)
                .setMaxResults(size + 1).getResultList();
        VanishedHandlerList list = new VanishedHandlerList();
        rows.stream().limit(size).forEach(r -> list.handlers.add(handler(caller, r)));
        list.next = rows.size() > size ? list.handlers.get(size - 1).person.id : null;
        list.items = territory.fill(em.createQuery("select count(w)" + where, Long.class)).setParameter("tenant", caller.tenant()).setParameter("now", now).getSingleResult();
        return list;
    }

    /** How many there are, and how much they hold. */
    public record Gone(int people, long items) { }

    /** For whoever looks how the organisation stands. */
    public Gone count(String tenant) {
        Object[] counts = em.createQuery("select count(distinct p.id), count(w)" + WHERE, Object[].class).setParameter("tenant", tenant)
                .setParameter("now", clock.instant()).getSingleResult();
        return new Gone(((Number) counts[0]).intValue(), ((Number) counts[1]).longValue());
    }

    private VanishedHandler handler(Caller caller, Object[] row) {
        VanishedHandler handler = new VanishedHandler();
        handler.person = new Person();
        handler.person.id = (String) row[0];
        handler.person.name = (String) row[1];
        handler.items = ((Number) row[2]).longValue();
        handler.oldestAt = views.date(oldest(caller.tenant(), (String) row[0]));
        return handler;
    }

    /** The first of the index; as a minimum beside the count it would come without its converter. */
    private Instant oldest(String tenant, String owner) {
        return em.createQuery("select w.createdAt from WorkItemRow w where w.tenant = :tenant and w.owner = :owner and w.hidden = 0 order by w.createdAt, w.id", Instant.class)
                .setParameter("tenant", tenant).setParameter("owner", owner).setMaxResults(1).getResultStream().findFirst().orElse(null);
    }
}
