package wf.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.contract.Problem;
import wf.face.Json;
import wf.setting.Setting;
import wf.setting.Settings;

/** Sends answers to where a message asks for them. */
@ApplicationScoped
class Replies {
    private static final Logger LOG = Logger.getLogger(Replies.class.getName());

    /** Characters of a message that is laid aside. */
    private static final int MOST_KEPT = 100_000;

    @Resource(name = "jms/wf", lookup = "java:comp/DefaultJMSConnectionFactory")
    private ConnectionFactory factory;

    @Inject
    private Settings settings;

    /** For a person to look at, with the reason. Who had sent it is not written down: the property that says so is a password. */
    void layAside(Message request, Answer answer) throws JMSException {
        Problem problem = (Problem) answer.body();
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(Destinations.queue(session, Destinations.DEAD_COMMANDS))) {
            TextMessage letter = session.createTextMessage(request instanceof TextMessage text ? beginning(text.getText()) : null);
            letter.setJMSCorrelationID(correlation(request));
            letter.setStringProperty("wfMessageId", request.getJMSMessageID());
            letter.setStringProperty("wfCode", String.valueOf(problem.code));
            letter.setStringProperty("wfReason", problem.message);
            producer.send(letter);
        }
    }

    /** Of what is refused for its size the whole would be as much a burden to the broker as the request was. */
    private static String beginning(String text) {
        return text == null || text.length() <= MOST_KEPT ? text : text.substring(0, MOST_KEPT) + "…";
    }

    void send(Message request, Answer answer) throws JMSException {
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            send(session, request, answer, settings.time(Setting.REPLY_HOURS, ChronoUnit.HOURS).toMillis());
        }
    }

    private static void send(Session session, Message request, Answer answer, long timeToLive) throws JMSException {
        try (MessageProducer producer = session.createProducer(destination(request, session))) {
            TextMessage reply = session.createTextMessage(text(request, answer));
            reply.setJMSCorrelationID(correlation(request));
            reply.setIntProperty("wfStatus", answer.status());
            producer.setTimeToLive(timeToLive);
            producer.setPriority(request.getJMSPriority());
            producer.send(reply);
        } catch (JMSException e) {
            // A temporary queue goes with the client that waited at it: trying again would find nobody either.
            if (!(request.getJMSReplyTo() instanceof TemporaryQueue)) {
                throw e;
            }
            LOG.log(Level.INFO, "nobody waits for the answer to {0} any more", request.getJMSMessageID());
        }
    }

    private static Destination destination(Message request, Session session) throws JMSException {
        return request.getJMSReplyTo() == null ? Destinations.queue(session, Destinations.REPLIES) : request.getJMSReplyTo();
    }

    private static String correlation(Message request) throws JMSException {
        return request.getJMSCorrelationID() == null ? request.getJMSMessageID() : request.getJMSCorrelationID();
    }

    /** In the form of the request. */
    private static String text(Message request, Answer answer) throws JMSException {
        boolean xml = request instanceof TextMessage text && XmlRequest.isMeant(text.getText());
        return xml ? XmlReply.of(answer.operation(), answer.body()) : json(answer.body());
    }

    private static String json(Object body) {
        try {
            return Json.MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
