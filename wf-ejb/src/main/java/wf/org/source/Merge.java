package wf.org.source;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
import wf.spi.OrgDept;
import wf.spi.OrgGroup;
import wf.spi.OrgPlace;
import wf.spi.OrgPost;
import wf.spi.OrgUser;
import wf.setting.Setting;
import wf.setting.Settings;

/**
 * Brings the tables to an image, writing only what differs. The caller owns the transaction.
 *
 * <p>A source owns the rows that carry its name, and the memberships of its departments, groups and posts. What is kept
 * here is never touched: an entry with the id or the login name of somebody who is kept here is left out together with its
 * memberships, or a directory could make its people into whom it likes. What has vanished is disabled (§6.2).
 */
@Singleton
public class Merge {
    /** So few may always vanish: of a small house, anybody. */
    private static final int FEW = 10;
    private final EntityManager em;
    private final OrgStore store;
    private final InstantSource clock;
    private final int percent;

    @Inject
    public Merge(EntityManager em, OrgStore store, Settings settings, InstantSource clock) {
        this.em = em;
        this.store = store;
        this.clock = clock;
        this.percent = settings.number(Setting.ORG_VANISH_PERCENT);
    }

    /**
     * What it came to.
     *
     * @param written how many rows were added, changed, disabled or deleted
     */
    record Merged(int written, int people, int departments, int groups, int posts, List<Remark> remarks) { }

    /** @throws TooManyGone when more has vanished than may; then nothing may be kept of what this did */
    Merged apply(String tenant, String source, OrgImage image) {
        Work work = new Work(tenant, source, new ArrayList<>(image.remarks()));
        work.people(image.users());
        work.departments(image.depts());
        work.groups(image.groups());
        work.posts(image.posts());
        work.members(image);
        if (work.written > 0) {
            store.changed(tenant);
        }
        return new Merged(work.written, work.peopleIds.size(), work.departmentIds.size(), work.groupIds.size(),
                work.postIds.size(), work.remarks);
    }

    private final class Work {
        private final String tenant;
        private final String source;
        private final List<Remark> remarks;
        private Set<String> peopleIds;
        private Set<String> departmentIds;
        private Set<String> groupIds;
        private Set<String> postIds;
        private int written;

        Work(String tenant, String source, List<Remark> remarks) {
            this.tenant = tenant;
            this.source = source;
            this.remarks = remarks;
        }

        void people(List<OrgUser> wanted) {
            Map<String, PersonRow> rows = rows(PersonRow.class);
            Set<String> kept = rows.values().stream().filter(row -> !isOurs(row)).map(row -> row.loginName)
                    .collect(Collectors.toSet());
            List<OrgUser> ours = new ArrayList<>(wanted);
            ours.removeIf(user -> {
                boolean taken = kept.contains(user.loginName) && !isTaken(rows.get(user.id));
                if (taken) {
                    remarks.add(new Remark(Remark.Kind.LOGIN_TAKEN, user.id));
                }
                return taken;
            });
            freeLogins(rows, ours);
            Instant now = clock.instant();
            List<PersonRow> counting = rows.values().stream().filter(row -> isOurs(row) && counts(row, now)).toList();
            peopleIds = units(rows, ours, user -> user.id, PersonRow::new, (row, user) -> {
                row.loginName = user.loginName;
                row.name = user.name;
                row.mail = user.mail;
                row.mobile = user.mobile;
                row.locale = user.locale;
                row.validFrom = user.validFrom == null ? Instant.EPOCH : user.validFrom;
                row.validTo = user.validTo;
            }, row -> { }, row -> Arrays.asList(row.loginName, row.name, row.mail, row.mobile, row.locale, row.validFrom, row.validTo));
            if (peopleIds.isEmpty()) {
                throw new TooManyGone("Of what the source has, nobody can be taken over: ids or login names do not fit. Nothing was changed."
                        + " Look at the remarks in the log and at how the source is mapped.");
            }
            mayGo(counting.stream().filter(row -> !counts(row, now)).toList(), counting.size());
        }

        /** Whoever is there and has no time any more is as good as gone. */
        private static boolean counts(PersonRow row, Instant now) {
            return row.enabled && !row.validFrom.isAfter(now) && (row.validTo == null || row.validTo.isAfter(now));
        }

