package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import wf.calendar.CalendarLayer;
import wf.calendar.WorkCalendar;
import wf.runtime.Calendars;
import wf.runtime.Directories;
import wf.runtime.Hierarchy;

/** Rows of working calendars, and what they come to for somebody. */
@Singleton
public class CalendarStore {

    private final EntityManager em;

    @Inject
    public CalendarStore(EntityManager em) {
        this.em = em;
    }

    public Optional<CalendarRow> find(String tenant, String owner) {
        return Optional.ofNullable(em.find(CalendarRow.class, new CalendarKey(tenant, owner)));
    }

    /** By owner. @param after the owner before the first, or empty */
    public List<CalendarRow> page(String tenant, String after, int limit) {
        return em.createQuery("select c from CalendarRow c where c.tenant = :tenant and c.owner > :after order by c.owner", CalendarRow.class)
                .setParameter("tenant", tenant).setParameter("after", after).setMaxResults(limit).getResultList();
    }

    public void put(CalendarRow row) {
        em.merge(row);
    }

    public void remove(String tenant, String owner) {
        em.createQuery("delete from CalendarRow c where c.tenant = :tenant and c.owner = :owner")
                .setParameter("tenant", tenant).setParameter("owner", owner).executeUpdate();
    }

    private Map<String, CalendarLayer> layers(String tenant, Set<String> owners) {
        Map<String, CalendarLayer> layers = new HashMap<>();
        em.createQuery("select c from CalendarRow c where c.tenant = :tenant and c.owner in :owners", CalendarRow.class)
                .setParameter("tenant", tenant).setParameter("owners", owners).setHint("eclipselink.read-only", "true")
                .getResultList().forEach(r -> layers.put(r.owner, r.layer()));
        return layers;
    }

    /** For one decision: each calendar is read once, and only if it is asked for. */
    public Calendars of(String tenant, Directories directories, ZoneId zone) {
        Map<String, WorkCalendar> known = new HashMap<>();
        return person -> known.computeIfAbsent(Objects.toString(person, ""),
                p -> of(tenant, person == null ? Set.of() : owners(person, directories.of(tenant).hierarchy()), zone));
    }

    /** As a department works. */
    public WorkCalendar ofDepartment(String tenant, String department, Directories directories, ZoneId zone) {
        Set<String> owners = new LinkedHashSet<>();
        climb(department, directories.of(tenant).hierarchy(), owners);
        return of(tenant, owners, zone);
    }

    private WorkCalendar of(String tenant, Set<String> nearestFirst, ZoneId zone) {
        Set<String> owners = new LinkedHashSet<>(nearestFirst);
        owners.add(CalendarRow.TENANT);
        Map<String, CalendarLayer> layers = layers(tenant, owners);
        List<CalendarLayer> found = new ArrayList<>();
        owners.stream().map(layers::get).filter(Objects::nonNull).forEach(found::add);
        return WorkCalendar.of(found, zone);
    }

    private static Set<String> owners(String person, Hierarchy hierarchy) {
        Set<String> owners = new LinkedHashSet<>();
        owners.add("user:" + person);
        hierarchy.places(person).stream().findFirst().ifPresent(place -> climb(place.department(), hierarchy, owners));
        return owners;
    }

    /** Of several departments the main one counts, and all above it. */
    private static void climb(String department, Hierarchy hierarchy, Set<String> owners) {
        String next = department;
        while (next != null && owners.add("dept:" + next)) {
            next = hierarchy.department(next).map(Hierarchy.Department::parent).orElse(null);
        }
    }
}
