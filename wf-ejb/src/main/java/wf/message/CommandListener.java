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
import wf.contract.EngineService;
import wf.monitor.EngineServices;
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

    @EJB private Migrator migrator;
    @Inject private EngineServices services;
    @Inject private Commands commands;
    @Inject private Replies replies;

    @Override
    public void onMessage(Message message) {
        migrator.await();
        services.await(EngineService.MESSAGE_LISTENING);
        try {
            Answer answer = commands.perform(Received.of(message));
            if (answer.isPoison()) {
                replies.layAside(message, answer);
            }
            replies.send(message, answer);
        } catch (JMSException e) {
            throw new IllegalStateException("no answer could be sent; the message comes again", e);
        }
    }
}
