package wf.call;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import wf.runtime.BusinessRecords;
import wf.runtime.Flow;
import wf.spi.BusinessDataCall;
import wf.spi.BusinessDataHandler;

/** Tells the customer's beans what happens to the instances whose business data they keep (I9). */
@Singleton
public class BusinessDataHandlers {

    private final Iterable<BusinessDataHandler> handlers;

    @Inject
    public BusinessDataHandlers(@Any Instance<BusinessDataHandler> handlers) {
        this((Iterable<BusinessDataHandler>) handlers);
    }

    /** Where no container finds them. */
    public BusinessDataHandlers(Iterable<BusinessDataHandler> handlers) {
        this.handlers = handlers;
    }

    /** The handlers as one operation sees them; a preview tells nobody. */
    public BusinessRecords of(String tenant, boolean preview) {
        return preview ? BusinessRecords.NONE : (moment, flow) -> tell(moment, call(tenant, flow));
    }

    /** The first that is against it is answered; nobody after him is asked. */
    private Optional<String> tell(BusinessRecords.Moment moment, BusinessDataCall call) {
        for (BusinessDataHandler handler : handlers) {
            String against = null;
            switch (moment) {
                case BEFORE_DELETE -> against = handler.beforeDelete(call);
                case AFTER_DELETE -> handler.afterDelete(call);
                case AFTER_RESTORE -> handler.afterRestore(call);
                case AFTER_ACTIVATE -> handler.afterActivate(call);
            }
            if (against != null) {
                return Optional.of(against);
            }
        }
        return Optional.empty();
    }

    private static BusinessDataCall call(String tenant, Flow flow) {
        BusinessDataCall call = new BusinessDataCall();
        call.tenant = tenant;
        call.instanceId = flow.instance().id();
        call.definitionKey = flow.definition().key();
        call.businessKey = flow.instance().identity().businessKey();
        call.actor = flow.facts().actor().id();
        return call;
    }
}
