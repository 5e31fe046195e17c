package wf.ws;

import wf.face.Call;
import wf.refusal.Refused;

/** SOAP carries everything in the request; a refusal is the declared fault. */
final class SoapFace implements Binding.Face {
    @Override
    public void complete(Exchange exchange, Call call, Object[] arguments) { }

    @Override
    public Exception refusal(Refused refused) {
        return WfFault.of(refused.problem());
    }
}
