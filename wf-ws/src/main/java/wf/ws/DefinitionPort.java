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
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionList;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DefinitionSource;
import wf.contract.DeployRequest;

/**
 * Deploys, releases and lists process definitions.
 * One method is one operation on SOAP and REST both; {@link Binding} carries it to the service.
 */
@WebService(name = "DefinitionPort", targetNamespace = Soap.NAMESPACE)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Definition", description = "Process definitions: deployment, versions, release")
public interface DefinitionPort {

    @POST
    @Path("definitions")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML, MediaType.TEXT_XML,
            MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Stores a BPMN 2.0 file as new definition versions. The body is JSON, or the BPMN file itself")
    @WebResult(name = "reply")
    DefinitionReply deploy(@WebParam(name = "request") DeployRequest request) throws WfFault;

    @POST
    @Path("definitions/{definitionId}/release")
    @Operation(summary = "Opens a version for new instances")
    @WebResult(name = "reply")
    DefinitionReply release(
            @PathParam("definitionId") @WebParam(name = "definitionId") long definitionId,
            @WebParam(name = "request") DefinitionRequest request) throws WfFault;

    @POST
    @Path("definitions/{definitionId}/retire")
    @Operation(summary = "Closes a version for new instances; running ones go on")
    @WebResult(name = "reply")
    DefinitionReply retire(
            @PathParam("definitionId") @WebParam(name = "definitionId") long definitionId,
            @WebParam(name = "request") DefinitionRequest request) throws WfFault;

    @GET
    @Path("definitions")
    @Operation(summary = "Lists the newest version of every definition, or those which the caller may start")
    @WebResult(name = "reply")
    DefinitionList listDefinitions(
            @QueryParam("startable") @WebParam(name = "startable") boolean startable) throws WfFault;

    @GET
    @Path("definitions/keys/{definitionKey}/versions")
    @Operation(summary = "Lists the versions of a definition")
    @WebResult(name = "reply")
    DefinitionList listVersions(
            @PathParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey) throws WfFault;

    @GET
    @Path("definitions/{definitionId}")
    @Operation(summary = "Reads one version")
    @WebResult(name = "reply")
    DefinitionInfo getDefinition(
            @PathParam("definitionId") @WebParam(name = "definitionId") long definitionId) throws WfFault;

    @GET
    @Path("definitions/{definitionId}/source")
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
    @Operation(summary = "Reads the BPMN file of a version, in JSON or as it was deployed")
    @WebResult(name = "reply")
    DefinitionSource getDefinitionSource(
            @PathParam("definitionId") @WebParam(name = "definitionId") long definitionId) throws WfFault;
}
