package wf.org.ldap;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import wf.org.source.Remark;
import wf.org.source.Remarking;
import wf.org.source.Validity;
import wf.spi.OrgBuilder;
import wf.spi.OrgDept;
import wf.spi.OrgGroup;
import wf.spi.OrgPlace;
import wf.spi.OrgPost;
import wf.spi.OrgUnavailable;
import wf.spi.OrgUser;

/**
 * The organisation from a directory. It is made for one load or one question, and remembers the names of what it has read:
 * directories refer to each other by name, and we by id.
 */
public final class LdapOrgBuilder implements OrgBuilder, Remarking {
    /** What the setting calls it. */
    public static final String NAME = "ldap";

    private final Entries entries;
    private final AttributeMap map;
    private final int depth;
    private final Validity validity;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<DnKey, String> departments = new HashMap<>();
    private final Map<DnKey, String> people = new HashMap<>();
    private final Map<DnKey, String> posts = new HashMap<>();
    private Set<String> departmentIds = Set.of();
    private List<LdapEntry> departmentEntries = List.of();
    private List<LdapEntry> userEntries = List.of();
    private List<LdapEntry> postEntries = List.of();

    public LdapOrgBuilder(LdapDirectory directory, String tenant) throws OrgUnavailable {
        this(directory.of(tenant), directory.map(), directory.nesting(), directory.validity());
    }

