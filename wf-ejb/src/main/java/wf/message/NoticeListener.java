package wf.message;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.notice.Deliveries;
import wf.store.migration.Migrator;

/**
 * Sends the message to somebody that is due. It never asks the broker to bring it again: whether it has gone out stands in the
 * database, where its job tries it again.
 */
@JMSDestinationDefinition(name = NoticeListener.QUEUE, interfaceName = "jakarta.jms.Queue", destinationName = Destinations.NOTICES)
@MessageDriven(name = "NoticeListener", activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = NoticeListener.QUEUE),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue")})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeListener implements MessageListener {

    static final String QUEUE = Destinations.DEFINED + Destinations.NOTICES;
    private static final Logger LOG = Logger.getLogger(NoticeListener.class.getName());

    @EJB private Migrator migrator;
    @Inject private Deliveries deliveries;

    @Override
    public void onMessage(Message message) {
        migrator.await();
        try {
            deliveries.deliver(message.getStringProperty(JmsNoticeQueue.TENANT), message.getLongProperty(JmsNoticeQueue.NOTICE));
        } catch (JMSException | RuntimeException e) {
            LOG.log(Level.WARNING, "the next tick sends what is due", e);
        }
    }
}
