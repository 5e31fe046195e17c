package wf.micro.face;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;

/** The broker of a product on Payara Micro, which lets other programs in (WF_BROKER_LISTEN). */
public final class Broker implements Jms.Way {
    private static final long PATIENCE = 120_000;
    private static final String COMMANDS = "wf.command";
    private static final String DEAD = "ActiveMQ.DLQ";
    /** What programs have to show to the broker of the product under test. */
    public static final String USER = "programs";
    public static final String PASSWORD = "wf-broker-1";

    private final Connection connection;

    public Broker(String url) {
        try {
            connection = connection(url);
            connection.start();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of another program, not started. */
    public static Connection connection(String url) throws JMSException {
        // The embedded broker does not announce who comes and goes.
        return new ActiveMQConnectionFactory(USER, PASSWORD, url + "?jms.watchTopicAdvisories=false").createConnection();
    }

    @Override
    public Jms.Answer request(String authorization, String text) {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            TextMessage message = session.createTextMessage(text);
            message.setStringProperty("Authorization", authorization);
            return request(session, message);
        } catch (JMSException e) {
            throw new Unanswered(e);
        }
    }

    private static Jms.Answer request(Session session, Message message) throws JMSException {
        TemporaryQueue replies = session.createTemporaryQueue();
        message.setJMSReplyTo(replies);
        try (MessageProducer producer = session.createProducer(session.createQueue(COMMANDS));
                MessageConsumer consumer = session.createConsumer(replies)) {
            producer.send(message);
            TextMessage answer = (TextMessage) consumer.receive(PATIENCE);
            if (answer == null) {
                throw new AssertionError("no answer to " + message.getJMSMessageID());
            }
            return new Jms.Answer(answer.getIntProperty("wfStatus"), answer.getText());
        } finally {
            replies.delete();
        }
    }

    @Override
    public int left() {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            int left = 0;
            for (String name : List.of(COMMANDS, DEAD)) {
                Queue queue = session.createQueue(name);
                try (var browser = session.createBrowser(queue)) {
                    left += Collections.list(browser.getEnumeration()).size();
                }
            }
            return left;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
