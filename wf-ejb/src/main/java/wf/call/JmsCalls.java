package wf.call;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import wf.contract.ValueType;
import wf.instance.Job;
import wf.node.call.CallInputs;
import wf.node.call.NamedText;
import wf.node.call.RemoteCall;
import wf.setting.Family;
import wf.setting.Settings;
import wf.value.Value;

/** Messages to the destinations that the configuration names, by the container's own connection factory. */
@Singleton
public class JmsCalls {

    private final Settings settings;
    @Resource(name = "jms/wf", lookup = "java:comp/DefaultJMSConnectionFactory")
    private ConnectionFactory factory;

    @Inject
    public JmsCalls(Settings settings) {
        this(settings, null);
    }

    /** With a connection factory of its own, where no container gives one. */
    public JmsCalls(Settings settings, ConnectionFactory factory) {
        this.settings = settings;
        this.factory = factory;
    }

    Answer call(RemoteCall.Jms call, Job job) throws CallFailed {
        String destination = settings.named(Family.JMS, call.destination()).orElseThrow(() -> CallFailed.forGood("there is no destination "
                + call.destination() + ": an administrator sets " + Family.JMS.property(call.destination())));
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            TextMessage message = message(session, call, job);
            try (MessageProducer producer = producer(session, destination)) {
                producer.send(message);
            }
            return Answer.of(message.getJMSMessageID());
        } catch (JMSException e) {
            throw CallFailed.forNow(call.target() + " takes no message now: " + Calls.excerpt(String.valueOf(e.getMessage())));
        }
    }

    private static MessageProducer producer(Session session, String destination) throws JMSException {
        String name = destination.replaceFirst("^(queue|topic):", "");
        return session.createProducer(destination.startsWith("topic:") ? session.createTopic(name) : session.createQueue(name));
    }

    private static TextMessage message(Session session, RemoteCall.Jms call, Job job) throws JMSException {
        String body = Calls.input(job, CallInputs.BODY);
        TextMessage message = session.createTextMessage(body == null ? "" : body);
        message.setLongProperty("wfJob", job.id());
        for (NamedText property : call.properties()) {
            Value value = job.inputs().get(CallInputs.PROPERTY + property.name());
            if (value != null) {
                set(message, property.name(), value);
            }
        }
        return message;
    }

    private static void set(TextMessage message, String name, Value value) throws JMSException {
        boolean plain = value.type() == ValueType.BOOLEAN || value.type() == ValueType.INTEGER && value.toJava() instanceof Long;
        message.setObjectProperty(name, plain ? value.toJava() : value.text());
    }
}
