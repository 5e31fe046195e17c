package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import wf.contract.OperationReply;
import wf.contract.SubmitRequest;
import wf.store.TestDatabase;

/** What it costs to hand work in without waiting for it: that must be less than doing it, or nobody would. */
class AcceptingCostTest {

    private static final String REVIEW = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:wf='urn:wf:bpmn:1.0' targetNamespace='t'>"
            + "<process id='cost' isExecutable='true'><startEvent id='s'/><sequenceFlow id='a' sourceRef='s' targetRef='review'/>"
            + "<userTask id='review' wf:assignee='li'/><sequenceFlow id='b' sourceRef='review' targetRef='e'/><endEvent id='e'/></process></definitions>";
    private final NotedStatements statements = new NotedStatements();

    @Test
    void twoLooksAndThreeRowsThatAreWrittenTogether() throws Exception {
        DataSource source = TestDatabase.H2.migrated();
        try (StoreEngine engine = new StoreEngine(statements.before(source), "default").amongOthers()) {
            engine.deploy(REVIEW);
            accept(engine, itemOf(engine));
            long item = itemOf(engine);
            statements.forget();
            accept(engine, item);
            assertThat(statements.all()).as("statements of an acceptance").hasSizeLessThanOrEqualTo(5)
                    .filteredOn(s -> !s.toLowerCase(Locale.ROOT).startsWith("select")).hasSize(3);
        }
    }

    private static long itemOf(StoreEngine engine) {
        return engine.openItems(engine.start("zhao", "cost", Map.of()).instanceId()).get(0).id();
    }

    private static OperationReply accept(StoreEngine engine, long item) {
        SubmitRequest request = new SubmitRequest();
        request.opId = UUID.randomUUID().toString();
        request.async = true;
        return engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.accepting.accept(engine.caller("li"), item, request));
    }
}