        /** A login name goes from one person to another only over a moment in which nobody has it. */
        private void freeLogins(Map<String, PersonRow> rows, List<OrgUser> ours) {
            Map<String, String> next = ours.stream().collect(Collectors.toMap(u -> u.loginName, u -> u.id));
            for (PersonRow row : rows.values()) {
                if (isOurs(row) && next.containsKey(row.loginName) && !next.get(row.loginName).equals(row.id)) {
                    row.loginName = "~" + row.id;
                    written++;
                }
            }
            em.flush();
        }

        void departments(List<OrgDept> wanted) {
            departmentIds = units(rows(DepartmentRow.class), wanted, dept -> dept.id, DepartmentRow::new, (row, dept) -> {
                row.name = dept.name;
                row.parentId = dept.parentId;
                row.code = dept.code;
                row.kind = dept.unit ? "UNIT" : "DEPT";
                row.sortNo = dept.sort;
                row.headId = peopleIds.contains(dept.headId) ? dept.headId : null;
                row.superiorId = peopleIds.contains(dept.superiorId) ? dept.superiorId : null;
            }, row -> row.parentId = null, row -> Arrays.asList(row.name, row.parentId, row.code, row.kind, row.sortNo, row.headId, row.superiorId));
        }

        void groups(List<OrgGroup> wanted) {
            groupIds = units(rows(GroupRow.class), wanted, group -> group.id, GroupRow::new, (row, group) -> {
                row.name = group.name;
                row.parentId = group.parentId;
            }, row -> row.parentId = null, row -> Arrays.asList(row.name, row.parentId));
        }

        void posts(List<OrgPost> wanted) {
            postIds = units(rows(PostRow.class), wanted, post -> post.id, PostRow::new, (row, post) -> {
                row.name = post.name;
                row.parentId = post.parentId;
                row.departmentId = departmentIds.contains(post.deptId) ? post.deptId : null;
            }, row -> row.parentId = null, row -> Arrays.asList(row.name, row.parentId, row.departmentId));
        }

        void members(OrgImage image) {
            Map<String, DepartmentMemberRow> places = new LinkedHashMap<>();
            image.users().forEach(user -> user.places.forEach(place -> add(places, departmentIds,
                    place(place, user.id))));
            Map<String, DepartmentDeputyRow> deputies = new LinkedHashMap<>();
            image.depts().forEach(dept -> dept.deputyIds.forEach(person -> add(deputies, departmentIds,
                    member(new DepartmentDeputyRow(), dept.id, person))));
            Map<String, GroupMemberRow> inGroups = new LinkedHashMap<>();
            image.groups().forEach(group -> group.members.forEach(person -> add(inGroups, groupIds,
                    member(new GroupMemberRow(), group.id, person))));
            Map<String, PostMemberRow> onPosts = new LinkedHashMap<>();
            image.posts().forEach(post -> post.members.forEach(person -> add(onPosts, postIds,
                    member(new PostMemberRow(), post.id, person))));
            reconcile(DepartmentMemberRow.class, DepartmentRow.class, places);
            reconcile(DepartmentDeputyRow.class, DepartmentRow.class, deputies);
            reconcile(GroupMemberRow.class, GroupRow.class, inGroups);
            reconcile(PostMemberRow.class, PostRow.class, onPosts);
        }

        private DepartmentMemberRow place(OrgPlace place, String person) {
            DepartmentMemberRow row = member(new DepartmentMemberRow(), place.deptId, person);
            row.main = place.main;
            row.jobTitle = place.jobTitle;
            row.leaderId = peopleIds.contains(place.leaderId) ? place.leaderId : null;
            return row;
        }

        private <T extends MemberRow> void add(Map<String, T> wanted, Set<String> owners, T row) {
            if (owners.contains(row.ownerId) && peopleIds.contains(row.personId)) {
                wanted.put(key(row), row);
            }
        }

        private <T extends MemberRow> T member(T row, String owner, String person) {
            row.tenant = tenant;
            row.ownerId = owner;
            row.personId = person;
            return row;
        }

        private <T extends MemberRow> void reconcile(Class<T> type, Class<? extends UnitRow> owners, Map<String, T> wanted) {
            Set<String> ours = new HashSet<>(em.createQuery("select r.id from " + owners.getSimpleName()
                    + " r where r.tenant = :tenant and r.source = :source", String.class)
                    .setParameter("tenant", tenant).setParameter("source", source).getResultList());
            for (T row : all(type)) {
                if (ours.contains(row.ownerId)) {
                    T next = wanted.remove(key(row));
                    if (next == null) {
                        em.remove(row);
                        written++;
                    } else if (row instanceof DepartmentMemberRow place && copy((DepartmentMemberRow) next, place)) {
                        written++;
                    }
                }
            }
            em.flush();
            wanted.values().forEach(em::persist);
            written += wanted.size();
            em.flush();
        }

