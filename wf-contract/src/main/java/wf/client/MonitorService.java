package wf.client;

import wf.contract.EngineService;
import wf.contract.HealthInfo;
import wf.contract.MetricsText;
import wf.contract.ServiceList;
import wf.contract.ServiceReply;
import wf.contract.ServiceRequest;

/** Shows operators how the node that answers is, and lets them stop and start its services. A group of operations (§5.1); {@link CallContext} says how to call. */
public interface MonitorService {

    /** Lists the five services of the node that answers, with their measures; for operators. */
    ServiceList listServices(CallContext context) throws WfException;

    /** Starts a service of the node that answers. */
    ServiceReply startService(CallContext context, EngineService service, ServiceRequest request) throws WfException;

    /** Stops a service of the node that answers, also after its next start. */
    ServiceReply stopService(CallContext context, EngineService service, ServiceRequest request) throws WfException;

    /** Tells whether the node that answers is well; for operators. */
    HealthInfo getHealth(CallContext context) throws WfException;

    /** All measures of the node that answers, as a text for Prometheus; for operators. */
    MetricsText getMetrics(CallContext context) throws WfException;
}
