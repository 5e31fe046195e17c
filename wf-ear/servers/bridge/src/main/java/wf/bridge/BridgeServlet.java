package wf.bridge;

import jakarta.annotation.Resource;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/**
 * Another application on the same server, as those are that the product serves over messages: it sends what is posted to
 * it to the product's queue and answers what comes back, or how many messages wait there. So the scenarios need no client library of the server's
 * broker, and see what such an application sees. It stands in no archive that ships.
 */
@WebServlet("/command")
public class BridgeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** As the broker knows it; a second definition of it would be refused by WildFly. */
    private static final String QUEUE = "wf.command";
    private static final long PATIENCE = 30_000;

    @Resource(lookup = "java:comp/DefaultJMSConnectionFactory")
    private transient ConnectionFactory factory;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            TextMessage message = session.createTextMessage(text);
            message.setStringProperty("Authorization", request.getHeader("Authorization"));
            answer(exchange(session, message), response);
        } catch (JMSException e) {
            throw new IOException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = session.createBrowser(session.createQueue(QUEUE))) {
            connection.start();
            response.getWriter().print(Collections.list(browser.getEnumeration()).size());
        } catch (JMSException e) {
            throw new IOException(e);
        }
    }

    private TextMessage exchange(Session session, TextMessage message) throws JMSException {
        Queue replies = session.createTemporaryQueue();
        message.setJMSReplyTo(replies);
        try (MessageProducer producer = session.createProducer(session.createQueue(QUEUE)); MessageConsumer consumer = session.createConsumer(replies)) {
            producer.send(message);
            return (TextMessage) consumer.receive(PATIENCE);
        }
    }

    private static void answer(TextMessage reply, HttpServletResponse response) throws JMSException, IOException {
        if (reply == null) {
            response.sendError(HttpServletResponse.SC_GATEWAY_TIMEOUT, "no answer");
            return;
        }
        response.setHeader("wfStatus", String.valueOf(reply.getIntProperty("wfStatus")));
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(reply.getText().getBytes(StandardCharsets.UTF_8));
    }
}
