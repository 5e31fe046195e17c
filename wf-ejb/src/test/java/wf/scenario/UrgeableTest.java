package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.UrgeRequest;
import wf.contract.UrgeableItem;
import wf.contract.UrgeablePage;
import wf.refusal.Refused;

/** 允许催办记录: what somebody may urge, when he did last, and when he may again. */
class UrgeableTest extends StoreTest {

    private World wf;

    @BeforeAll
    void deploy() {
        engine.deploy(process("order").step("draft", byStarter()).step("review", by("li")).step("pay", offeredTo("wang", "sun")).end());
        engine.deploy(process("quiet").step("draft", byStarter())
                .step("review", new Model.Who(by("li").attributes() + " wf:deny=\"urge\"", "")).end());
    }

    @BeforeEach
    void anOrderIsUnderReview() {
        wf = new World(engine);
        wf.started("it", "order", "zhao");
        wf.actor("zhao").submits("draft");
    }

    private List<UrgeableItem> urgeable(String person) {
        UrgeablePage page = engine.shell.urgeable.page(engine.caller(person), null, null, 200);
        assertThat(engine.shell.urgeable.count(engine.caller(person), null).count).isEqualTo(page.items.size());
        return page.items.stream().filter(i -> i.item.instanceId == wf.currentInstance()).toList();
    }

    private List<String> nodes(String person) {
        return urgeable(person).stream().map(i -> i.item.nodeId).toList();
    }

    private void urges(String person, long item) {
        UrgeRequest request = new UrgeRequest();
        request.workItemIds.add(item);
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.urging.urge(engine.caller(person), wf.currentInstance(), request));
    }

    @Test
    void whoeverStartedItAndWhoeverSentItOnMayUrge() {
        assertThat(nodes("zhao")).containsExactly("review");
        assertThat(nodes("li")).isEmpty();
        wf.actor("li").submits("review");
        assertThat(nodes("zhao")).containsExactly("pay");
        assertThat(nodes("li")).containsExactly("pay");
        assertThat(nodes("sun")).isEmpty();
        assertThat(urgeable("li").get(0).item.candidates).containsExactly("user:wang", "user:sun");
    }

    @Test
    void nobodyIsShownHisOwnWorkOrWhatIsDone() {
        wf.started("own", "order", "li");
        wf.actor("li").submits("draft");
        assertThat(nodes("li")).isEmpty();
        wf.actor("li").submits("review");
        assertThat(nodes("li")).containsExactly("pay");
        wf.actor("wang").claims("pay");
        wf.actor("wang").submits("pay");
        assertThat(nodes("li")).isEmpty();
    }

    @Test
    void itTellsWhenItWasUrgedAndWhenItMayBeAgain() {
        long item = urgeable("zhao").get(0).item.id;
        assertThat(urgeable("zhao").get(0).nextAt).isNull();
        Instant at = engine.now();
        urges("zhao", item);
        UrgeableItem urged = urgeable("zhao").get(0);
        long minutes = engine.shell.urgeable.page(engine.caller("zhao"), null, null, 1).intervalMinutes;
        assertThat(urged.item.urged).isEqualTo(1);
        assertThat(urged.nextAt).isEqualTo(Date.from(at.plus(Duration.ofMinutes(minutes))));
        assertThatThrownBy(() -> urges("zhao", item)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(ErrorCode.NODE_POLICY));
        engine.clock.advance(Duration.ofMinutes(minutes));
        assertThat(urgeable("zhao").get(0).nextAt).isNull();
        urges("zhao", item);
    }

    @Test
    void whatAModelDeniesIsToldToBeDenied() {
        wf.started("b", "quiet", "zhao");
        wf.actor("zhao").submits("draft");
        assertThat(urgeable("zhao")).extracting(i -> i.denied).containsExactly(true);
    }

    @Test
    void theListGoesOnWhereItsPageEnded() {
        for (int n = 0; n < 5; n++) {
            engine.clock.advance(Duration.ofSeconds(1));
            wf.started("n" + n, "order", n % 2 == 0 ? "zhao" : "sun");
            wf.actor(n % 2 == 0 ? "zhao" : "sun").submits("draft");
        }
        List<Long> whole = engine.shell.urgeable.page(engine.caller("zhao"), "order", null, 200).items.stream().map(i -> i.item.id).toList();
        List<Long> paged = new ArrayList<>();
        String cursor = null;
        do {
            UrgeablePage page = engine.shell.urgeable.page(engine.caller("zhao"), "order", cursor, 2);
            page.items.forEach(i -> paged.add(i.item.id));
            cursor = page.next;
        } while (cursor != null);
        assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
    }
}
