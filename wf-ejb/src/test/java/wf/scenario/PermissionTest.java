package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.command.PermissionCheck.About;
import wf.contract.ErrorCode;
import wf.contract.Permission;
import wf.refusal.Refused;

/** §4.3 U24: who could do what, and why not; about others for administrators alone. */
class PermissionTest extends StoreTest {

    private World wf;

    @BeforeAll
    void deploy() {
        engine.deploy(process("order").step("draft", byStarter()).step("review", by("li")).end()
                .replace("isExecutable=\"true\"", "isExecutable=\"true\" wf:starters=\"user:zhao\""));
    }

    @BeforeEach
    void anOrderIsUnderReview() {
        wf = new World(engine);
        wf.started("it", "order", "zhao");
        wf.actor("zhao").submits("draft");
    }

    private Permission asked(String caller, String operation, About about, String person) {
        return engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.permissions.of(engine.caller(caller), operation, about, person));
    }

    private About item() {
        return new About(null, null, engine.openItems(wf.currentInstance()).get(0).id());
    }

    private About instance() {
        return new About(null, wf.currentInstance(), null);
    }

    private static About order() {
        return new About("order", null, null);
    }

    private static void refused(ErrorCode code, Supplier<?> act) {
        assertThatThrownBy(act::get).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(code);
            assertThat(e.problem().message).doesNotContain("{0");
        });
    }

    @Test
    void theHolderMayAndIsToldAsWhat() {
        Permission submit = asked("li", "submit", item(), null);
        assertThat(submit.allowed).isTrue();
        assertThat(submit.identities).contains("MAIN");
        assertThat(asked("li", "save", item(), "li").allowed).isTrue();
        assertThat(asked("li", "jump", item(), null)).matches(p -> !p.allowed && p.reason.contains("review"));
    }

    @Test
    void whoeverMayOnlySeeItIsToldWhyNot() {
        assertThat(asked("zhao", "submit", item(), null)).matches(p -> !p.allowed && p.reason != null && p.identities.isEmpty());
        assertThat(asked("zhao", "suspendInstance", instance(), null).allowed).isFalse();
        assertThat(asked("admin", "suspendInstance", instance(), null).allowed).isTrue();
        assertThat(asked("admin", "resumeInstance", instance(), null)).matches(p -> !p.allowed && p.reason != null);
    }

    @Test
    void whatHeMayNotKnowOfIsNotThere() {
        refused(ErrorCode.NOT_FOUND, () -> asked("qian", "submit", item(), null));
        refused(ErrorCode.NOT_FOUND, () -> asked("qian", "suspendInstance", instance(), null));
        refused(ErrorCode.NOT_FOUND, () -> asked("li", "submit", new About(null, null, 1L), null));
        refused(ErrorCode.NOT_FOUND, () -> asked("admin", "suspendInstance", new About(null, 1L, null), "li"));
    }

    @Test
    void anAdministratorAsksAboutAnybody() {
        assertThat(asked("admin", "submit", item(), "li").allowed).isTrue();
        assertThat(asked("admin", "submit", item(), "qian")).matches(p -> !p.allowed && p.reason != null);
        assertThat(asked("admin", "start", order(), "zhao").allowed).isTrue();
        assertThat(asked("admin", "start", order(), "li")).matches(p -> !p.allowed && p.reason != null);
        assertThat(asked("admin", "start", order(), "nobody")).matches(p -> !p.allowed && p.reason.contains("nobody"));
    }

    @Test
    void nobodyElseAsksAboutOthersWhoeverTheyAre() {
        for (String person : new String[] {"zhao", "nobody", ""}) {
            refused(ErrorCode.FORBIDDEN, () -> asked("li", "submit", item(), person));
        }
    }

    @Test
    void aQuestionThatMeansNothingIsRefused() {
        refused(ErrorCode.INVALID_INPUT, () -> asked("li", null, item(), null));
        refused(ErrorCode.INVALID_INPUT, () -> asked("li", "submit", new About(null, null, null), null));
        refused(ErrorCode.INVALID_INPUT, () -> asked("li", "submit", new About("order", 1L, null), null));
        refused(ErrorCode.INVALID_INPUT, () -> asked("li", "submit", order(), null));
        refused(ErrorCode.INVALID_INPUT, () -> asked("li", "submit", instance(), null));
        refused(ErrorCode.INVALID_INPUT, () -> asked("li", "fly", item(), null));
        refused(ErrorCode.INVALID_INPUT, () -> asked("li", "begin", instance(), null));
    }

    @Test
    void askingDoesNothing() {
        long before = engine.shell.transactions.required(() -> engine.shell.journal.read(engine.tenant, wf.currentInstance())).size();
        asked("li", "submit", item(), null);
        asked("admin", "terminate", instance(), null);
        assertThat(engine.shell.transactions.required(() -> engine.shell.journal.read(engine.tenant, wf.currentInstance()))).hasSize((int) before);
        assertThat(engine.openItems(wf.currentInstance())).hasSize(1);
    }
}
