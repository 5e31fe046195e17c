package wf.micro.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.Orders;
import wf.client.CallContext;
import wf.client.DefinitionService;
import wf.client.InstanceService;
import wf.client.WfException;
import wf.client.WorkItemService;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.InstancePage;
import wf.contract.InstanceState;
import wf.contract.OpenReply;
import wf.contract.OperationRequest;
import wf.contract.SubmitRequest;

/** The engine inside a customer's application: what both do in one transaction is there as a whole, or not at all. */
@ExtendWith(ArquillianExtension.class)
class EmbeddedIT {
    private static final BigDecimal AMOUNT = new BigDecimal("120.00");
    private static final CallContext ZHAO = CallContext.ofPerson("zhao", "wf-demo-1");
    private static final CallContext LI = CallContext.ofPerson("li", "wf-demo-1");
    private static final CallContext ADMIN = CallContext.ofPerson("admin", "wf-demo-1");
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="shop">
              <process id="purchase" isExecutable="true">
                <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="draft"/>
                <userTask id="draft" wf:starter="true"/><sequenceFlow id="b" sourceRef="draft" targetRef="decide"/>
                <userTask id="decide" wf:candidateUsers="li,wang"/><sequenceFlow id="c" sourceRef="decide" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>""";

    @EJB
    private Orders orders;
    @EJB
    private DefinitionService definitions;
    @EJB
    private InstanceService instances;
    @EJB
    private WorkItemService items;
    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;
    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService others;
    private final String id = "P-" + UUID.randomUUID().toString().substring(0, 8);

    @Deployment
    static WebArchive customersApplication() throws IOException {
        return ProductArchive.embedded(Orders.class, EmbeddedIT.class);
    }

    @BeforeEach
    void release() throws WfException {
        if (definitions.listVersions(ADMIN, "purchase").definitions.isEmpty()) {
            DeployRequest request = new DeployRequest();
            request.source = MODEL.getBytes(StandardCharsets.UTF_8);
            definitions.release(ADMIN, definitions.deploy(ADMIN, request).definitions.get(0).id, new DefinitionRequest());
        }
    }

    @AfterEach
    void leaveNoTransaction() throws Exception {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }

    private InstancePage processes() throws WfException {
        return instances.findInstances(ADMIN, null, id, null, null, null, null, null);
    }

    private OpenReply process(long instance) throws WfException {
        return instances.openInstance(ADMIN, instance);
    }

    @Test
    void anOrderAndItsProcessComeTogether() throws Exception {
        long instance = orders.place(ZHAO, "purchase", id, AMOUNT);
        assertThat(orders.find(id).instanceId).isEqualTo(instance);
        assertThat(process(instance).openItems).extracting(i -> i.nodeId).containsExactly("decide");
        assertThat(instances.verifyJournal(ADMIN, instance).intact).isTrue();
    }

    @Test
    void theCustomersRollbackUndoesBoth() throws Exception {
        transaction.begin();
        long instance = orders.place(ZHAO, "purchase", id, AMOUNT);
        assertThat(process(instance).openItems).extracting(i -> i.nodeId).containsExactly("decide");
        transaction.rollback();
        assertThat(orders.find(id)).isNull();
        assertThat(processes().instances).isEmpty();
        assertThat(catchThrowableOfType(WfException.class, () -> process(instance)).getCode()).isEqualTo(ErrorCode.NOT_FOUND);
        // And the same place is free again.
        assertThat(orders.place(ZHAO, "purchase", id, AMOUNT)).isNotEqualTo(instance);
    }

    @Test
    void aRefusedOperationLeavesItToTheCustomerToGoOn() throws Exception {
        assertThat(orders.placeOrKeep(ZHAO, "nothing", id, AMOUNT)).isFalse();
        assertThat(orders.find(id)).isNotNull();
        assertThat(orders.find(id).instanceId).isNull();
    }

    @Test
    void orToRollBack() {
        WfException refused = catchThrowableOfType(WfException.class, () -> orders.place(ZHAO, "nothing", id, AMOUNT));
        assertThat(refused.getCode()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refused.isRetryable()).isFalse();
        assertThat(orders.find(id)).isNull();
    }

    @Test
    void whoIsNotLetInHasTouchedNothing() throws Exception {
        transaction.begin();
        assertThat(orders.placeOrKeep(CallContext.ofPerson("zhao", "guessed"), "purchase", id, AMOUNT)).isFalse();
        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        transaction.commit();
        assertThat(orders.find(id)).isNotNull();
    }

    @Test
    void twoOperationsOfOneTransactionGoTogether() throws Exception {
        transaction.begin();
        long first = orders.place(ZHAO, "purchase", id, AMOUNT);
        long second = orders.place(ZHAO, "purchase", id + "-2", AMOUNT);
        transaction.commit();
        assertThat(orders.find(id).instanceId).isEqualTo(first);
        assertThat(orders.find(id + "-2").instanceId).isEqualTo(second);
    }

    /** What the first has written past the container's own memory is what the second sees. */
    @Test
    void twoOperationsOnTheSameWorkGoTogether() throws Exception {
        long instance = orders.place(ZHAO, "purchase", id, AMOUNT);
        long decide = process(instance).openItems.get(0).id;
        transaction.begin();
        items.claim(LI, decide, new OperationRequest());
        items.submit(LI, decide, new SubmitRequest());
        transaction.commit();
        assertThat(process(instance).instance.state).isEqualTo(InstanceState.COMPLETED);
        assertThat(instances.verifyJournal(ADMIN, instance).intact).isTrue();
    }

    /** Nothing is tried again inside of the customer's transaction; he is told that all of it may be. */
    @Test
    void whoMeetsAnotherIsToldToComeAgainWithAllOfIt() throws Exception {
        assertThat(orders.placeOrKeep(ZHAO, "purchase", id, AMOUNT)).isTrue();
        long draft = process(orders.find(id).instanceId).openItems.get(0).id;
        transaction.begin();
        orders.handIn(ZHAO, id, draft, AMOUNT);
        WfException locked = others.submit(() -> lockedOut(draft)).get(60, TimeUnit.SECONDS);
        assertThat(locked.getCode()).isEqualTo(ErrorCode.LOCKED);
        assertThat(locked.isRetryable()).isTrue();
        transaction.rollback();
        orders.handIn(ZHAO, id, draft, BigDecimal.TEN);
        assertThat(orders.find(id).amount).isEqualByComparingTo(BigDecimal.TEN);
        assertThat(process(orders.find(id).instanceId).openItems).extracting(i -> i.nodeId).containsExactly("decide");
    }

    /** Another one's attempt, which stores an order of his own first. */
    private WfException lockedOut(long draft) throws Exception {
        UserTransaction own = javax.naming.InitialContext.doLookup("java:comp/UserTransaction");
        own.begin();
        assertThat(orders.placeOrKeep(ZHAO, "purchase", id + "-other", AMOUNT)).isTrue();
        WfException locked = catchThrowableOfType(WfException.class, () -> orders.handIn(ZHAO, id + "-other", draft, AMOUNT));
        assertThat(own.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        assertThatThrownBy(own::commit).isInstanceOf(RollbackException.class);
        assertThat(orders.find(id + "-other")).isNull();
        return locked;
    }
}
