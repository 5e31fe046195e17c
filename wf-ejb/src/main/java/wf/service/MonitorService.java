package wf.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import wf.access.Caller;
import wf.contract.EngineService;
import wf.contract.HealthInfo;
import wf.contract.MetricsText;
import wf.contract.ServiceList;
import wf.contract.ServiceReply;
import wf.contract.ServiceRequest;
import wf.monitor.Monitoring;
import wf.refusal.Required;

/** The interface group 监控 Monitor (§5.2): the services, health and measures of the node that answers; for its operators. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MonitorService {

    @Inject
    private Monitoring monitoring;

    public ServiceList listServices(Caller caller) {
        return monitoring.services(caller);
    }

    public ServiceReply startService(Caller caller, @Required EngineService service, ServiceRequest request) {
        return monitoring.set(caller, service, true, request);
    }

    public ServiceReply stopService(Caller caller, @Required EngineService service, ServiceRequest request) {
        return monitoring.set(caller, service, false, request);
    }

    public HealthInfo getHealth(Caller caller) {
        return monitoring.health(caller);
    }

    public MetricsText getMetrics(Caller caller) {
        return monitoring.metrics(caller);
    }
}
