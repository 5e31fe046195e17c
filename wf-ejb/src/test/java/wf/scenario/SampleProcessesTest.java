package wf.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.InstanceState;
import wf.contract.Vote;

/** The processes that a new user tries first do what their diagrams say. */
class SampleProcessesTest {
    private World wf;

    @BeforeEach
    void aNewWorld() {
        wf = new World(new CoreEngine());
    }

    @Test
    void aShortLeaveEndsWithTheHeadsApproval() throws IOException {
        wf.deployed(sample("leave"));
        wf.started("L", "leave", "zhao");
        wf.actor("zhao").submits("draft", "days", 3, "reason", "回家探亲");
        wf.expect().at("review").todoOf("li");
        wf.actor("li").submits("review");
        wf.expect().at().is(InstanceState.COMPLETED);
    }

    @Test
    void aLongLeaveIsAlsoRecordedByFinance() throws IOException {
        wf.deployed(sample("leave"));
        wf.started("L", "leave", "zhao");
        wf.actor("zhao").submits("draft", "kind", "婚假", "firstDay", LocalDate.of(2026, 12, 1), "days", 4);
        wf.actor("li").submits("review");
        wf.expect().at("record").offered("record");
        wf.actor("sun").claims("record");
        wf.actor("sun").submits("record");
        wf.expect().at().is(InstanceState.COMPLETED);
    }

    @Test
    void anExpenseIsPaidWhenAllOfFinanceAgree() throws IOException {
        wf.deployed(sample("expense"));
        wf.started("E", "expense", "qian");
        wf.actor("qian").submits("draft", "amount", new java.math.BigDecimal("128.50"), "purpose", "出差");
        wf.expect().at("sign", "sign", "sign").todoOf("wang", "sun", "zhou");
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("zhou").votes("sign", Vote.AGREE);
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("pay").todoOf("wang");
        wf.actor("wang").submits("pay");
        wf.expect().at().is(InstanceState.COMPLETED);
    }

    @Test
    void anExpenseThatSomebodyRefusesGoesBack() throws IOException {
        wf.deployed(sample("expense"));
        wf.started("E", "expense", "qian");
        wf.actor("qian").submits("draft", "amount", new java.math.BigDecimal("99999"), "purpose", "招待");
        wf.actor("sun").votes("sign", Vote.DISAGREE);
        wf.expect().at("draft").todoOf("qian").noTodoOf("wang");
    }

    @Test
    void aContractIsSignedWhenAllThreeHaveReviewedIt() throws IOException {
        wf.deployed(sample("contract"));
        wf.started("C", "contract", "zhao");
        wf.actor("zhao").submits("draft", "party", "甲公司", "amount", new java.math.BigDecimal("128000.00"));
        wf.expect().at("legal", "finance", "technical");
        wf.actor("li").claims("legal");
        wf.actor("li").submits("legal");
        wf.actor("sun").claims("finance");
        wf.actor("sun").submits("finance");
        wf.expect().at("technical");
        wf.actor("qian").submits("technical");
        wf.expect().at("sign").todoOf("wang");
        wf.actor("wang").submits("sign");
        wf.expect().at().is(InstanceState.COMPLETED);
    }

    private static String sample(String key) throws IOException {
        try (InputStream in = SampleProcessesTest.class.getResourceAsStream("/wf/sample/" + key + ".bpmn")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