    LdapOrgBuilder(Entries entries, AttributeMap map, int depth, Validity validity) {
        this.entries = entries;
        this.map = map;
        this.depth = depth;
        this.validity = validity;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> remarks() {
        return remarks;
    }

    /** People are read with them: departments name their heads. */
    @Override
    public List<OrgDept> loadDepts(String tenant) throws OrgUnavailable {
        departmentEntries = find("dept");
        index(departmentEntries, "dept.id", departments);
        departmentIds = Set.copyOf(departments.values());
        postEntries = find("post");
        index(postEntries, "post.id", posts);
        userEntries = find("user");
        index(userEntries, "user.id", people);
        return departmentEntries.stream().map(this::dept).toList();
    }

    private OrgDept dept(LdapEntry entry) {
        OrgDept dept = new OrgDept();
        dept.id = text(entry, "dept.id");
        dept.name = text(entry, "dept.name");
        dept.code = text(entry, "dept.code");
        dept.sort = number(text(entry, "dept.sort"));
        dept.unit = "UNIT".equalsIgnoreCase(text(entry, "dept.kind"));
        dept.parentId = entry.first(map.names("dept.parent")).map(reference -> id(reference, departments))
                .or(() -> above(entry)).orElse(null);
        dept.headId = reference(entry, "dept.head", people);
        dept.superiorId = reference(entry, "dept.superior", people);
        entry.all(map.names("dept.deputy")).forEach(reference -> dept.deputyIds.add(id(reference, people)));
        return dept;
    }

    @Override
    public List<OrgUser> loadUsers(String tenant) {
        return userEntries.stream().map(this::user).toList();
    }

    /** Of whom nobody can say whether he counts, he does not; left out he would be taken for gone, and lose his roles for good. */
    private OrgUser user(LdapEntry entry) {
        OrgUser user = new OrgUser();
        user.id = text(entry, "user.id");
        user.loginName = text(entry, "user.login");
        user.name = text(entry, "user.name");
        user.mail = text(entry, "user.mail");
        user.mobile = text(entry, "user.mobile");
        user.locale = text(entry, "user.locale");
        entry.all(map.names("user.posts")).forEach(reference -> user.posts.add(id(reference, posts)));
        user.places.addAll(places(entry));
        try {
            user.validFrom = validity.from(text(entry, "user.from"));
            user.validTo = validity.to(text(entry, "user.to"));
        } catch (DateTimeException e) {
            remarks.add(new Remark(Remark.Kind.VALIDITY_UNFIT, user.id));
            user.validTo = Instant.EPOCH;
        }
        return user;
    }

    private List<OrgPlace> places(LdapEntry entry) {
        String main = reference(entry, "user.main", departments);
        Map<String, OrgPlace> places = new LinkedHashMap<>();
        entry.all(map.names("user.depts")).stream().map(reference -> id(reference, departments)).filter(departmentIds::contains)
                .forEach(dept -> places.computeIfAbsent(dept, LdapOrgBuilder::place));
        if (main != null && departmentIds.contains(main)) {
            places.computeIfAbsent(main, LdapOrgBuilder::place).main = true;
        }
        if (places.isEmpty()) {
            above(entry).ifPresent(dept -> places.put(dept, place(dept)));
        }
        places.values().stream().filter(place -> place.main).findFirst().or(() -> places.values().stream().findFirst())
                .ifPresent(place -> {
                    place.main = true;
                    place.jobTitle = text(entry, "user.title");
                    place.leaderId = reference(entry, "user.leader", people);
                });
        return new ArrayList<>(places.values());
    }

    private static OrgPlace place(String dept) {
        OrgPlace place = new OrgPlace();
        place.deptId = dept;
        return place;
    }

    @Override
    public List<OrgGroup> loadGroups(String tenant) throws OrgUnavailable {
        List<LdapEntry> found = find("group");
        Map<DnKey, String> ids = new HashMap<>();
        index(found, "group.id", ids);
        Function<LdapEntry, List<String>> members = members(found, "group.member", "group.id");
        return found.stream().map(entry -> {
            OrgGroup group = new OrgGroup();
            group.id = text(entry, "group.id");
            group.name = text(entry, "group.name");
            group.parentId = reference(entry, "group.parent", ids);
            group.members = members.apply(entry);
            return group;
        }).toList();
    }

    @Override
    public List<OrgPost> loadPosts(String tenant) {
        Function<LdapEntry, List<String>> members = members(postEntries, "post.member", "post.id");
        return postEntries.stream().map(entry -> {
            OrgPost post = new OrgPost();
            post.id = text(entry, "post.id");
            post.name = text(entry, "post.name");
            post.parentId = reference(entry, "post.parent", posts);
            post.deptId = reference(entry, "post.dept", departments);
            post.members = new ArrayList<>(members.apply(entry));
            return post;
        }).toList();
    }

    private Function<LdapEntry, List<String>> members(List<LdapEntry> groups, String field, String id) {
        Map<DnKey, List<DnKey>> named = new HashMap<>();
        groups.forEach(group -> named.put(group.dn(), group.all(map.names(field)).stream()
                .flatMap(member -> DnKey.parse(member).stream()).toList()));
        Nesting nesting = new Nesting(named, people, depth);
        return group -> {
            Nesting.Members members = nesting.of(group.dn());
            if (!members.complete()) {
                remarks.add(new Remark(Remark.Kind.GROUP_DEPTH, text(group, id)));
            }
            return members.people();
        };
    }

    // ---- signing on ----

    @Override
    public boolean authenticates() {
        return true;
    }

    /** Looked for anew, so that it counts where he stands now and whether he still may; several of one name are nobody. */
    @Override
    public boolean authenticate(String tenant, String userId, String loginName, String password) throws OrgUnavailable {
        if (password.isEmpty()) {
            return false;
        }
        List<Entries.Found> found = entries.findBy(map.filter("user"), map.names("user.login"), loginName, map.names("user.id"));
        return found.size() == 1 && userId.equals(text(found.get(0).entry(), "user.id"))
                && entries.bind(found.get(0).dn(), password);
    }

    // ---- reading ----

    private List<LdapEntry> find(String kind) throws OrgUnavailable {
        return map.filter(kind).isEmpty() ? List.of() : entries.find(map.filter(kind), new TreeSet<>(map.attributes(kind)));
    }

    private void index(List<LdapEntry> found, String field, Map<DnKey, String> ids) {
        found.forEach(entry -> entry.first(map.names(field)).ifPresent(id -> ids.put(entry.dn(), id)));
    }

    private Optional<String> above(LdapEntry entry) {
        for (Optional<DnKey> at = entry.dn().parent(); at.isPresent(); at = at.get().parent()) {
            if (departments.containsKey(at.get())) {
                return Optional.of(departments.get(at.get()));
            }
        }
        return Optional.empty();
    }

    private String text(LdapEntry entry, String field) {
        return entry.first(map.names(field)).orElse(null);
    }

    private String reference(LdapEntry entry, String field, Map<DnKey, String> ids) {
        return entry.first(map.names(field)).map(reference -> id(reference, ids)).orElse(null);
    }

    /** A name that leads to one of them, else it is taken for an id. */
    private static String id(String reference, Map<DnKey, String> ids) {
        return DnKey.parse(reference).map(ids::get).orElse(reference);
    }

    private static int number(String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
