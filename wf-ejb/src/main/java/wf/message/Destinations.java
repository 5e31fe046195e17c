package wf.message;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The destinations that the application defines, as the server knows them: some give them another name at the broker than
 * the application does, and some let nobody name one that is not defined.
 */
final class Destinations {

    static final String DEFINED = "java:app/jms/";
    /** What cannot be read, or breaks the engine. */
    static final String DEAD_COMMANDS = "wf.command.dead";
    /** Answers to whoever names no queue of his own. */
    static final String REPLIES = "wf.reply";
    static final String EVENTS = "wf.event";
    static final String NOTICES = "wf.notify";

    private Destinations() { }

    static Queue queue(Session session, String name) throws JMSException {
        Optional<Destination> defined = defined(name);
        return defined.isPresent() ? (Queue) defined.get() : session.createQueue(name);
    }

    static Topic topic(Session session, String name) throws JMSException {
        Optional<Destination> defined = defined(name);
        return defined.isPresent() ? (Topic) defined.get() : session.createTopic(name);
    }

    private static Optional<Destination> defined(String name) {
        try {
            return new InitialContext().lookup(DEFINED + name) instanceof Destination found ? Optional.of(found) : Optional.empty();
        } catch (NamingException e) {
            return Optional.empty();
        }
    }
}
