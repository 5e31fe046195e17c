package wf.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.contract.Count;
import wf.contract.EngineService;
import wf.contract.ServiceReply;
import wf.contract.ServiceRequest;
import wf.micro.face.Broker;

/** Operations over the queue wf.command, as another program on the machine sends them. */
@ExtendWith(RunningProduct.class)
class MessagesIT {
    private static final long PATIENCE = 120_000;
    private Connection connection;
    private Session session;
    private Queue replyTo;
    private MessageConsumer replies;

    @BeforeEach
    void connect() throws JMSException {
        assumeTrue(System.getProperty("wf.url", "").isBlank(), "a full server has a broker of its own kind");
        connection = Broker.connection(RunningProduct.broker());
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        replyTo = session.createTemporaryQueue();
        replies = session.createConsumer(replyTo);
    }

    @AfterEach
    void disconnect() throws JMSException {
        if (connection != null) {
            connection.close();
        }
    }

    @Test
    void aProgramThatShowsTheBrokerNoPasswordIsNotLetIn() throws JMSException {
        try (Connection stranger = new ActiveMQConnectionFactory(RunningProduct.broker()).createConnection()) {
            assertThatThrownBy(stranger::start).isInstanceOf(JMSSecurityException.class);
        }
    }

    private Message text(String text) throws JMSException {
        return signed(session.createTextMessage(text), "zhao", "wf-demo-1");
    }

    private static Message signed(Message message, String person, String password) throws JMSException {
        String credentials = Base64.getEncoder().encodeToString((person + ":" + password).getBytes());
        message.setStringProperty("Authorization", "Basic " + credentials);
        return message;
    }

    private void send(Message message) throws JMSException {
        message.setJMSReplyTo(replyTo);
        session.createProducer(session.createQueue("wf.command")).send(message);
    }

    private TextMessage answer(Message message, int status) throws JMSException {
        send(message);
        TextMessage reply = (TextMessage) replies.receive(PATIENCE);
        assertThat(reply).as("a reply").isNotNull();
        assertThat(reply.getIntProperty("wfStatus")).as(reply.getText()).isEqualTo(status);
        return reply;
    }

    private String problem(Message message, int status, String code) throws JMSException {
        String body = answer(message, status).getText();
        assertThat(body).contains("\"code\":\"" + code + "\"").doesNotContain("Exception");
        return body;
    }

    @Test
    void anInstanceIsStartedAndSubmittedByMessages() throws JMSException {
        Message start = text("{\"operation\":\"start\",\"request\":{\"definitionKey\":\"leave\",\"title\":\"by message\"}}");
        start.setJMSCorrelationID("mine-1");
        TextMessage reply = answer(start, 200);
        assertThat(reply.getJMSCorrelationID()).isEqualTo("mine-1");
        String item = reply.getText().replaceAll(".*\"itemsCreated\":\\[\\{\"id\":(\\d+).*", "$1");

        Message submit = text("{\"operation\":\"submit\",\"workItemId\":" + item + ",\"request\":{\"variables\":"
                + "[{\"name\":\"days\",\"type\":\"INTEGER\",\"value\":\"2\"}]}}");
        TextMessage done = answer(submit, 200);
        assertThat(done.getJMSCorrelationID()).isEqualTo(submit.getJMSMessageID());
        assertThat(done.getText()).contains("\"state\":\"RUNNING\"");
    }

    @Test
    void withoutReplyToTheAnswerGoesToTheCommonQueue() throws JMSException {
        Message message = text("{\"operation\":\"whoAmI\"}");
        session.createProducer(session.createQueue("wf.command")).send(message);
        MessageConsumer common = session.createConsumer(
                session.createQueue("wf.reply"), "JMSCorrelationID = '" + message.getJMSMessageID() + "'");
        assertThat(((TextMessage) common.receive(PATIENCE)).getText()).contains("zhao");
    }

    @Test
    void badInputIsAnsweredOnceAndNeverComesAgain() throws JMSException {
        assertThat(problem(text("{\"operation\":\"fly\"}"), 400, "INVALID_INPUT")).contains("fly");
        problem(text("{\"operation\""), 400, "INVALID_INPUT");
        problem(text("{\"operation\":\"start\",\"request\":{\"definitionKy\":\"leave\"}}"), 400, "INVALID_INPUT");
        problem(signed(session.createBytesMessage(), "zhao", "wf-demo-1"), 400, "INVALID_INPUT");
        problem(text("{\"operation\":\"submit\",\"workItemId\":987654321}"), 404, "NOT_FOUND");
        problem(text("{\"operation\":\"start\",\"request\":{\"title\":\"" + "x".repeat(20_000_000) + "\"}}"), 413, "TOO_LARGE");
        assertThat(replies.receive(2_000)).as("a second answer").isNull();
    }

