package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wf.access.Caller;
import wf.command.Inputs;
import wf.contract.OrgUnit;
import wf.contract.OrgUnitKind;
import wf.contract.OrgUnitPage;
import wf.contract.Person;
import wf.contract.PersonPage;
import wf.store.InstantConverter;

/**
 * U22 组织信息获取: people, departments, groups and posts of the caller's tenant, for pickers: names and nothing else, page by page in the
 * order of their ids, and only what counts now. Whoever is signed on may look, since he has to name people.
 */
@Singleton
public class OrgPicker {

    private static final String COUNTS = " and %1$s.valid_from <= ? and (%1$s.valid_to is null or %1$s.valid_to > ?)";
    private final EntityManager em;
    private final InstantSource clock;

    @Inject
    public OrgPicker(EntityManager em, InstantSource clock) {
        this.em = em;
        this.clock = clock;
    }

    /** What stands in the order of the statement; a pattern with an escape character would make JPQL write all values into its text. */
    private final class Search {
        private final StringBuilder sql;
        private final List<Object> values = new ArrayList<>();

        Search(Caller caller, String columns, String table, String after) {
            sql = new StringBuilder("select " + columns + " from " + table + " r where r.tenant = ? and r.enabled = true");
            values.add(caller.tenant());
            counts("r");
            and(" and r.id > ?", after);
        }

        void counts(String alias) {
            OffsetDateTime now = new InstantConverter().convertToDatabaseColumn(clock.instant());
            sql.append(COUNTS.formatted(alias));
            values.addAll(List.of(now, now));
        }

        Search and(String condition, Object value) {
            if (value != null) {
                sql.append(condition);
                values.add(value instanceof String text && text.indexOf('\0') >= 0 ? " " : value);
            }
            return this;
        }

        Search named(String text) {
            if (text != null && !text.isBlank()) {
                String pattern = '%' + Conditions.escaped(text.toLowerCase(Locale.ROOT)) + '%';
                and(" and (lower(r.id) like ? escape '!'", pattern).and(" or lower(r.name) like ? escape '!')", pattern);
            }
            return this;
        }

        @SuppressWarnings("unchecked")
        List<Object[]> rows(int most) {
            Query query = em.createNativeQuery(sql + " order by r.id");
            for (int n = 0; n < values.size(); n++) {
                query.setParameter(n + 1, values.get(n));
            }
            return query.setMaxResults(most).getResultList();
        }
    }

    /**
     * @param text part of name or id; null for all
     * @param within only who belongs to it: {@code dept:rd}, {@code group:finance} or {@code post:clerk}; null for all
     */
    public PersonPage people(Caller caller, String text, String within, String after, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Search search = new Search(caller, "r.id, r.name", "wf_person", after);
        if (within != null) {
            String[] parts = within.split(":", 2);
            Inputs.require(parts.length == 2 && members(parts[0]) != null, caller.locale(), "ORG_UNIT", within);
            search.and(" and exists (select 1 from " + members(parts[0]) + " m where m.tenant = r.tenant and m.person_id = r.id and m.owner_id = ?", parts[1]);
            search.counts("m");
            search.sql.append(')');
        }
        List<Object[]> rows = search.named(text).rows(size + 1);
        PersonPage page = new PersonPage();
        rows.stream().limit(size).forEach(r -> page.people.add(person(r)));
        page.next = rows.size() > size ? page.people.get(size - 1).id : null;
        return page;
    }

    /**
     * @param parent only those right below it; null for all, or without a text for those that have none above
     * @param text part of name or id; null for all
     */
    public OrgUnitPage units(Caller caller, OrgUnitKind kind, String parent, String text, String after, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Inputs.require(kind != null, caller.locale(), "GIVEN", "kind");
        Search search = new Search(caller, "r.id, r.name, r.parent_id", table(kind), after).and(" and r.parent_id = ?", parent);
        if (parent == null && (text == null || text.isBlank())) {
            search.sql.append(" and r.parent_id is null");
        }
        List<Object[]> rows = search.named(text).rows(size + 1);
        OrgUnitPage page = new OrgUnitPage();
        rows.stream().limit(size).forEach(r -> page.units.add(unit(kind, r)));
        page.next = rows.size() > size ? page.units.get(size - 1).id : null;
        return page;
    }

    private static String table(OrgUnitKind kind) {
        return switch (kind) {
            case DEPT -> "wf_department";
            case GROUP -> "wf_group";
            case POST -> "wf_post";
        };
    }

    private static String members(String prefix) {
        return switch (prefix) {
            case "dept" -> "wf_department_member";
            case "group" -> "wf_group_member";
            case "post" -> "wf_post_member";
            default -> null;
        };
    }

    private static Person person(Object[] row) {
        Person person = new Person();
        person.id = (String) row[0];
        person.name = (String) row[1];
        return person;
    }

    private static OrgUnit unit(OrgUnitKind kind, Object[] row) {
        OrgUnit unit = new OrgUnit();
        unit.kind = kind;
        unit.id = (String) row[0];
        unit.name = (String) row[1];
        unit.parentId = (String) row[2];
        return unit;
    }
}
