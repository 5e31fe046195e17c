package wf.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.face.Json;

/** Sends answers to where a message asks for them. */
@ApplicationScoped
class Replies {
    private static final Logger LOG = Logger.getLogger(Replies.class.getName());
    private static final String DEFAULT_QUEUE = "wf.reply";

    @Resource(name = "jms/wf", lookup = "java:comp/DefaultJMSConnectionFactory")
    private ConnectionFactory factory;

    void send(Message request, Answer answer) throws JMSException {
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            send(session, request, answer);
        }
    }

    private static void send(Session session, Message request, Answer answer) throws JMSException {
        try (MessageProducer producer = session.createProducer(destination(request, session))) {
            TextMessage reply = session.createTextMessage(json(answer.body()));
            reply.setJMSCorrelationID(correlation(request));
            reply.setIntProperty("wfStatus", answer.status());
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
        return request.getJMSReplyTo() == null ? session.createQueue(DEFAULT_QUEUE) : request.getJMSReplyTo();
    }

    private static String correlation(Message request) throws JMSException {
        return request.getJMSCorrelationID() == null ? request.getJMSMessageID() : request.getJMSCorrelationID();
    }

    private static String json(Object body) {
        try {
            return Json.MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
