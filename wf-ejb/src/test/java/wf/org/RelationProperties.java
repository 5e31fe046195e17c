package wf.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wf.definition.Relation;
import wf.definition.Relative;
import wf.definition.WhenHead;
import wf.runtime.Hierarchy.Place;
import wf.runtime.Relations;
import wf.runtime.Standpoint;

/** What holds of relations in any organisation, however badly it is kept: trees with circles, heads from elsewhere, people who left. */
class RelationProperties {
    private static final int ORGANISATIONS = 300;
    private static final int PEOPLE = 14;
    private static final int DEPARTMENTS = 6;

    @Test
    void whoeverIsFoundIsThereAndEverySearchEnds() {
        each((snapshot, company) -> {
            Relations relations = new Relations(snapshot);
            for (String person : company.everybody()) {
                for (Relation relation : Relation.values()) {
                    for (WhenHead whenHead : WhenHead.values()) {
                        for (int levels : List.of(1, 2, 50)) {
                            List<String> found = relations.of(new Relative(relation, levels, "u1", whenHead), new Standpoint(person, "d2"));
                            assertThat(found).doesNotHaveDuplicates().allMatch(c -> !c.startsWith("user:") || snapshot.person(c.substring(5)).isPresent());
                        }
                    }
                }
            }
        });
    }

    @Test
    void nobodyIsAboveHimself() {
        each((snapshot, company) -> {
            for (String person : company.everybody()) {
                for (Relation relation : Relation.values()) {
                    if (relation.hasBoundary()) {
                        assertThat(new Relations(snapshot).of(Relative.of(relation), Standpoint.of(person))).as(relation + " of " + person)
                                .hasSizeLessThanOrEqualTo(1).doesNotContain("user:" + person);
                    }
                }
            }
        });
    }

    @Test
    void somebodyLeadsJustThoseWhoFindHimAsTheirLeader() {
        each((snapshot, company) -> {
            Relations relations = new Relations(snapshot);
            for (String leader : company.everybody()) {
                List<String> finders = snapshot.people().stream().map(OrgPerson::id).filter(p -> snapshot.hierarchy().places(p).stream()
                        .map(Place::department).anyMatch(d -> relations.of(Relative.of(Relation.DIRECT_LEADER), new Standpoint(p, d)).contains("user:" + leader)))
                        .map("user:"::concat).toList();
                assertThat(relations.of(Relative.of(Relation.SUBORDINATES), Standpoint.of(leader))).as("led by " + leader)
                        .containsExactlyInAnyOrderElementsOf(finders);
            }
        });
    }

    private interface Check {
        void of(OrgSnapshot snapshot, Company company);
    }

    private static void each(Check check) {
        for (long seed = 0; seed < ORGANISATIONS; seed++) {
            try {
                Company company = company(new Random(seed));
                check.of(company.snapshot(), company);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static Company company(Random random) {
        Company company = new Company();
        for (int i = 0; i < DEPARTMENTS; i++) {
            company.department("d" + i, random.nextInt(4) == 0 ? null : "d" + random.nextInt(DEPARTMENTS));
        }
        String[] people = IntStream.range(0, PEOPLE).mapToObj(i -> "p" + i).toArray(String[]::new);
        company.people(people);
        for (String person : people) {
            random.ints(random.nextInt(3), 0, DEPARTMENTS).distinct().forEach(d -> {
                company.in("d" + d, person);
                if (random.nextInt(3) == 0) {
                    company.led("d" + d, person, people[random.nextInt(PEOPLE)]);
                }
            });
        }
        for (int i = 0; i < DEPARTMENTS; i++) {
            if (random.nextInt(4) > 0) {
                company.head("d" + i, people[random.nextInt(PEOPLE)]);
            }
            if (random.nextInt(3) == 0) {
                company.superior("d" + i, people[random.nextInt(PEOPLE)]);
            }
            company.deputies("d" + i, people[random.nextInt(PEOPLE)]);
        }
        company.group("u0", "u1", people[1], people[2]).group("u1", "u0", people[3]).post("u1", "d1", people[4], people[5]);
        return company.disabled(people[random.nextInt(PEOPLE)], people[random.nextInt(PEOPLE)], "d" + random.nextInt(DEPARTMENTS));
    }
}
