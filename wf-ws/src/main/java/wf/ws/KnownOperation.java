package wf.ws;

import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import wf.face.Refusals;
import wf.refusal.Messages;

/** Refuses a body in which CXF has found no operation of the port: it would say so in the log as an error of the server. */
final class KnownOperation extends AbstractSoapInterceptor {
    KnownOperation() {
        super(Phase.PRE_INVOKE);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        if (message.getExchange().getBindingOperationInfo() == null) {
            Exchange exchange = Exchange.current();
            throw Refusals.invalidInput(exchange.locale(), "xml.invalid", Messages.text(exchange.locale(), "xml.malformed"));
        }
    }
}
