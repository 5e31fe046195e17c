package wf.org.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wf.spi.OrgDept;
import wf.spi.OrgGroup;
import wf.spi.OrgPost;
import wf.spi.OrgUser;

/** What is made of an organisation that many hands keep. */
class CleaningTest {

    @Test
    void oneBadEntryKeepsOutNobodyElse() {
        OrgImage image = clean(List.of(), List.of(user("li"), user("li"), user(null), user("x".repeat(65)), user("a\u0000b"),
                user(" sun"), login("wang", "li"), user("zhou")), List.of(), List.of());
        assertThat(image.users()).extracting(u -> u.id).containsExactly("li", "zhou");
        assertThat(image.remarks()).extracting(Remark::kind).containsExactlyInAnyOrder(Remark.Kind.ID_TWICE,
                Remark.Kind.ID_UNFIT, Remark.Kind.ID_UNFIT, Remark.Kind.ID_UNFIT, Remark.Kind.ID_UNFIT, Remark.Kind.LOGIN_TWICE);
    }

    @Test
    void aNameOfEveryPlaneStaysWholeAndIsCutBetweenCharacters() {
        String planes = "李\uD842\uDFB7\uD83D\uDE00\uDB40\uDD00\uDBBF\uDFFD";
        OrgUser li = user("li");
        li.name = planes;
        OrgUser sun = user("sun");
        sun.name = "x" + "\uD83D\uDE00".repeat(100);
        OrgImage image = clean(List.of(), List.of(li, sun), List.of(), List.of());
        assertThat(image.users().get(0).name).isEqualTo(planes);
        assertThat(image.users().get(1).name).isEqualTo("x" + "\uD83D\uDE00".repeat(99));
    }

    @Test
    void parentsComeFirstAndACircleIsOpened() {
        OrgImage image = clean(List.of(dept("c", "b"), dept("b", "a"), dept("a", null), dept("x", "y"), dept("y", "x"),
                dept("z", "nowhere"), dept("self", "self")), List.of(user("li")), List.of(), List.of());
        Map<String, Integer> place = image.depts().stream().collect(Collectors.toMap(d -> d.id, d -> image.depts().indexOf(d)));
        assertThat(place).hasSize(7);
        assertThat(image.depts()).allSatisfy(d -> assertThat(d.parentId == null || place.get(d.parentId) < place.get(d.id)).isTrue());
        assertThat(image.depts()).filteredOn(d -> d.parentId == null).extracting(d -> d.id).contains("a", "z", "self").hasSize(4);
        assertThat(image.remarks()).extracting(Remark::kind).containsOnly(Remark.Kind.PARENT_CIRCLE).hasSize(2);
    }

    @Test
    void nobodyUnknownIsNamed() {
        OrgDept rd = dept("rd", null);
        rd.headId = "ghost";
        OrgGroup group = new OrgGroup();
        group.id = "g";
        group.members = List.of("li", "ghost", "li");
        OrgPost post = new OrgPost();
        post.id = "p";
        post.deptId = "nowhere";
        OrgUser li = user("li");
        li.posts.add("p");
        li.posts.add("q");
        OrgImage image = clean(List.of(rd), List.of(li), List.of(group), List.of(post));
        assertThat(image.depts().get(0).headId).isNull();
        assertThat(image.groups().get(0).members).containsExactly("li");
        assertThat(image.posts().get(0).deptId).isNull();
        assertThat(image.posts().get(0).members).containsExactly("li");
    }

    private static OrgImage clean(List<OrgDept> depts, List<OrgUser> users, List<OrgGroup> groups, List<OrgPost> posts) {
        return new Cleaning(List.of()).clean(depts, users, groups, posts);
    }

    private static OrgUser user(String id) {
        return login(id, id);
    }

    private static OrgUser login(String id, String login) {
        OrgUser user = new OrgUser();
        user.id = id;
        user.loginName = login;
        return user;
    }

    private static OrgDept dept(String id, String parent) {
        OrgDept dept = new OrgDept();
        dept.id = id;
        dept.parentId = parent;
        return dept;
    }
}
