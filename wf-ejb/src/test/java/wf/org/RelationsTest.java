package wf.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wf.definition.Relation;
import wf.definition.Relative;
import wf.definition.WhenHead;
import wf.runtime.Relations;
import wf.runtime.Standpoint;

/** Whom relations mean (§6.4), and where they end. */
class RelationsTest {

    /** 公司 above 研发 above 平台; 财务 beside. */
    private final Company company = new Company().department("company", null).department("rd", "company").department("platform", "rd")
            .department("finance", "company").in("company", "boss").in("rd", "li", "zhao", "qian").in("platform", "wu", "zheng", "chen")
            .in("finance", "wang", "sun").head("company", "boss").head("rd", "li").head("platform", "wu").head("finance", "wang");

    @Test
    void everybodyIsHimself() {
        assertThat(find(Relation.SELF, "zhao")).containsExactly("user:zhao");
        assertThat(find(Relation.SELF, "nobody")).isEmpty();
    }

    @Test
    void theDirectLeaderIsWhomTheMembershipNamesElseTheHead() {
        assertThat(find(Relation.DIRECT_LEADER, "zhao")).containsExactly("user:li");
        company.led("rd", "zhao", "qian");
        assertThat(find(Relation.DIRECT_LEADER, "zhao")).containsExactly("user:qian");
        assertThat(find(Relation.DEPT_HEAD, "zhao")).containsExactly("user:li");
    }

    @Test
    void aLeaderWhoIsDisabledLeavesTheHeadInCharge() {
        company.led("rd", "zhao", "qian").disabled("qian");
        assertThat(find(Relation.DIRECT_LEADER, "zhao")).containsExactly("user:li");
    }

    @Test
    void nobodyIsHisOwnLeaderWhateverIsWrittenDown() {
        company.led("rd", "zhao", "zhao");
        assertThat(find(Relation.DIRECT_LEADER, "zhao")).containsExactly("user:li");
    }

    @Test
    void aHeadHasTheHeadAboveHimUnlessTheModelWantsOtherwise() {
        assertThat(find(Relation.DEPT_HEAD, "wu")).containsExactly("user:li");
        assertThat(find(Relation.DIRECT_LEADER, "wu")).containsExactly("user:li");
        assertThat(find(Relation.DEPT_HEAD, 1, WhenHead.SELF, "wu")).containsExactly("user:wu");
        assertThat(find(Relation.DEPT_HEAD, 1, WhenHead.EMPTY, "wu")).isEmpty();
        assertThat(find(Relation.DIRECT_LEADER, 1, WhenHead.SELF, "wu")).containsExactly("user:wu");
        assertThat(find(Relation.DIRECT_LEADER, 1, WhenHead.EMPTY, "wu")).isEmpty();
    }

    @Test
    void whoHeadsSeveralLevelsHasTheFirstOtherHeadAboveHim() {
        company.head("rd", "wu");
        assertThat(find(Relation.DEPT_HEAD, "wu")).containsExactly("user:boss");
    }

    @Test
    void atTheTopThereIsNobodyAbove() {
        assertThat(find(Relation.DEPT_HEAD, "boss")).isEmpty();
        assertThat(find(Relation.DIRECT_LEADER, "boss")).isEmpty();
        assertThat(find(Relation.DEPT_HEAD, 1, WhenHead.SELF, "boss")).containsExactly("user:boss");
    }

    @Test
    void aDepartmentWithoutAHeadHasNone() {
        company.department("lab", "rd").in("lab", "feng");
        assertThat(find(Relation.DEPT_HEAD, "feng")).isEmpty();
        assertThat(find(Relation.PARENT_DEPT_HEAD, "feng")).containsExactly("user:li");
        company.disabled("wu");
        assertThat(find(Relation.DEPT_HEAD, "zheng")).isEmpty();
    }

    @Test
    void leadersAreFollowedUpwardsUntilTheTop() {
        assertThat(find(Relation.LEADER_UP, 1, "zheng")).containsExactly("user:wu");
        assertThat(find(Relation.LEADER_UP, 2, "zheng")).containsExactly("user:li");
        assertThat(find(Relation.LEADER_UP, 3, "zheng")).containsExactly("user:boss");
        assertThat(find(Relation.LEADER_UP, 4, "zheng")).isEmpty();
        assertThat(find(Relation.LEADER_UP, 99, "zheng")).isEmpty();
    }

