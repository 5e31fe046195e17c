package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedByAll;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.DeputyMode;
import wf.contract.GrantDeputyRequest;
import wf.contract.Vote;

/** §6.7: while somebody is away, new work goes to his deputy. On the core and on the store. */
public abstract class DeputyScenarios {

    private Engine engine;
    private World wf;

    protected abstract Engine engine() throws Exception;

    @BeforeEach
    void liIsAwayAndQianGetsHisWork() throws Exception {
        engine = engine();
        wf = new World(engine);
        wf.deployed(process("order").step("draft", byStarter()).step("review", by("li")).step("pay", by("sun")).end());
        wf.deployed(process("contract").step("draft", byStarter()).step("sign", signedByAll("li", "qian", "sun")).step("file", offeredTo("li", "wang")).end());
        isAway("li", "qian");
    }

    private void isAway(String principal, String deputy) {
        GrantDeputyRequest request = new GrantDeputyRequest();
        request.deputy = deputy;
        request.mode = DeputyMode.TRANSFER;
        assertThat(engine.deputy(principal, request)).isNull();
    }

    private void anOrderIsUnderReview() {
        wf.started("it", "order", "zhao");
        wf.actor("zhao").submits("draft");
    }

    @Test
    void newWorkOfWhoeverIsAwayGoesToHisDeputy() {
        anOrderIsUnderReview();
        wf.expect().at("review").todoOf("qian").noTodoOf("li");
        wf.actor("qian").submits("review");
        wf.expect().at("pay").todoOf("sun");
    }

    @Test
    void workThatIsReturnedGoesToTheDeputyToo() {
        wf.started("it", "order", "sun");
        wf.actor("sun").submits("draft");
        wf.actor("qian").submits("review");
        wf.actor("sun").returns("pay");
        wf.expect().at("review").todoOf("qian").noTodoOf("li");
    }

    @Test
    void whatSomebodyBeginsHimselfStaysHis() {
        wf.started("it", "order", "li");
        wf.expect().at("draft").todoOf("li").noTodoOf("qian");
        wf.actor("li").submits("draft");
        wf.expect().at("review").todoOf("li");
    }

    @Test
    void whatIsHandedToSomebodyByNameStaysHis() {
        anOrderIsUnderReview();
        wf.actor("qian").transfers("review", "li");
        wf.expect().at("review").todoOf("li").noTodoOf("qian");
    }

    @Test
    void nobodyVotesTwiceForHavingADeputy() {
        wf.started("it", "contract", "zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().todoOf("li", "qian", "sun");
    }

    @Test
    void aSignerWhoIsAwayIsStoodInFor() {
        isAway("sun", "zhou");
        wf.started("it", "contract", "zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().todoOf("li", "qian", "zhou").noTodoOf("sun");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("qian").votes("sign", Vote.AGREE);
        wf.actor("zhou").votes("sign", Vote.AGREE);
        wf.expect().offered("file");
    }

    @Test
    void theDeputysOwnDeputyGetsNothingOfIt() {
        GrantDeputyRequest onwards = new GrantDeputyRequest();
        onwards.deputy = "sun";
        onwards.mode = DeputyMode.TRANSFER;
        engine.deputy("qian", onwards);
        anOrderIsUnderReview();
        wf.expect().at("review").todoOf("qian").noTodoOf("li").noTodoOf("sun");
    }
}