    @Test
    void nobodyGetsInWithoutSigningOn() throws JMSException {
        problem(session.createTextMessage("{\"operation\":\"whoAmI\"}"), 401, "UNAUTHENTICATED");
        problem(signed(session.createTextMessage("{\"operation\":\"whoAmI\"}"), "zhao", "wrong"), 401, "UNAUTHENTICATED");
    }

    @Test
    void aLanguageIsChosen() throws JMSException {
        Message message = text("{\"operation\":\"fly\"}");
        message.setStringProperty("wfLanguage", "zh");
        assertThat(problem(message, 400, "INVALID_INPUT")).contains("没有操作");
    }

    @Test
    void aClientThatLeavesBeforeItsAnswerLeavesNothingBehind(Product product) throws JMSException {
        String key = "left-" + UUID.randomUUID();
        send(text("{\"operation\":\"start\",\"request\":{\"definitionKey\":\"leave\",\"businessKey\":\"" + key + "\"}}"));
        connection.close();
        Broker broker = (Broker) product.messages();
        Eventually.holds("done once, neither tried again nor given up", () ->
                product.rest().call("zhao", Count.class, "countInstances", "businessKey", key).count == 1 && broker.left() == 0);
    }

    @Test
    void theSameByXmlIsAnsweredByXml() throws JMSException {
        Message start = text("<wf:start xmlns:wf='urn:wf:v1' xmlns:c='urn:wf:contract:v1'><request><c:definitionKey>leave</c:definitionKey>"
                + "<c:title>by XML</c:title></request></wf:start>");
        TextMessage reply = answer(start, 200);
        assertThat(reply.getText()).startsWith("<wf:startResponse ").contains("<c:state>RUNNING</c:state>");
        TextMessage refused = answer(text("<wf:submit xmlns:wf='urn:wf:v1'><workItemId>987654321</workItemId></wf:submit>"), 404);
        assertThat(refused.getText()).startsWith("<wf:problem ").contains("<c:code>NOT_FOUND</c:code>");
    }

    @Test
    void anAnswerIsAsUrgentAsItsRequestAndDoesNotWaitForEver() throws JMSException {
        Message message = text("{\"operation\":\"whoAmI\"}");
        message.setJMSReplyTo(replyTo);
        session.createProducer(session.createQueue("wf.command")).send(message, DeliveryMode.PERSISTENT, 8, 600_000);
        Message reply = replies.receive(PATIENCE);
        assertThat(reply.getJMSPriority()).isEqualTo(8);
        assertThat(reply.getJMSExpiration() - reply.getJMSTimestamp()).as("a day").isEqualTo(TimeUnit.HOURS.toMillis(24));
    }

    @Test
    void whatCannotBeReadIsLaidAsideWithTheReasonAndWithoutAPassword() throws JMSException {
        for (String text : List.of("{\"operation\":\"fly\"}", "<fly xmlns='urn:wf:v1'/>")) {
            Message message = text(text);
            answer(message, 400);
            TextMessage dead = laidAside(message);
            assertThat(dead.getText()).isEqualTo(text);
            assertThat(dead.getStringProperty("wfCode")).isEqualTo("INVALID_INPUT");
            assertThat(dead.getStringProperty("wfReason")).contains("fly");
            assertThat(dead.propertyExists("Authorization")).isFalse();
        }
    }

    private TextMessage laidAside(Message message) throws JMSException {
        try (MessageConsumer dead = session.createConsumer(session.createQueue("wf.command.dead"), "JMSCorrelationID = '" + message.getJMSMessageID() + "'")) {
            TextMessage found = (TextMessage) dead.receive(PATIENCE);
            assertThat(found).as("a dead letter").isNotNull();
            return found;
        }
    }

    @Test
    void whatExpiresBeforeItsTurnIsNotPerformed(Product product) throws Exception {
        String key = "late-" + UUID.randomUUID();
        Message message = text("{\"operation\":\"start\",\"request\":{\"definitionKey\":\"leave\",\"businessKey\":\"" + key + "\"}}");
        message.setJMSReplyTo(replyTo);
        service(product, "stopService");
        try {
            session.createProducer(session.createQueue("wf.command")).send(message, DeliveryMode.PERSISTENT, 4, 8_000);
            TimeUnit.SECONDS.sleep(9);
        } finally {
            service(product, "startService");
        }
        TextMessage reply = (TextMessage) replies.receive(PATIENCE);
        assertThat(reply.getIntProperty("wfStatus")).as(reply.getText()).isEqualTo(503);
        assertThat(laidAside(message).getStringProperty("wfCode")).isEqualTo("UNAVAILABLE");
        assertThat(product.rest().call("zhao", Count.class, "countInstances", "businessKey", key).count).isZero();
    }

    private static void service(Product product, String operation) {
        product.rest().call("admin", ServiceReply.class, operation, "service", EngineService.MESSAGE_LISTENING, "request", new ServiceRequest());
    }
}
