package wf.org.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import wf.spi.OrgDept;
import wf.spi.OrgGroup;
import wf.spi.OrgPlace;
import wf.spi.OrgPost;
import wf.spi.OrgUser;

/**
 * Makes an image of what a builder told. A directory that many hands keep is never without mistakes: what cannot be kept
 * is left out and remarked, so that one bad entry does not keep out the other fifty thousand.
 */
final class Cleaning {
    private static final int ID = 64;
    private static final int LOGIN = 100;
    private static final int NAME = 200;
    private static final int MAIL = 254;
    private static final int MOBILE = 40;
    private static final int LOCALE = 20;
    private static final int JOB_TITLE = 100;

    private final List<Remark> remarks;

    Cleaning(Collection<Remark> before) {
        this.remarks = new ArrayList<>(before);
    }

    OrgImage clean(List<OrgDept> depts, List<OrgUser> users, List<OrgGroup> groups, List<OrgPost> posts) {
        Map<String, OrgUser> people = withLogins(unique(users, u -> u.id));
        Map<String, OrgDept> departments = unique(depts, d -> d.id);
        Map<String, OrgPost> postsById = unique(posts, p -> p.id);
        Map<String, OrgGroup> groupsById = unique(groups, g -> g.id);
        departments.values().forEach(d -> clean(d, people.keySet()));
        people.values().forEach(u -> clean(u, people.keySet(), departments.keySet(), postsById));
        groupsById.values().forEach(g -> {
            g.name = name(g.name, g.id);
            g.members = known(g.members, people.keySet());
        });
        postsById.values().forEach(p -> {
            p.name = name(p.name, p.id);
            p.members = known(p.members, people.keySet());
            p.deptId = departments.containsKey(p.deptId) ? p.deptId : null;
        });
        return new OrgImage(parentsFirst(departments, d -> d.parentId, (d, parent) -> d.parentId = parent),
                List.copyOf(people.values()), parentsFirst(groupsById, g -> g.parentId, (g, parent) -> g.parentId = parent),
                parentsFirst(postsById, p -> p.parentId, (p, parent) -> p.parentId = parent), remarks);
    }

    private <T> Map<String, T> unique(List<T> all, Function<T, String> id) {
        Map<String, T> found = new LinkedHashMap<>();
        for (T one : all) {
            String its = id.apply(one);
            if (!fits(its, ID)) {
                remarks.add(new Remark(Remark.Kind.ID_UNFIT, its));
            } else if (found.putIfAbsent(its, one) != null) {
                remarks.add(new Remark(Remark.Kind.ID_TWICE, its));
            }
        }
        return found;
    }

    private Map<String, OrgUser> withLogins(Map<String, OrgUser> users) {
        Set<String> logins = new HashSet<>();
        users.values().removeIf(user -> {
            boolean fits = fits(user.loginName, LOGIN);
            if (!fits || !logins.add(user.loginName)) {
                remarks.add(new Remark(fits ? Remark.Kind.LOGIN_TWICE : Remark.Kind.ID_UNFIT, user.id));
                return true;
            }
            return false;
        });
        return users;
    }

    private static void clean(OrgDept dept, Set<String> people) {
        dept.name = name(dept.name, dept.id);
        dept.code = fits(dept.code, ID) ? dept.code : null;
        dept.headId = people.contains(dept.headId) ? dept.headId : null;
        dept.superiorId = people.contains(dept.superiorId) ? dept.superiorId : null;
        dept.deputyIds = known(dept.deputyIds, people);
    }

    private static void clean(OrgUser user, Set<String> people, Set<String> depts, Map<String, OrgPost> posts) {
        user.name = name(user.name, user.id);
        user.mail = fits(user.mail, MAIL) ? user.mail : null;
        user.mobile = fits(user.mobile, MOBILE) ? user.mobile : null;
        user.locale = fits(user.locale, LOCALE) ? user.locale : null;
        user.validFrom = Validity.begun(user.validFrom);
        user.validTo = Validity.within(user.validTo);
        user.posts.stream().map(posts::get).filter(post -> post != null).forEach(post -> post.members.add(user.id));
        Map<String, OrgPlace> places = new LinkedHashMap<>();
        user.places.stream().filter(place -> depts.contains(place.deptId)).forEach(place -> {
            place.leaderId = people.contains(place.leaderId) ? place.leaderId : null;
            place.jobTitle = place.jobTitle == null || place.jobTitle.isBlank() ? null : shortened(place.jobTitle, JOB_TITLE);
            places.putIfAbsent(place.deptId, place);
        });
        user.places = new ArrayList<>(places.values());
        OrgPlace main = user.places.stream().filter(place -> place.main).findFirst()
                .orElse(user.places.isEmpty() ? null : user.places.get(0));
        user.places.forEach(place -> place.main = place == main);
    }

    private static List<String> known(List<String> ids, Set<String> people) {
        Set<String> found = new LinkedHashSet<>(ids);
        found.retainAll(people);
        return new ArrayList<>(found);
    }

    /** Tables refer to parents, so these come first; a circle is opened at its first member. */
    private <T> List<T> parentsFirst(Map<String, T> all, Function<T, String> parent, BiConsumer<T, String> adopt) {
        Map<String, Boolean> done = new HashMap<>();
        List<T> ordered = new ArrayList<>();
        for (String id : all.keySet()) {
            List<String> path = new ArrayList<>();
            String at = id;
            while (at != null && all.containsKey(at) && !done.containsKey(at)) {
                done.put(at, false);
                path.add(0, at);
                at = parent.apply(all.get(at));
            }
            for (int i = 0; i < path.size(); i++) {
                T one = all.get(path.get(i));
                String its = parent.apply(one);
                boolean circle = its != null && all.containsKey(its) && !done.get(its);
                if (circle) {
                    remarks.add(new Remark(Remark.Kind.PARENT_CIRCLE, path.get(i)));
                }
                adopt.accept(one, circle || !all.containsKey(its) ? null : its);
                done.put(path.get(i), true);
                ordered.add(one);
            }
        }
        return ordered;
    }

    private static boolean fits(String text, int longest) {
        return text != null && !text.isBlank() && text.length() <= longest && text.equals(text.strip())
                && text.codePoints().noneMatch(Cleaning::isUnfit);
    }

    private static String name(String name, String id) {
        return name == null || name.isBlank() ? id : shortened(name, NAME);
    }

    private static String shortened(String text, int longest) {
        StringBuilder kept = new StringBuilder();
        text.strip().codePoints().map(c -> isUnfit(c) ? ' ' : c)
                .takeWhile(c -> kept.length() + Character.charCount(c) <= longest).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** What no database keeps, or none the same. */
    private static boolean isUnfit(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
