package wf.rar;

import org.apache.activemq.ra.ActiveMQActivationSpec;

/**
 * Understands the standard {@code destinationLookup} of a message-driven bean, which ActiveMQ's own class does not
 * know: the last part of {@code java:app/jms/wf.command} is the queue's name at the broker.
 */
public class QueueActivation extends ActiveMQActivationSpec {
    private static final long serialVersionUID = 1L;

    public void setDestinationLookup(String name) {
        setDestination(name.substring(name.lastIndexOf('/') + 1));
    }
}
