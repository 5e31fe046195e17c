package wf.message;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import wf.relay.EventTopic;
import wf.relay.Published;
import wf.relay.TopicAway;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Transactions;

/**
 * The topic {@code wf.event} at the server's broker. All events of a batch are one transaction of the broker's alone, so
 * that it writes to its disk once; no other resource takes part.
 */
@Singleton
public class JmsTopic implements EventTopic {

    @Resource(name = "jms/wf", lookup = "java:comp/DefaultJMSConnectionFactory")
    private ConnectionFactory factory;
    /** In one transaction; OpenMQ, which Payara and GlassFish have, refuses more than a thousand. */
    private static final int MOST_AT_ONCE = 500;
    private final Transactions transactions;
    private final boolean on;

    @Inject
    public JmsTopic(Transactions transactions, Settings settings) {
        this(transactions, settings, null);
    }

    /** With a connection factory of its own, where no container gives one. */
    JmsTopic(Transactions transactions, Settings settings, ConnectionFactory factory) {
        this.factory = factory;
        this.transactions = transactions;
        this.on = settings.on(Setting.EVENTS);
    }

    @Override
    public boolean isOn() {
        return on;
    }

    @Override
    public void publish(List<Published> events) throws TopicAway {
        try {
            for (int from = 0; from < events.size(); from += MOST_AT_ONCE) {
                List<Published> some = events.subList(from, Math.min(from + MOST_AT_ONCE, events.size()));
                transactions.required(() -> {
                    send(some);
                    return null;
                });
            }
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null && !(cause instanceof JMSException)) {
                cause = cause.getCause();
            }
            throw new TopicAway(String.valueOf(cause.getMessage()), e);
        }
    }

    private void send(List<Published> events) {
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(Destinations.topic(session, Destinations.EVENTS))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (Published event : events) {
                producer.send(message(session, event));
            }
            if (!transactions.isActive()) {
                session.commit();
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a selector may ask for stands in properties. */
    private static TextMessage message(Session session, Published event) throws JMSException {
        TextMessage message = session.createTextMessage(event.text());
        message.setJMSType(event.event());
        message.setStringProperty("wfEvent", event.event());
        message.setStringProperty("wfEventId", event.id());
        message.setStringProperty("wfTenant", event.of().tenant);
        message.setLongProperty("wfInstance", event.instanceId());
        // Consumers that share the work get all of one instance, where the broker knows groups.
        message.setStringProperty("JMSXGroupID", event.of().tenant + "/" + event.instanceId());
        return message;
    }
}
