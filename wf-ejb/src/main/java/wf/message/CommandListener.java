package wf.message;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSDestinationDefinitions;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.contract.EngineService;
import wf.monitor.EngineServices;
import wf.store.Outage;
import wf.store.migration.Migrator;

/**
 * Takes a message, has it performed, sends the answer; nothing else.
 *
 * <p>It runs outside of any transaction: the operation has its own, a refusal must not bring the message back, and no
 * transaction spans broker and database. A crash in between brings the message back, and since its operation id follows
 * from it, the second time gives the first result. Only when the answer cannot be sent does an exception leave.
 */
@JMSDestinationDefinitions({
    @JMSDestinationDefinition(name = CommandListener.QUEUE, interfaceName = "jakarta.jms.Queue", destinationName = "wf.command"),
    @JMSDestinationDefinition(name = Destinations.DEFINED + Destinations.DEAD_COMMANDS, interfaceName = "jakarta.jms.Queue", destinationName = Destinations.DEAD_COMMANDS),
    @JMSDestinationDefinition(name = Destinations.DEFINED + Destinations.REPLIES, interfaceName = "jakarta.jms.Queue", destinationName = Destinations.REPLIES),
    @JMSDestinationDefinition(name = Destinations.DEFINED + Destinations.EVENTS, interfaceName = "jakarta.jms.Topic", destinationName = Destinations.EVENTS)})
@MessageDriven(name = "CommandListener", activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = CommandListener.QUEUE),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue")})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CommandListener implements MessageListener {
    static final String QUEUE = Destinations.DEFINED + "wf.command";

    private static final Logger LOG = Logger.getLogger(CommandListener.class.getName());
    /** Seconds. */
    private static final long LONGEST_PAUSE = 30;

    @EJB private Migrator migrator;
    @Inject private EngineServices services;
    @Inject private Commands commands;
    @Inject private Replies replies;

    @Override
    public void onMessage(Message message) {
        migrator.await();
        services.await(EngineService.MESSAGE_LISTENING);
        try {
            Answer answer = performed(Received.of(message));
            if (answer.isPoison()) {
                replies.layAside(message, answer);
            }
            replies.send(message, answer);
        } catch (JMSException e) {
            throw new IllegalStateException("no answer could be sent; the message comes again", e);
        }
    }

    /**
     * Waits while the database is away, as it waits for a service that was stopped: brokers bring a message again a few times only,
     * and a restart must not cost what stands in the queue.
     */
    private Answer performed(Received message) {
        for (long pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            try {
                return commands.perform(message);
            } catch (Outage away) {
                LOG.log(Level.WARNING, "The database is away; {0} is tried again in {1} s: {2}", new Object[] {message, pause, away.getMessage()});
                rest(pause);
            }
        }
    }

    private static void rest(long seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the node stops; the message comes again", e);
        }
    }
}
