package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.OperationReply;
import wf.contract.StartRequest;
import wf.contract.ValueType;
import wf.spi.BpmnError;
import wf.spi.ProcessBean;
import wf.spi.ProcessBeanAnswer;

/** Beans inside the transaction of the operation that calls them. */
class BeanTest extends StoreTest {

    private static final String BOOK = "insert into booking values('%s')";

    private long started(String key, String service) {
        engine.deploy(Model.process(key).element("call", "<serviceTask id=\"call\" wf:bean=\"" + service + "\"/>").step("after", by("li")).end());
        return engine.start("zhao", key, Map.of("amount", 20)).instanceId();
    }

    private void bean(String name, ProcessBean bean) {
        engine.shell.beans.put(name, bean);
    }

    private void book(String what) {
        engine.shell.entityManager().createNativeQuery(BOOK.formatted(what)).executeUpdate();
    }

    private long bookings() {
        return engine.shell.transactions.required(() -> ((Number) engine.shell.entityManager()
                .createNativeQuery("select count(*) from booking").getSingleResult()).longValue());
    }

    private void table() {
        engine.shell.transactions.required(() -> {
            EntityManager em = engine.shell.entityManager();
            em.createNativeQuery("drop table if exists booking").executeUpdate();
            return em.createNativeQuery("create table booking(what varchar(50))").executeUpdate();
        });
    }

    @Test
    void aBeanSeesVariablesSetsOthersAndWritesInTheSameTransaction() {
        table();
        bean("book", call -> {
            book(call.tenant + call.definitionKey + call.nodeId + call.event);
            return new ProcessBeanAnswer().set("booked", ValueType.DECIMAL, call.text("amount") + ".50");
        });
        long instance = started("beans", "book");
        assertThat(engine.variable(instance, "booked")).isEqualTo(new java.math.BigDecimal("20.50"));
        assertThat(bookings()).isEqualTo(1);
    }

    @Test
    void whatAFailedBeanWroteIsTakenBackAndTheIncidentStays() {
        table();
        AtomicInteger called = new AtomicInteger();
        bean("fails", call -> {
            called.incrementAndGet();
            book("half");
            throw new IllegalStateException("no stock");
        });
        long instance = started("failing", "fails");
        assertThat(engine.incidents(instance).values()).containsExactly("RULE_ERROR@call");
        assertThat(bookings()).isZero();
        assertThat(called).hasValue(1);
        bean("fails", call -> null);
        World world = new World(engine);
        world.started("again", "failing", "zhao");
        world.expect().at("after");
    }

    @Test
    void anErrorOfTheModelKeepsWhatTheBeanWrote() {
        table();
        bean("sells", call -> {
            book("tried");
            throw new BpmnError("SOLD_OUT", "nothing left");
        });
        long instance = started("selling", "sells");
        assertThat(engine.incidents(instance).values()).containsExactly("ERROR_UNCAUGHT@call");
        assertThat(bookings()).isEqualTo(1);
    }

    @Test
    void aPreviewCallsNobody() {
        AtomicInteger called = new AtomicInteger();
        bean("counts", call -> {
            called.incrementAndGet();
            return null;
        });
        started("previewed", "counts");
        assertThat(called).hasValue(1);
        StartRequest request = new StartRequest();
        request.definitionKey = "previewed";
        request.preview = true;
        OperationReply reply = engine.execute("zhao", Command.create("start", request));
        assertThat(called).hasValue(1);
        assertThat(reply.incidents).isEmpty();
    }

    @Test
    void aBeanThatSetsWhatNoVariableCanBeHasFailed() {
        bean("evil", call -> new ProcessBeanAnswer().set("a b", "x"));
        assertThat(engine.incidents(started("evil", "evil")).values()).containsExactly("RULE_ERROR@call");
        bean("wrong", call -> new ProcessBeanAnswer().set("n", ValueType.INTEGER, "x"));
        assertThat(engine.incidents(started("wrong", "wrong")).values()).containsExactly("RULE_ERROR@call");
    }

    @Test
    void anUnknownBeanIsAnIncident() {
        assertThat(engine.incidents(started("unknown", "nobody")).values()).containsExactly("RULE_ERROR@call");
    }
}
