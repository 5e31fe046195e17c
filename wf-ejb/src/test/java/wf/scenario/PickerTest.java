package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.org.People.department;
import static wf.org.People.group;
import static wf.org.People.inDepartment;
import static wf.org.People.inGroup;
import static wf.org.People.person;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.MessageKind;
import wf.contract.OrgUnitKind;
import wf.contract.PersonPage;
import wf.org.PersonRow;
import wf.refusal.Refused;

/** U22 and U25: whom one can name, and how a message about work is called. */
class PickerTest extends StoreTest {

    @BeforeAll
    void anOrganisation() {
        PersonRow gone = person("default", "gone", "Gone Zhang");
        gone.enabled = false;
        List.of(department("default", "house", null), department("default", "rd", "house"), department("default", "law", "house"), group("default", "finance"),
                person("default", "p1", "Zhang San"), person("default", "p2", "Li Si"), person("default", "p3", "100%_Wang"), gone,
                person("neighbour", "p9", "Zhang Jiu"), inDepartment("default", "rd", "p1", true), inDepartment("default", "law", "p2", true),
                inGroup("default", "finance", "p2"), inDepartment("default", "rd", "gone", true)).forEach(this::add);
    }

    private void add(Object row) {
        engine.shell.transactions.required(() -> {
            engine.shell.em.persist(row);
            return null;
        });
    }

    private List<String> people(String text, String within) {
        return engine.shell.picker.people(engine.caller("zhao"), text, within, null, null).people.stream().map(p -> p.id).toList();
    }

    private List<String> units(OrgUnitKind kind, String parent, String text) {
        return engine.shell.picker.units(engine.caller("zhao"), kind, parent, text, null, null).units.stream().map(u -> u.id).toList();
    }

    @Test
    void peopleAreFoundByNameWhoeverTheyAreAndWhereverTheyBelong() {
        assertThat(people(null, null)).containsExactly("p1", "p2", "p3");
        assertThat(people("zhang", null)).containsExactly("p1");
        assertThat(people("P2", null)).containsExactly("p2");
        assertThat(people("%_", null)).containsExactly("p3");
        assertThat(people("x' or '1'='1", null)).isEmpty();
        assertThat(people("\0", null)).isEmpty();
        assertThat(people(null, "dept:rd")).containsExactly("p1");
        assertThat(people("li", "group:finance")).containsExactly("p2");
        assertThat(people("zhang", "group:finance")).isEmpty();
    }

    @Test
    void thePagesOfPeopleFollowEachOther() {
        PersonPage first = engine.shell.picker.people(engine.caller("zhao"), null, null, null, 2);
        assertThat(first.next).isEqualTo("p2");
        assertThat(engine.shell.picker.people(engine.caller("zhao"), null, null, first.next, 2).people).extracting(p -> p.id).containsExactly("p3");
    }

    @Test
    void theTreeOfDepartmentsIsReadLevelByLevel() {
        assertThat(units(OrgUnitKind.DEPT, null, null)).containsExactly("house");
        assertThat(units(OrgUnitKind.DEPT, "house", null)).containsExactly("law", "rd");
        assertThat(units(OrgUnitKind.DEPT, null, "LA")).containsExactly("law");
        assertThat(units(OrgUnitKind.GROUP, null, null)).containsExactly("finance");
        assertThat(units(OrgUnitKind.POST, null, null)).isEmpty();
    }

    @Test
    void nobodySeesAnotherTenant() {
        assertThat(neighbour.shell.picker.people(neighbour.caller("zhao"), null, null, null, null).people).extracting(p -> p.id).containsExactly("p9");
        assertThat(neighbour.shell.picker.units(neighbour.caller("zhao"), OrgUnitKind.DEPT, null, null, null, null).units).isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> people(null, "rd")).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(ErrorCode.INVALID_INPUT));
        assertThatThrownBy(() -> people(null, "user:li")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> units(null, null, null)).isInstanceOf(Refused.class);
    }

    @Test
    void aMessageAboutWorkHasATitleInTheWantedLanguage() {
        engine.deploy(process("order").step("draft", byStarter()).step("review", by("li")).end());
        World wf = new World(engine);
        wf.started("it", "order", "zhao");
        wf.actor("zhao").submits("draft");
        long item = engine.openItems(wf.currentInstance()).get(0).id();
        assertThat(engine.shell.titles.title(engine.caller("li"), item, null, null).title).isEqualTo("[order] order – review");
        assertThat(engine.shell.titles.title(engine.caller("zhao"), item, MessageKind.URGE, "zh").title).isEqualTo("【催办】[order] order – review");
        assertThatThrownBy(() -> engine.shell.titles.title(engine.caller("sun"), item, null, null))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> engine.shell.titles.title(engine.caller("li"), item, MessageKind.TOREAD, null))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> engine.shell.titles.title(engine.caller("li"), item, null, "xx")).isInstanceOf(Refused.class);
    }
}
