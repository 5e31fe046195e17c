package wf.org;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An organisation in memory, written down in a few words, as rows of which a snapshot is made. */
public final class Company {
    private static final String TENANT = "t";
    private final Map<String, PersonRow> people = new LinkedHashMap<>();
    private final Map<String, DepartmentRow> departments = new LinkedHashMap<>();
    private final Map<String, GroupRow> groups = new LinkedHashMap<>();
    private final Map<String, PostRow> posts = new LinkedHashMap<>();
    private final List<DepartmentMemberRow> members = new ArrayList<>();
    private final Set<String> placed = new HashSet<>();
    private final List<DepartmentDeputyRow> deputies = new ArrayList<>();
    private final List<GroupMemberRow> inGroups = new ArrayList<>();
    private final List<PostMemberRow> onPosts = new ArrayList<>();
    private final List<RoleGrantRow> grants = new ArrayList<>();

    public Company department(String id, String parent) {
        departments.put(id, People.department(TENANT, id, parent));
        return this;
    }

    /** People who are there whether or not they have a department. */
    public Company people(String... ids) {
        for (String id : ids) {
            people.computeIfAbsent(id, i -> People.person(TENANT, i, i));
        }
        return this;
    }

    /** People whose main department this is, unless they have one. */
    public Company in(String department, String... ids) {
        people(ids);
        for (String id : ids) {
            members.add(People.inDepartment(TENANT, department, id, placed.add(id)));
        }
        return this;
    }

    /** Whom the membership of the one in the department names as his leader. */
    public Company led(String department, String person, String leader) {
        people(leader);
        members.stream().filter(m -> m.ownerId.equals(department) && m.personId.equals(person)).forEach(m -> m.leaderId = leader);
        return this;
    }

    public Company head(String department, String person) {
        people(person);
        departments.get(department).headId = person;
        return this;
    }

    public Company superior(String department, String person) {
        people(person);
        departments.get(department).superiorId = person;
        return this;
    }

    public Company deputies(String department, String... ids) {
        people(ids);
        for (String id : ids) {
            DepartmentDeputyRow row = new DepartmentDeputyRow();
            row.tenant = TENANT;
            row.ownerId = department;
            row.personId = id;
            deputies.add(row);
        }
        return this;
    }

    public Company group(String id, String parent, String... ids) {
        people(ids);
        GroupRow row = People.group(TENANT, id);
        row.parentId = parent;
        groups.put(id, row);
        for (String person : ids) {
            inGroups.add(People.inGroup(TENANT, id, person));
        }
        return this;
    }

    /** @param department to which the post belongs; null for one of all */
    public Company post(String id, String department, String... ids) {
        people(ids);
        PostRow row = People.post(TENANT, id);
        row.departmentId = department;
        posts.put(id, row);
        for (String person : ids) {
            onPosts.add(People.onPost(TENANT, id, person));
        }
        return this;
    }

    public Company administrator(String id) {
        people(id);
        Role.BUILT_IN.forEach(r -> granted(r.code(), "user:" + id, null));
        return this;
    }

    /** @param department null for everywhere */
    public Company granted(String role, String holder, String department) {
        RoleGrantRow row = new RoleGrantRow();
        row.tenant = TENANT;
        row.role = role;
        row.holder = holder;
        row.department = department;
        grants.add(row);
        return this;
    }

    public Company disabled(String... ids) {
        for (String id : ids) {
            (people.containsKey(id) ? people.get(id) : departments.containsKey(id) ? departments.get(id) : groups.get(id)).enabled = false;
        }
        return this;
    }

    public List<String> everybody() {
        return List.copyOf(people.keySet());
    }

    public OrgSnapshot snapshot() {
        return new SnapshotBuilder(new OrgRows(1, List.copyOf(people.values()), List.copyOf(departments.values()), List.copyOf(groups.values()),
                List.copyOf(posts.values()), members, deputies, inGroups, onPosts, List.of(), grants), Instant.ofEpochSecond(1_800_000_000)).build(1);
    }
}
