package wf.micro.inside;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import wf.service.DefinitionService;

/**
 * A listener as another application would write one: in one transaction it takes a message and calls the product. It
 * fails at the first delivery of each message, after its write.
 */
@MessageDriven(name = "Trial", activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/wf.trial"),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue")})
public class Trial implements MessageListener {

    /** How a delivery ended. */
    record End(String text, int status) { }

    static final BlockingQueue<End> ENDS = new LinkedBlockingQueue<>();
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    @EJB
    private DefinitionService definitions;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry registry;

    @Override
    public void onMessage(Message message) {
        String text = text(message);
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only the end counts.
            }

            @Override
            public void afterCompletion(int status) {
                ENDS.add(new End(text, status));
            }
        });
        definitions.deploy(InsideIT.ADMIN, InsideIT.model(text));
        if (SEEN.add(text)) {
            throw new EJBException("the first delivery fails");
        }
    }

    private static String text(Message message) {
        try {
            return ((TextMessage) message).getText();
        } catch (JMSException e) {
            throw new EJBException(e);
        }
    }
}