        /** Whether the row is another afterwards. */
        private boolean copy(DepartmentMemberRow from, DepartmentMemberRow to) {
            boolean same = from.main == to.main && Objects.equals(from.jobTitle, to.jobTitle)
                    && Objects.equals(from.leaderId, to.leaderId);
            to.main = from.main;
            to.jobTitle = from.jobTitle;
            to.leaderId = from.leaderId;
            return !same;
        }

        /**
         * Rows become as they are wanted; the ids of those that count afterwards. New rows come without their parents first,
         * since nobody knows in which order they are inserted.
         */
        private <R extends UnitRow, W> Set<String> units(Map<String, R> rows, List<W> wanted, Function<W, String> id,
                Supplier<R> fresh, BiConsumer<R, W> copy, Consumer<R> orphan, Function<R, List<Object>> state) {
            Set<String> ids = new HashSet<>();
            Map<R, W> added = new LinkedHashMap<>();
            for (W one : wanted) {
                R row = rows.get(id.apply(one));
                if (isTaken(row)) {
                    remarks.add(new Remark(Remark.Kind.ID_TAKEN, row.id));
                    continue;
                }
                ids.add(id.apply(one));
                if (row == null) {
                    row = fresh.get();
                    row.tenant = tenant;
                    row.id = id.apply(one);
                    row.source = source;
                    copy.accept(row, one);
                    orphan.accept(row);
                    em.persist(row);
                    added.put(row, one);
                } else if (becomes(row, state, one, copy)) {
                    written++;
                }
            }
            disable(rows.values().stream().filter(row -> isOurs(row) && row.enabled).toList(), ids);
            written += added.size();
            em.flush();
            added.forEach(copy);
            em.flush();
            return ids;
        }

        private void disable(List<? extends UnitRow> ours, Set<String> stay) {
            List<? extends UnitRow> gone = ours.stream().filter(row -> !stay.contains(row.id)).toList();
            mayGo(gone, ours.size());
            gone.forEach(this::disable);
            written += gone.size();
        }

        private void mayGo(List<? extends UnitRow> gone, int of) {
            if (gone.size() > Math.max(FEW, (long) of * percent / 100)) {
                throw new TooManyGone(gone.size() + " of " + of + " " + kind(gone.get(0)) + " would vanish with this load, more than wf.org.vanish.percent allows. Nothing was changed."
                        + " Look at the source, at what it lets be read and at how it is mapped; if it is right, raise that setting for one load.");
            }
        }

        /** Whoever comes under the same id later may be somebody else, and rules nothing here until somebody says so again. */
        private void disable(UnitRow row) {
            row.enabled = false;
            em.createQuery("delete from RoleGrantRow g where g.tenant = :tenant and g.holder = :holder").setParameter("tenant", row.tenant)
                    .setParameter("holder", candidate(row)).executeUpdate();
        }

        private static String candidate(UnitRow row) {
            return (row instanceof PersonRow ? "user:" : row instanceof DepartmentRow ? "dept:" : row instanceof GroupRow ? "group:" : "post:") + row.id;
        }

        private static String kind(UnitRow row) {
            return row instanceof PersonRow ? "people" : row instanceof DepartmentRow ? "departments" : row instanceof GroupRow ? "groups" : "posts";
        }

        private <R extends UnitRow, W> boolean becomes(R row, Function<R, List<Object>> state, W wanted,
                BiConsumer<R, W> copy) {
            List<Object> before = state.apply(row);
            boolean returned = !row.enabled;
            copy.accept(row, wanted);
            row.enabled = true;
            return returned || !before.equals(state.apply(row));
        }

        private boolean isOurs(UnitRow row) {
            return source.equals(row.source);
        }

        private boolean isTaken(UnitRow row) {
            return row != null && !isOurs(row);
        }

        private <R extends UnitRow> Map<String, R> rows(Class<R> type) {
            Map<String, R> found = new LinkedHashMap<>();
            all(type).forEach(row -> found.put(row.id, row));
            return found;
        }

        private <R> List<R> all(Class<R> type) {
            return em.createQuery("select r from " + type.getSimpleName() + " r where r.tenant = :tenant", type)
                    .setParameter("tenant", tenant).getResultList();
        }

        private String key(MemberRow row) {
            return row.ownerId + '\0' + row.personId;
        }
    }
}
