package wf.ws;

import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;

/** A refusal is nothing for the log; what is gets there by {@link Problems}, once. */
final class SilentFaults implements FaultListener {
    @Override
    public boolean faultOccurred(Exception exception, String description, Message message) {
        return false;
    }
}
