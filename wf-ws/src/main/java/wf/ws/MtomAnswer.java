package wf.ws;

import java.util.Locale;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Whoever sends files beside the XML (MTOM) gets them so too; to everybody else they go in the XML as base64. What a client is
 * sent never changes by itself: many cannot read the other form.
 */
final class MtomAnswer extends AbstractPhaseInterceptor<Message> {
    MtomAnswer() {
        super(Phase.RECEIVE);
    }

    @Override
    public void handleMessage(Message message) {
        String type = String.valueOf(message.get(Message.CONTENT_TYPE)).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/related") && type.contains("application/xop+xml")) {
            message.getExchange().put(Message.MTOM_ENABLED, true);
        }
    }
}
