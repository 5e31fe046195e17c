package wf.ws;

import java.lang.reflect.Field;
import java.util.List;
import wf.face.Call;
import wf.face.Refusals;
import wf.face.RequestFields;
import wf.refusal.Refused;

/** SOAP carries everything in the request; a refusal is the declared fault. */
final class SoapFace implements Binding.Face {
    /** Lists are empty at least, but the schema cannot keep an {@code xsi:nil} out of them. */
    @Override
    public void complete(Exchange exchange, Call call, Object[] arguments) {
        for (Object argument : arguments) {
            for (Field field : argument == null ? new Field[0] : argument.getClass().getFields()) {
                if (RequestFields.get(field, argument) instanceof List<?> list && list.contains(null)) {
                    throw Refusals.invalidInput(exchange.locale(), "json.value", field.getName());
                }
            }
        }
    }

    @Override
    public Exception refusal(Refused refused) {
        return WfFault.of(refused.problem());
    }
}
