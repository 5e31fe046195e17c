package wf.ws;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import wf.contract.OrganisationState;
import wf.contract.Version;
import wf.contract.WhoAmI;

/**
 * Tells what is running and who is signed on.
 * One method is one operation on SOAP and REST both; {@link Binding} carries it to the service.
 */
@WebService(name = "AccessPort", targetNamespace = Soap.NAMESPACE)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access", description = "Access: who is signed on, what is running")
public interface AccessPort {

    @GET
    @Path("ping")
    @Operation(summary = "Tells what is running; open to everybody")
    @WebResult(name = "reply")
    Version ping() throws WfFault;

    @GET
    @Path("me")
    @Operation(summary = "Tells who is signed on")
    @WebResult(name = "reply")
    WhoAmI whoAmI() throws WfFault;

    @GET
    @Path("organisation")
    @Operation(summary = "Tells an administrator from where departments and people come, how old they are, and what went wrong")
    @WebResult(name = "reply")
    OrganisationState getOrganisation() throws WfFault;

    @POST
    @Path("organisation/refresh")
    @Operation(summary = "Has the organisation loaded from its source now, for an administrator; the answer does not wait for it")
    @WebResult(name = "reply")
    OrganisationState refreshOrganisation() throws WfFault;
}
