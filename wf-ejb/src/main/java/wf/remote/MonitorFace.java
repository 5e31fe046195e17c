package wf.remote;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import wf.client.CallContext;
import wf.client.MonitorService;
import wf.client.WfException;
import wf.contract.EngineService;
import wf.contract.HealthInfo;
import wf.contract.MetricsText;
import wf.contract.ServiceList;
import wf.contract.ServiceReply;
import wf.contract.ServiceRequest;

/** The group Monitor for callers over EJB; {@link RemoteFace} does what is to be done. */
@Stateless(name = "MonitorFace")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MonitorFace implements MonitorService {
    private MonitorService face;

    @Inject
    void bind(RemoteFace remote) {
        face = remote.of(MonitorService.class);
    }

    @Override
    public ServiceList listServices(CallContext context) throws WfException {
        return face.listServices(context);
    }

    @Override
    public ServiceReply startService(CallContext context, EngineService service, ServiceRequest request) throws WfException {
        return face.startService(context, service, request);
    }

    @Override
    public ServiceReply stopService(CallContext context, EngineService service, ServiceRequest request) throws WfException {
        return face.stopService(context, service, request);
    }

    @Override
    public HealthInfo getHealth(CallContext context) throws WfException {
        return face.getHealth(context);
    }

    @Override
    public MetricsText getMetrics(CallContext context) throws WfException {
        return face.getMetrics(context);
    }
}
