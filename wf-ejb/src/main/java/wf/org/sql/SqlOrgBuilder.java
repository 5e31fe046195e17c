package wf.org.sql;

import java.time.DateTimeException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import wf.call.CallFailed;
import wf.call.DataSources;
import wf.org.source.Validity;
import wf.org.sql.OrgQueries.Row;
import wf.setting.Family;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.OrgBuilder;
import wf.spi.OrgChanges;
import wf.spi.OrgDept;
import wf.spi.OrgGroup;
import wf.spi.OrgPlace;
import wf.spi.OrgPost;
import wf.spi.OrgUnavailable;
import wf.spi.OrgUser;

/**
 * The organisation from a database, such as that of a personnel system: each kind by a query of the configuration, whose
 * columns are called as here. Queries that are not there have no rows; {@code departments} and {@code people} must be. Its
 * people sign on by other means than a password of that database.
 */
public final class SqlOrgBuilder implements OrgBuilder {
    /** What the setting calls it. */
    public static final String NAME = "sql";

    private final OrgQueries queries;
    private final Validity validity;

    public SqlOrgBuilder(Settings settings, DataSources sources) throws OrgUnavailable {
        for (String needed : List.of("departments", "people")) {
            if (settings.named(Family.ORG_QUERY, needed).isEmpty()) {
                throw new OrgUnavailable("There is no query for " + needed + ": set " + Family.ORG_QUERY.property(needed) + ".");
            }
        }
        try {
            this.queries = new OrgQueries(sources.of(settings.text(Setting.ORG_SQL_SOURCE)), name -> settings.named(Family.ORG_QUERY, name),
                    settings.time(Setting.ORG_SQL_SECONDS, ChronoUnit.SECONDS));
            this.validity = new Validity(settings.zone());
        } catch (CallFailed e) {
            throw new OrgUnavailable("The setting " + Setting.ORG_SQL_SOURCE.property() + " names no data source: " + e.getMessage(), e);
        }
    }

    SqlOrgBuilder(OrgQueries queries, Validity validity) {
        this.queries = queries;
        this.validity = validity;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<OrgDept> loadDepts(String tenant) throws OrgUnavailable {
        Map<String, OrgDept> byId = new HashMap<>();
        List<OrgDept> depts = units("departments", tenant, byId, OrgDept::new, (dept, row) -> {
            dept.id = row.text("id");
            dept.parentId = row.text("parent_id");
            dept.name = row.text("name");
            dept.code = row.text("code");
            dept.sort = row.number("sort");
            dept.unit = row.yes("unit");
            dept.headId = row.text("head_id");
            dept.superiorId = row.text("superior_id");
        });
        members("deputies", tenant, byId, dept -> dept.deputyIds);
        return depts;
    }

    @Override
    public List<OrgUser> loadUsers(String tenant) throws OrgUnavailable {
        Map<String, OrgUser> byId = new HashMap<>();
        List<OrgUser> users = units("people", tenant, byId, OrgUser::new, (user, row) -> {
            user.id = row.text("id");
            user.loginName = row.text("login_name");
            user.name = row.text("name");
            user.mail = row.text("mail");
            user.mobile = row.text("mobile");
            user.locale = row.text("locale");
            user.validFrom = validity.from(row.text("valid_from"));
            user.validTo = validity.to(row.text("valid_to"));
            if (row.text("department_id") != null) {
                user.places.add(place(row, true));
            }
        });
        for (Row row : queries.rows("places", tenant)) {
            OrgUser user = byId.get(row.text("person_id"));
            if (user != null) {
                user.places.add(place(row, row.yes("main")));
            }
        }
        return users;
    }

    private static OrgPlace place(Row row, boolean main) {
        OrgPlace place = new OrgPlace();
        place.deptId = row.text("department_id");
        place.main = main;
        place.jobTitle = row.text("job_title");
        place.leaderId = row.text("leader_id");
        return place;
    }

    @Override
    public List<OrgGroup> loadGroups(String tenant) throws OrgUnavailable {
        Map<String, OrgGroup> byId = new HashMap<>();
        List<OrgGroup> groups = units("groups", tenant, byId, OrgGroup::new, (group, row) -> {
            group.id = row.text("id");
            group.parentId = row.text("parent_id");
            group.name = row.text("name");
        });
        members("group-members", tenant, byId, group -> group.members);
        return groups;
    }

    @Override
    public List<OrgPost> loadPosts(String tenant) throws OrgUnavailable {
        Map<String, OrgPost> byId = new HashMap<>();
        List<OrgPost> posts = units("posts", tenant, byId, OrgPost::new, (post, row) -> {
            post.id = row.text("id");
            post.parentId = row.text("parent_id");
            post.deptId = row.text("department_id");
            post.name = row.text("name");
        });
        members("post-members", tenant, byId, post -> post.members);
        return posts;
    }

    /** What the query {@code changes} answers in its first column is the token: as long as it is the same, nothing is loaded. */
    @Override
    public OrgChanges changesSince(String tenant, String token) throws OrgUnavailable {
        List<Row> rows = queries.rows("changes", tenant);
        OrgChanges changes = new OrgChanges();
        changes.token = rows.isEmpty() ? null : String.join(" ", rows.get(0).columns().values());
        changes.nothing = token != null && token.equals(changes.token);
        return changes;
    }

    private interface Filling<T> {
        void fill(T one, Row row);
    }

    /** Each row is one; the first of an id is whom members are added to, and a second one is remarked later. */
    private <T> List<T> units(String query, String tenant, Map<String, T> byId, Supplier<T> fresh, Filling<T> filling) throws OrgUnavailable {
        List<T> all = new ArrayList<>();
        for (Row row : queries.rows(query, tenant)) {
            T one = fresh.get();
            try {
                filling.fill(one, row);
            } catch (DateTimeException e) {
                throw new OrgUnavailable("The query " + query + " of the organisation answers for " + row.text("id")
                        + " a valid_from or valid_to that is no moment: " + e.getMessage(), e);
            }
            byId.putIfAbsent(row.text("id"), one);
            all.add(one);
        }
        return all;
    }

    private <T> void members(String query, String tenant, Map<String, T> owners, Function<T, List<String>> members) throws OrgUnavailable {
        for (Row row : queries.rows(query, tenant)) {
            T owner = owners.get(row.text("id"));
            if (owner != null && row.text("person_id") != null) {
                members.apply(owner).add(row.text("person_id"));
            }
        }
    }
}
