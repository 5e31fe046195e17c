package wf.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.relay.Published;
import wf.relay.TopicAway;
import wf.setting.Settings;
import wf.store.OutboxKey;
import wf.store.Transactions;

/** Events at a real broker, which comes and goes. */
class JmsTopicTest {

    private static final long PATIENCE = 60_000;
    private final int port = free();
    private final ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port + "?jms.watchTopicAdvisories=false");
    private final Alone transactions = new Alone();
    private final JmsTopic topic = new JmsTopic(transactions, new Settings(), factory);
    private BrokerService broker;

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() throws Exception {
        broker = new BrokerService();
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.setUseShutdownHook(false);
        broker.addConnector("tcp://127.0.0.1:" + port);
        broker.start();
        broker.waitUntilStarted();
    }

    @AfterEach
    void stop() throws Exception {
        broker.stop();
        broker.waitUntilStopped();
    }

    private static Published event(int number, String name) {
        return new Published(new OutboxKey("default", 7, number), name, "default/7/" + number + "/0", 7, "{\"seq\":" + number + "}");
    }

    @Test
    void eventsComeInTheirOrderWithWhatSelectorsAskFor() throws Exception {
        try (Connection connection = factory.createConnection(); Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer all = session.createConsumer(session.createTopic("wf.event"));
                MessageConsumer some = session.createConsumer(session.createTopic("wf.event"), "wfEvent = 'item.created' and wfInstance = 7")) {
            connection.start();
            topic.publish(List.of(event(1, "instance.created"), event(2, "item.created")));
            assertThat(((TextMessage) all.receive(PATIENCE)).getText()).isEqualTo("{\"seq\":1}");
            assertThat(((TextMessage) all.receive(PATIENCE)).getStringProperty("wfEventId")).isEqualTo("default/7/2/0");
            assertThat(((TextMessage) some.receive(PATIENCE)).getText()).isEqualTo("{\"seq\":2}");
            assertThat(some.receiveNoWait()).isNull();
        }
    }

    /** OpenMQ would refuse more than a thousand in one transaction, and nothing would be told any more. */
    @Test
    void aThousandAndMoreGoInPartsAndKeepTheirOrder() throws Exception {
        try (Connection connection = factory.createConnection(); Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer all = session.createConsumer(session.createTopic("wf.event"))) {
            connection.start();
            topic.publish(IntStream.range(0, 1_200).mapToObj(i -> event(i, "item.created")).toList());
            for (int i = 0; i < 1_200; i++) {
                assertThat(((TextMessage) all.receive(PATIENCE)).getText()).isEqualTo("{\"seq\":" + i + "}");
            }
        }
        assertThat(transactions.begun).isEqualTo(3);
    }

    @Test
    void aBrokerThatIsAwayIsSaidToBeAndOneThatComesBackTakesEventsAgain() throws Exception {
        topic.publish(List.of(event(1, "item.created")));
        stop();
        assertThatThrownBy(() -> topic.publish(List.of(event(2, "item.created")))).isInstanceOf(TopicAway.class).hasMessageContaining("onnect");
        start();
        topic.publish(List.of(event(2, "item.created")));
    }

    /** No container, and no transactions. */
    private static final class Alone implements Transactions {
        private int begun;

        @Override
        public <T> T required(Supplier<T> work) {
            begun++;
            return work.get();
        }

        @Override
        public boolean isActive() {
            return false;
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }

        @Override
        public void afterEnd(Object key, Runnable action) {
            action.run();
        }

        @Override
        public boolean isHeld(Object key) {
            return false;
        }
    }
}
