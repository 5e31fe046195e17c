package wf.org;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wf.runtime.Member;

/**
 * Makes a snapshot of the rows: leaves out what does not count now and turns memberships into candidates. Each candidate is
 * one text however many people have it, so that a large organisation stays small.
 */
final class SnapshotBuilder {
    private static final Comparator<DepartmentMemberRow> MAIN_FIRST =
            Comparator.comparing((DepartmentMemberRow row) -> !row.main).thenComparing(row -> row.ownerId);

    private final OrgRows rows;
    private final Instant now;
    private final Map<String, List<String>> byPerson = new HashMap<>();
    private final RightsBuilder rights;
    private Instant until = Instant.MAX;

    SnapshotBuilder(OrgRows rows, Instant now) {
        this.rows = rows;
        this.now = now;
        this.rights = new RightsBuilder(rows);
    }

    OrgSnapshot build(long epoch) {
        List<DepartmentMemberRow> departmentMembers = new ArrayList<>(rows.departmentMembers());
        departmentMembers.sort(MAIN_FIRST);
        collect("dept:", rows.departments(), departmentMembers);
        collect("post:", rows.posts(), rows.postMembers());
        collect("group:", rows.groups(), rows.groupMembers());

        Map<String, OrgPerson> people = new LinkedHashMap<>();
        Map<String, OrgPerson> byLogin = new HashMap<>();
        Map<String, List<String>> members = new HashMap<>();
        for (PersonRow row : rows.people()) {
            if (counts(row)) {
                OrgPerson person = person(row);
                people.put(person.id(), person);
                byLogin.put(person.loginName(), person);
                person.member().memberships().forEach(
                        candidate -> members.computeIfAbsent(candidate, key -> new ArrayList<>()).add(person.id()));
            }
        }
        members.replaceAll((candidate, ids) -> List.copyOf(ids));
        OrgTree tree = new TreeBuilder(rows, this::counts, people.keySet()).build(departmentMembers);
        return new OrgSnapshot(epoch, rows.version(), until, Collections.unmodifiableMap(people), byLogin, members, tree);
    }

    private void collect(String prefix, List<? extends UnitRow> owners, List<? extends MemberRow> members) {
        Map<String, String> enabled = new HashMap<>();
        for (UnitRow owner : owners) {
            if (counts(owner)) {
                enabled.put(owner.id, prefix + owner.id);
            }
        }
        for (MemberRow member : members) {
            if (counts(member) && enabled.containsKey(member.ownerId)) {
                byPerson.computeIfAbsent(member.personId, key -> new ArrayList<>(4)).add(enabled.get(member.ownerId));
            }
        }
    }

    private OrgPerson person(PersonRow row) {
        List<String> memberships = byPerson.getOrDefault(row.id, List.of());
        Set<String> candidates = new HashSet<>(memberships);
        candidates.add("user:" + row.id);
        return new OrgPerson(new Member(row.id, row.name, candidates, rights.of(candidates)), row.loginName, row.mail,
                row.locale, row.version, row.source, memberships);
    }

    private boolean counts(ValidRow row) {
        dueBy(row.validFrom);
        dueBy(row.validTo);
        return row.isValidAt(now);
    }

    private void dueBy(Instant time) {
        if (time != null && time.isAfter(now) && time.isBefore(until)) {
            until = time;
        }
    }
}
