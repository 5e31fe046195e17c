package wf.ws;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import wf.contract.EngineService;
import wf.contract.HealthInfo;
import wf.contract.MetricsText;
import wf.contract.ServiceList;
import wf.contract.ServiceReply;
import wf.contract.ServiceRequest;

/**
 * Shows operators how the node that answers is, and lets them stop and start its services.
 * One method is one operation on SOAP and REST both; {@link Binding} carries it to the service.
 */
@WebService(name = "MonitorPort", targetNamespace = Soap.NAMESPACE)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Monitor", description = "Services, health and measures of a node")
public interface MonitorPort {

    @GET
    @Path("services")
    @Operation(summary = "Lists the five services of the node that answers, with their measures; for operators")
    @WebResult(name = "reply")
    ServiceList listServices() throws WfFault;

    @POST
    @Path("services/{service}/start")
    @Operation(summary = "Starts a service of the node that answers")
    @WebResult(name = "reply")
    ServiceReply startService(
            @PathParam("service") @WebParam(name = "service") EngineService service,
            @WebParam(name = "request") ServiceRequest request) throws WfFault;

    @POST
    @Path("services/{service}/stop")
    @Operation(summary = "Stops a service of the node that answers, also after its next start")
    @WebResult(name = "reply")
    ServiceReply stopService(
            @PathParam("service") @WebParam(name = "service") EngineService service,
            @WebParam(name = "request") ServiceRequest request) throws WfFault;

    @GET
    @Path("health")
    @Operation(summary = "Tells whether the node that answers is well; for operators")
    @WebResult(name = "reply")
    HealthInfo getHealth() throws WfFault;

    @GET
    @Path("metrics")
    @Operation(summary = "All measures of the node that answers, as a text for Prometheus; for operators")
    @WebResult(name = "reply")
    MetricsText getMetrics() throws WfFault;
}