    @Test
    void leadersWhoLeadEachOtherEndWithNobody() {
        company.led("rd", "zhao", "qian").led("rd", "qian", "zhao");
        assertThat(find(Relation.LEADER_UP, 1, "zhao")).containsExactly("user:qian");
        assertThat(find(Relation.LEADER_UP, 2, "zhao")).isEmpty();
        assertThat(find(Relation.LEADER_UP, 3, "zhao")).isEmpty();
    }

    @Test
    void theWayUpFromALeaderOfAnotherDepartmentIsHis() {
        company.led("platform", "zheng", "sun");
        assertThat(find(Relation.LEADER_UP, 2, "zheng")).containsExactly("user:wang");
        assertThat(find(Relation.LEADER_UP, 1, WhenHead.SELF, "wu")).containsExactly("user:wu");
    }

    @Test
    void headsOfDepartmentsAboveAreCountedInLevels() {
        assertThat(find(Relation.PARENT_DEPT_HEAD, 1, "zheng")).containsExactly("user:li");
        assertThat(find(Relation.PARENT_DEPT_HEAD, 2, "zheng")).containsExactly("user:boss");
        assertThat(find(Relation.PARENT_DEPT_HEAD, 3, "zheng")).isEmpty();
        company.head("rd", "zheng");
        assertThat(find(Relation.PARENT_DEPT_HEAD, 1, "zheng")).containsExactly("user:boss");
        assertThat(find(Relation.PARENT_DEPT_HEAD, 1, WhenHead.EMPTY, "zheng")).isEmpty();
    }

    @Test
    void theSuperiorLeaderIsThatOfTheNearestDepartmentThatHasOne() {
        company.superior("rd", "boss");
        assertThat(find(Relation.SUPERIOR_LEADER, "zheng")).containsExactly("user:boss");
        assertThat(find(Relation.SUPERIOR_LEADER, "sun")).isEmpty();
        company.superior("platform", "zheng");
        assertThat(find(Relation.SUPERIOR_LEADER, "wu")).containsExactly("user:zheng");
        assertThat(find(Relation.SUPERIOR_LEADER, "zheng")).containsExactly("user:boss");
        assertThat(find(Relation.SUPERIOR_LEADER, 1, WhenHead.SELF, "zheng")).containsExactly("user:zheng");
        assertThat(find(Relation.SUPERIOR_LEADER, 1, WhenHead.EMPTY, "zheng")).isEmpty();
    }

    @Test
    void deputyHeadsAreAllOfThemWhoAreThere() {
        company.deputies("rd", "qian", "zhao").disabled("zhao");
        assertThat(find(Relation.DEPT_DEPUTY, "li")).containsExactly("user:qian");
        assertThat(find(Relation.DEPT_DEPUTY, "wang")).isEmpty();
    }

    @Test
    void aDepartmentIsMeantAsAWholeAndWithThoseBelow() {
        assertThat(find(Relation.SAME_DEPT, "zhao")).containsExactly("dept:rd");
        assertThat(find(Relation.DEPT_AND_SUB, "zhao")).containsExactly("dept:rd", "dept:platform");
        assertThat(find(Relation.DEPT_AND_SUB, "boss")).containsExactly("dept:company", "dept:finance", "dept:rd", "dept:platform");
    }

    @Test
    void aDisabledDepartmentIsPassedOver() {
        company.disabled("rd");
        assertThat(find(Relation.DEPT_HEAD, "wu")).containsExactly("user:boss");
        assertThat(find(Relation.DEPT_AND_SUB, "boss")).contains("dept:platform").doesNotContain("dept:rd");
        assertThat(find(Relation.DEPT_HEAD, "zhao")).isEmpty();
    }

