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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import wf.contract.AnswerDeputyRequest;
import wf.contract.ArrangementRequest;
import wf.contract.DeputyList;
import wf.contract.DeputyReply;
import wf.contract.DeputySide;
import wf.contract.GrantDeputyRequest;
import wf.contract.ItemsReply;
import wf.contract.ReplaceHandlersRequest;
import wf.contract.WorkSelection;

/**
 * Names deputies, and lets work go from one person to another as a whole.
 * One method is one operation on SOAP and REST both; {@link Binding} carries it to the service.
 */
@WebService(name = "OrgPort", targetNamespace = Soap.NAMESPACE)
@Path("/org")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Org", description = "Organisation: deputies, handover, replacement")
public interface OrgPort {

    @POST
    @Path("deputies")
    @Operation(summary = "Names a deputy of the caller for a time; an administrator names one of anybody")
    @WebResult(name = "reply")
    DeputyReply grantDeputy(@WebParam(name = "request") GrantDeputyRequest request) throws WfFault;

    @GET
    @Path("deputies")
    @Operation(summary = "Lists grants of the caller, or those by which he stands in for others; for an administrator of whom he names")
    @WebResult(name = "reply")
    DeputyList listDeputies(
            @QueryParam("side") @WebParam(name = "side") DeputySide side,
            @QueryParam("person") @WebParam(name = "person") String person,
            @QueryParam("before") @WebParam(name = "before") Long before,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @POST
    @Path("deputies/{grantId}/answer")
    @Operation(summary = "The deputy accepts, or does not")
    @WebResult(name = "reply")
    DeputyReply answerDeputy(
            @PathParam("grantId") @WebParam(name = "grantId") long grantId,
            @WebParam(name = "request") AnswerDeputyRequest request) throws WfFault;

    @POST
    @Path("deputies/{grantId}/revoke")
    @Operation(summary = "Ends a grant before its time, by either side")
    @WebResult(name = "reply")
    DeputyReply revokeDeputy(
            @PathParam("grantId") @WebParam(name = "grantId") long grantId,
            @WebParam(name = "request") ArrangementRequest request) throws WfFault;

    @POST
    @Path("deputies/{grantId}/transfer")
    @Operation(summary = "Gives the deputy the open work of the principal that the grant is about")
    @WebResult(name = "reply")
    ItemsReply transferToDeputy(
            @PathParam("grantId") @WebParam(name = "grantId") long grantId,
            @WebParam(name = "request") WorkSelection request) throws WfFault;

    @POST
    @Path("replacements")
    @Operation(summary = "Puts another person in the place of somebody on all of his open work, for an administrator")
    @WebResult(name = "reply")
    ItemsReply replaceHandlers(@WebParam(name = "request") ReplaceHandlersRequest request) throws WfFault;
}
