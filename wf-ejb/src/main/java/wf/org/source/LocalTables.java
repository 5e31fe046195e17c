package wf.org.source;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import wf.org.DepartmentDeputyRow;
import wf.org.DepartmentMemberRow;
import wf.org.DepartmentRow;
import wf.org.GroupMemberRow;
import wf.org.GroupRow;
import wf.org.MemberRow;
import wf.org.OrgStore;
import wf.org.PersonRow;
import wf.org.PostMemberRow;
import wf.org.PostRow;
import wf.org.UnitRow;
import wf.spi.OrgBuilder;
import wf.spi.OrgDept;
import wf.spi.OrgGroup;
import wf.spi.OrgPlace;
import wf.spi.OrgPost;
import wf.spi.OrgUser;
import wf.store.Transactions;

/**
 * The product's own tables as a source: what is enabled, wherever it came from. A tenant whose people are kept here needs no
 * load, since these tables are what everybody reads; this is for whoever wants an organisation of here in another place.
 */
public final class LocalTables implements OrgBuilder {
    /** What the setting calls it. */
    public static final String NAME = "local";

    private final OrgStore store;
    private final Transactions transactions;

    public LocalTables(OrgStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<OrgDept> loadDepts(String tenant) {
        Map<String, OrgDept> depts = units(DepartmentRow.class, tenant, OrgDept::new, (row, dept) -> {
            dept.id = row.id;
            dept.parentId = row.parentId;
            dept.name = row.name;
            dept.code = row.code;
            dept.sort = row.sortNo;
            dept.unit = row.kind.equals("UNIT");
            dept.headId = row.headId;
            dept.superiorId = row.superiorId;
        });
        members(DepartmentDeputyRow.class, tenant, row -> depts.get(row.ownerId), (row, dept) -> dept.deputyIds.add(row.personId));
        return List.copyOf(depts.values());
    }

    @Override
    public List<OrgUser> loadUsers(String tenant) {
        Map<String, OrgUser> users = units(PersonRow.class, tenant, OrgUser::new, (row, user) -> {
            user.id = row.id;
            user.loginName = row.loginName;
            user.name = row.name;
            user.mail = row.mail;
            user.mobile = row.mobile;
            user.locale = row.locale;
            user.validFrom = row.validFrom;
            user.validTo = row.validTo;
        });
        members(DepartmentMemberRow.class, tenant, row -> users.get(row.personId), (row, user) -> {
            OrgPlace place = new OrgPlace();
            place.deptId = row.ownerId;
            place.main = row.main;
            place.jobTitle = row.jobTitle;
            place.leaderId = row.leaderId;
            user.places.add(place);
        });
        return List.copyOf(users.values());
    }

    @Override
    public List<OrgGroup> loadGroups(String tenant) {
        Map<String, OrgGroup> groups = units(GroupRow.class, tenant, OrgGroup::new, (row, group) -> {
            group.id = row.id;
            group.parentId = row.parentId;
            group.name = row.name;
        });
        members(GroupMemberRow.class, tenant, row -> groups.get(row.ownerId), (row, group) -> group.members.add(row.personId));
        return List.copyOf(groups.values());
    }

    @Override
    public List<OrgPost> loadPosts(String tenant) {
        Map<String, OrgPost> posts = units(PostRow.class, tenant, OrgPost::new, (row, post) -> {
            post.id = row.id;
            post.parentId = row.parentId;
            post.deptId = row.departmentId;
            post.name = row.name;
        });
        members(PostMemberRow.class, tenant, row -> posts.get(row.ownerId), (row, post) -> post.members.add(row.personId));
        return List.copyOf(posts.values());
    }

    private <R extends UnitRow, T> Map<String, T> units(Class<R> type, String tenant, Supplier<T> fresh, BiConsumer<R, T> copy) {
        Map<String, T> found = new TreeMap<>();
        for (R row : transactions.required(() -> store.all(type, tenant))) {
            if (row.enabled) {
                T one = fresh.get();
                copy.accept(row, one);
                found.put(row.id, one);
            }
        }
        return found;
    }

    private <R extends MemberRow, T> void members(Class<R> type, String tenant, Function<R, T> owner, BiConsumer<R, T> add) {
        for (R row : transactions.required(() -> store.all(type, tenant))) {
            T one = owner.apply(row);
            if (one != null) {
                add.accept(row, one);
            }
        }
    }
}