    @Test
    void postsOfTheSameKindAreFoundHereAndThere() {
        company.post("engineer", null, "zhao", "zheng").post("archivist", "rd", "zhao", "sun");
        assertThat(find(Relation.SAME_POST, "zheng")).containsExactly("post:engineer");
        assertThat(find(Relation.SAME_POST, "zhao")).containsExactly("post:archivist", "post:engineer");
        assertThat(find(Relation.SAME_POST, "sun")).isEmpty();
        assertThat(unit(Relation.POST_IN_DEPT, "engineer", "li")).containsExactly("user:zhao");
        assertThat(unit(Relation.POST_IN_DEPT, "archivist", "li")).containsExactly("user:zhao", "user:sun");
        assertThat(unit(Relation.POST_IN_DEPT, "archivist", "wang")).containsExactly("user:sun");
        assertThat(unit(Relation.POST_IN_DEPT, "nothing", "li")).isEmpty();
    }

    @Test
    void groupsReachIntoThoseBelowThem() {
        company.group("experts", null, "wang").group("engineers", "experts", "zhao", "zheng");
        assertThat(unit(Relation.GROUP_IN_DEPT, "experts", "li")).containsExactly("user:zhao");
        assertThat(unit(Relation.GROUP_IN_DEPT, "experts", "sun")).containsExactly("user:wang");
        assertThat(unit(Relation.GROUP_IN_DEPT, "engineers", "sun")).isEmpty();
    }

    @Test
    void subordinatesAreWhoFindHimWhenTheyLookForTheirLeader() {
        company.led("rd", "zhao", "sun");
        assertThat(find(Relation.SUBORDINATES, "li")).containsExactlyInAnyOrder("user:qian", "user:wu");
        assertThat(find(Relation.SUBORDINATES, "sun")).containsExactly("user:zhao");
        assertThat(find(Relation.SUBORDINATES, "boss")).containsExactlyInAnyOrder("user:li", "user:wang");
        assertThat(find(Relation.SUBORDINATES, "qian")).isEmpty();
    }

    @Test
    void whoHasTwoDepartmentsActsInTheOneThatHeHasChosen() {
        company.in("finance", "zhao");
        assertThat(find(Relation.DEPT_HEAD, "zhao")).containsExactly("user:li");
        assertThat(in("finance", Relation.DEPT_HEAD, "zhao")).containsExactly("user:wang");
        assertThat(in("finance", Relation.SAME_DEPT, "zhao")).containsExactly("dept:finance");
        assertThat(in("company", Relation.DEPT_HEAD, "zhao")).as("where he is not, his main one counts").containsExactly("user:li");
        assertThat(in("finance", Relation.SAME_DEPT, "boss")).containsExactly("dept:company");
    }

    @Test
    void whoIsInNoDepartmentHasNobodyThere() {
        company.people("guest");
        for (Relation relation : Relation.values()) {
            if (!relation.namesItsBase() && relation != Relation.SELF) {
                assertThat(unit(relation, "any", "guest")).as(relation.name()).isEmpty();
            }
        }
    }

    @Test
    void departmentsInACircleHaveAnEnd() {
        company.department("rd", "platform").department("platform", "rd").head("rd", "li").head("platform", "li");
        assertThat(find(Relation.DEPT_HEAD, "li")).isEmpty();
        assertThat(find(Relation.DEPT_AND_SUB, "li")).isNotEmpty();
        assertThat(find(Relation.LEADER_UP, 99, "zhao")).isEmpty();
    }

    private List<String> find(Relation relation, String person) {
        return find(relation, 1, person);
    }

    private List<String> find(Relation relation, int levels, String person) {
        return find(relation, levels, WhenHead.CLIMB, person);
    }

    private List<String> find(Relation relation, int levels, WhenHead whenHead, String person) {
        return new Relations(company.snapshot()).of(new Relative(relation, levels, null, whenHead), Standpoint.of(person));
    }

    private List<String> unit(Relation relation, String unit, String person) {
        return new Relations(company.snapshot()).of(new Relative(relation, 1, unit, WhenHead.CLIMB), Standpoint.of(person));
    }

    private List<String> in(String department, Relation relation, String person) {
        return new Relations(company.snapshot()).of(Relative.of(relation), new Standpoint(person, department));
    }
}
