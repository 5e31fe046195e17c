package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import wf.access.Caller;
import wf.command.Inputs;
import wf.contract.OrgUnit;
import wf.contract.OrgUnitKind;
import wf.contract.OrgUnitPage;
import wf.contract.Person;
import wf.contract.PersonPage;
import wf.org.DepartmentRow;
import wf.org.GroupRow;
import wf.org.PersonRow;
import wf.org.PostRow;
import wf.org.UnitRow;

/**
 * U22 组织信息获取: people, departments, groups and posts of the caller's tenant, for pickers: names and nothing else, page by page in the
 * order of their ids, and only what counts now. Whoever is signed on may look, since he has to name people.
 */
@Singleton
public class OrgPicker {

    private static final String COUNTS = "r.enabled = true and r.validFrom <= :now and (r.validTo is null or r.validTo > :now)";
    private final EntityManager em;
    private final InstantSource clock;

    @Inject
    public OrgPicker(EntityManager em, InstantSource clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * @param text part of name or id; null for all
     * @param within only who belongs to it: {@code dept:rd}, {@code group:finance} or {@code post:clerk}; null for all
     */
    public PersonPage people(Caller caller, String text, String within, String after, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Filter filter = filter(caller, after);
        if (within != null) {
            String[] parts = within.split(":", 2);
            Inputs.require(parts.length == 2 && within.indexOf('\0') < 0 && members(parts[0]) != null, caller.locale(), "ORG_UNIT", within);
            filter.and("exists (select m.personId from " + members(parts[0]) + " m where m.tenant = r.tenant and m.personId = r.id and m.ownerId = :owner"
                    + " and m.validFrom <= :now and (m.validTo is null or m.validTo > :now))", "owner", parts[1]);
        }
        List<PersonRow> rows = rows(PersonRow.class, named(filter, text), size);
        PersonPage page = new PersonPage();
        rows.stream().limit(size).forEach(r -> page.people.add(person(r)));
        page.next = rows.size() > size ? rows.get(size - 1).id : null;
        return page;
    }

    /**
     * @param parent only those right below it; null for all, or without a text for those that have none above
     * @param text part of name or id; null for all
     */
    public OrgUnitPage units(Caller caller, OrgUnitKind kind, String parent, String text, String after, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Inputs.require(kind != null, caller.locale(), "GIVEN", "kind");
        Filter filter = filter(caller, after).and("r.parentId = :parent", "parent", parent);
        boolean top = parent == null && (text == null || text.isBlank());
        List<? extends UnitRow> rows = rows(type(kind), named(top ? filter.and("r.parentId is null and r.tenant = :top", "top", caller.tenant()) : filter, text), size);
        OrgUnitPage page = new OrgUnitPage();
        rows.stream().limit(size).forEach(r -> page.units.add(unit(kind, r)));
        page.next = rows.size() > size ? rows.get(size - 1).id : null;
        return page;
    }

    private Filter filter(Caller caller, String after) {
        return new Filter(COUNTS).with("now", clock.instant()).and("r.tenant = :tenant", "tenant", caller.tenant()).and("r.id > :after", "after", after);
    }

    /** Not by a pattern: with an escape character EclipseLink writes all values into the statement. */
    private static Filter named(Filter filter, String text) {
        String wanted = text == null || text.isBlank() ? null : text.toLowerCase(Locale.ROOT);
        return filter.and("(locate(:text, lower(r.id)) > 0 or locate(:text, lower(r.name)) > 0)", "text", wanted);
    }

    private <R extends UnitRow> List<R> rows(Class<R> type, Filter filter, int size) {
        return filter.fill(em.createQuery("select r from " + type.getSimpleName() + " r" + filter.where() + " order by r.id", type))
                .setHint("eclipselink.read-only", "true").setMaxResults(size + 1).getResultList();
    }

    private static Class<? extends UnitRow> type(OrgUnitKind kind) {
        return switch (kind) {
            case DEPT -> DepartmentRow.class;
            case GROUP -> GroupRow.class;
            case POST -> PostRow.class;
        };
    }

    private static String members(String prefix) {
        return switch (prefix) {
            case "dept" -> "DepartmentMemberRow";
            case "group" -> "GroupMemberRow";
            case "post" -> "PostMemberRow";
            default -> null;
        };
    }

    private static Person person(PersonRow row) {
        Person person = new Person();
        person.id = row.id;
        person.name = row.name;
        return person;
    }

    private static OrgUnit unit(OrgUnitKind kind, UnitRow row) {
        OrgUnit unit = new OrgUnit();
        unit.kind = kind;
        unit.id = row.id;
        unit.name = row.name;
        unit.parentId = row instanceof DepartmentRow d ? d.parentId : row instanceof GroupRow g ? g.parentId : ((PostRow) row).parentId;
        return unit;
    }
}
