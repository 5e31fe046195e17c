package wf.micro.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.access.Caller;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.OperationReply;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.refusal.Refused;
import wf.service.DefinitionService;
import wf.service.InstanceService;
import wf.service.WorkItemService;

@ExtendWith(ArquillianExtension.class)
class InsideIT {
    static final Caller ADMIN = new Caller("default", "admin", "EJB", null, Locale.ENGLISH);

    @EJB
    private DefinitionService definitions;
    @EJB
    private InstanceService instances;
    @EJB
    private WorkItemService workItems;
    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;
    @Resource(lookup = "java:app/jms/wf-broker")
    private ConnectionFactory factory;

    @Deployment
    static WebArchive product() throws IOException {
        return ProductArchive.with(InsideIT.class, Trial.class, Trial.End.class, Ledger.class);
    }

    static DeployRequest model(String key) {
        DeployRequest request = new DeployRequest();
        request.source = ("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"test\"><process id=\"" + key
                + "\" isExecutable=\"true\"><startEvent id=\"start\"/><userTask id=\"draft\"/><endEvent id=\"end\"/>"
                + "<sequenceFlow id=\"a\" sourceRef=\"start\" targetRef=\"draft\"/><sequenceFlow id=\"b\" sourceRef=\"draft\" targetRef=\"end\"/>"
                + "</process></definitions>").getBytes(StandardCharsets.UTF_8);
        return request;
    }

    private List<DefinitionInfo> versions(String key) {
        return definitions.listVersions(ADMIN, key).definitions;
    }

    @Test
    void everyBeanOfTheProductCanBeMade() {
        BeanManager beans = CDI.current().getBeanManager();
        List<Bean<?>> ours = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass().getName().startsWith("wf.")).toList();
        assertThat(ours).hasSizeGreaterThan(40);
        for (Bean<?> bean : ours) {
            Object made = beans.getReference(bean, bean.getTypes().iterator().next(), beans.createCreationalContext(bean));
            // A proxy makes its bean at the first call.
            assertThat(made.toString()).as(bean.toString()).isNotEmpty();
        }
    }

    @Test
    void whatTheCallerBeganTheCallerCommits() throws Exception {
        transaction.begin();
        definitions.deploy(ADMIN, model("ours"));
        definitions.deploy(ADMIN, model("ours"));
        transaction.rollback();
        assertThat(versions("ours")).isEmpty();

        transaction.begin();
        DefinitionReply reply = definitions.deploy(ADMIN, model("ours"));
        transaction.commit();
        assertThat(versions("ours")).extracting(d -> d.version).containsExactly(reply.definitions.get(0).version);
    }

    @Test
    void anOperationRefusedBeforeItWritesLeavesTheTransactionToTheCaller() throws Exception {
        transaction.begin();
        definitions.deploy(ADMIN, model("kept"));
        assertThatThrownBy(() -> workItems.submit(ADMIN, 1, new SubmitRequest()))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problem().code).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        transaction.commit();
        assertThat(versions("kept")).hasSize(1);
    }

    @Test
    void aRefusalOfWhatMayHaveBegunToWriteTakesBackTheTransaction() throws Exception {
        DeployRequest broken = new DeployRequest();
        broken.source = "<none/>".getBytes(StandardCharsets.UTF_8);
        transaction.begin();
        definitions.deploy(ADMIN, model("refused"));
        assertThatThrownBy(() -> definitions.deploy(ADMIN, broken)).isInstanceOf(Refused.class);
        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);
        assertThat(versions("refused")).isEmpty();
    }

    private OperationReply bookedBy(String businessKey) {
        return started("ledger", "<serviceTask id=\"draft\" wf:bean=\"ledger\"/>", businessKey);
    }

    /** Starts a process that has this node where another one has somebody's work. */
    private OperationReply started(String key, String node, String businessKey) {
        DeployRequest request = new DeployRequest();
        request.source = new String(model(key).source, StandardCharsets.UTF_8)
                .replace("<definitions", "<definitions xmlns:wf=\"urn:wf:bpmn:1.0\"")
                .replace("<userTask id=\"draft\"/>", node).getBytes(StandardCharsets.UTF_8);
        definitions.release(ADMIN, definitions.deploy(ADMIN, request).definitions.get(0).id, new DefinitionRequest());
        StartRequest start = new StartRequest();
        start.definitionKey = key;
        start.businessKey = businessKey;
        return instances.start(ADMIN, start);
    }

    @Test
    void aModelAsksADataSourceOfTheServerAndSendsToItsBroker() throws Exception {
        started("reached", """
                <subProcess id="draft"><startEvent id="begin"/><serviceTask id="count"><extensionElements><wf:sql source="own" rows="FIRST">select count(*) as n from wf_schema
                <wf:result name="n" path="/n"/></wf:sql></extensionElements></serviceTask>
                <sendTask id="send"><extensionElements><wf:jms destination="trial" contentType="text/plain"><wf:body>counted${n &gt; 3}</wf:body></wf:jms>
                </extensionElements></sendTask><endEvent id="sent"/><sequenceFlow id="c" sourceRef="begin" targetRef="count"/>
                <sequenceFlow id="d" sourceRef="count" targetRef="send"/><sequenceFlow id="e" sourceRef="send" targetRef="sent"/></subProcess>""", null);
        assertThat(end().text()).isEqualTo("countedtrue");
        assertThat(end()).isEqualTo(new Trial.End("countedtrue", Status.STATUS_COMMITTED));
    }

    @Test
    void aBeanOfTheApplicationIsFoundByItsNameAndWritesInTheSameTransaction() {
        OperationReply reply = bookedBy("GOOD");
        assertThat(reply.incidents).isEmpty();
        assertThat(reply.state).isEqualTo(InstanceState.COMPLETED);
        assertThat(versions("bookedGOOD")).hasSize(1);
    }

    @Test
    void whatAFailedBeanWroteIsRolledBackAndItsIncidentIsStored() {
        OperationReply reply = bookedBy("FAIL");
        assertThat(reply.incidents).extracting(i -> i.message).singleElement().asString().contains("ledger is closed");
        assertThat(versions("bookedFAIL")).isEmpty();
    }

    @Test
    void anErrorOfTheModelTakesNothingBack() {
        assertThat(bookedBy("ERROR").incidents).extracting(i -> i.code).containsExactly("ERROR_UNCAUGHT");
        assertThat(versions("bookedERROR")).hasSize(1);
    }

    @Test
    void aListenerThatFailsWritesNothingAndGetsTheMessageAgain() throws Exception {
        send("trial");
        assertThat(end()).isEqualTo(new Trial.End("trial", Status.STATUS_ROLLEDBACK));
        assertThat(end()).isEqualTo(new Trial.End("trial", Status.STATUS_COMMITTED));
        assertThat(versions("trial")).extracting(d -> d.version).containsExactly(1);
    }

    @Test
    void aMessageOfATransactionThatIsRolledBackIsNeverSent() throws Exception {
        transaction.begin();
        send("never");
        transaction.rollback();
        send("after");
        assertThat(end().text()).isEqualTo("after");
        assertThat(end().text()).isEqualTo("after");
        assertThat(versions("never")).isEmpty();
    }

    private static Trial.End end() throws InterruptedException {
        return Trial.ENDS.poll(120, TimeUnit.SECONDS);
    }

    private void send(String key) throws JMSException {
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            session.createProducer(session.createQueue("wf.trial")).send(session.createTextMessage(key));
        }
    }
}
