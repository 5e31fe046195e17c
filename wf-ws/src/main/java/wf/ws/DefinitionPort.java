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
import wf.contract.CategoryList;
import wf.contract.CategoryRequest;
import wf.contract.CopyRequest;
import wf.contract.CreateCategoryRequest;
import wf.contract.DefinitionDifference;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionList;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DefinitionSource;
import wf.contract.DeployRequest;
import wf.contract.DeployScriptRequest;
import wf.contract.IdentityInfo;
import wf.contract.IdentityList;
import wf.contract.MigrateRequest;
import wf.contract.MigrationReply;
import wf.contract.MoveCategoryRequest;
import wf.contract.MoveDefinitionRequest;
import wf.contract.PutIdentityRequest;
import wf.contract.PutScheduleRequest;
import wf.contract.RenameCategoryRequest;
import wf.contract.ScheduleInfo;
import wf.contract.ScheduleList;
import wf.contract.ScriptInfo;
import wf.contract.ScriptList;

/**
 * Deploys, releases, lists, compares and copies process definitions, and keeps their categories, stored scripts and identities.
 * One method is one operation on SOAP and REST both; {@link Binding} carries it to the service.
 */
@WebService(name = "DefinitionPort", targetNamespace = Soap.NAMESPACE)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Definition", description = "Process definitions: deployment, versions, release, categories")
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
    @Operation(summary = "Lists the newest version of every definition, or those which the caller may start; "
            + "of a category and those below it, if one is named")
    @WebResult(name = "reply")
    DefinitionList listDefinitions(
            @QueryParam("startable") @WebParam(name = "startable") boolean startable,
            @QueryParam("category") @WebParam(name = "category") String category) throws WfFault;

    @GET
    @Path("definitions/keys/{definitionKey}/versions")
    @Operation(summary = "Lists the versions of a definition")
    @WebResult(name = "reply")
    DefinitionList listVersions(
            @PathParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey) throws WfFault;

    @GET
    @Path("definitions/keys/{definitionKey}")
    @Operation(summary = "Reads the newest version of a definition, or the newest released one")
    @WebResult(name = "reply")
    DefinitionInfo getNewestDefinition(
            @PathParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("released") @WebParam(name = "released") boolean released) throws WfFault;

    @GET
    @Path("definitions/{definitionId}")
    @Operation(summary = "Reads one version")
    @WebResult(name = "reply")
    DefinitionInfo getDefinition(
            @PathParam("definitionId") @WebParam(name = "definitionId") long definitionId) throws WfFault;

    @GET
    @Path("definitions/{definitionId}/source")
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
    @Operation(summary = "Reads the BPMN file of a version, in JSON or as it was deployed; "
            + "with another key, the same model under that key; with an instance of it, for whoever may read that")
    @WebResult(name = "reply")
    DefinitionSource getDefinitionSource(
            @PathParam("definitionId") @WebParam(name = "definitionId") long definitionId,
            @QueryParam("asKey") @WebParam(name = "asKey") String asKey,
            @QueryParam("instanceId") @WebParam(name = "instanceId") Long instanceId) throws WfFault;

    @GET
    @Path("definitions/{definitionId}/difference/{otherDefinitionId}")
    @Operation(summary = "Tells what was added, removed, changed or moved from one version to the other")
    @WebResult(name = "reply")
    DefinitionDifference compareDefinitions(
            @PathParam("definitionId") @WebParam(name = "definitionId") long definitionId,
            @PathParam("otherDefinitionId") @WebParam(name = "otherDefinitionId") long otherDefinitionId) throws WfFault;

    @POST
    @Path("definitions/{definitionId}/copy")
    @Operation(summary = "Makes a version the first draft of a new definition")
    @WebResult(name = "reply")
    DefinitionReply copyDefinition(
            @PathParam("definitionId") @WebParam(name = "definitionId") long definitionId,
            @WebParam(name = "request") CopyRequest request) throws WfFault;

    @POST
    @Path("definitions/keys/{definitionKey}/category")
    @Operation(summary = "Puts a definition with all its versions into another category")
    @WebResult(name = "reply")
    DefinitionReply moveDefinition(
            @PathParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @WebParam(name = "request") MoveDefinitionRequest request) throws WfFault;

    @POST
    @Path("definitions/{definitionId}/migrate")
    @Operation(summary = "Lets instances of a version go on against another one, each for itself; with a preview")
    @WebResult(name = "reply")
    MigrationReply migrateInstances(
            @PathParam("definitionId") @WebParam(name = "definitionId") long definitionId,
            @WebParam(name = "request") MigrateRequest request) throws WfFault;

    @GET
    @Path("categories")
    @Operation(summary = "Lists the tree of categories")
    @WebResult(name = "reply")
    CategoryList listCategories() throws WfFault;

    @POST
    @Path("categories")
    @Operation(summary = "Creates a category, and those above it that are missing")
    @WebResult(name = "reply")
    DefinitionReply createCategory(@WebParam(name = "request") CreateCategoryRequest request) throws WfFault;

    @POST
    @Path("categories/rename")
    @Operation(summary = "Gives a category another name")
    @WebResult(name = "reply")
    DefinitionReply renameCategory(@WebParam(name = "request") RenameCategoryRequest request) throws WfFault;

    @POST
    @Path("categories/move")
    @Operation(summary = "Puts a category below another one, or to another place among its siblings")
    @WebResult(name = "reply")
    DefinitionReply moveCategory(@WebParam(name = "request") MoveCategoryRequest request) throws WfFault;

    @POST
    @Path("categories/delete")
    @Operation(summary = "Deletes a category that nothing stands in")
    @WebResult(name = "reply")
    DefinitionReply deleteCategory(@WebParam(name = "request") CategoryRequest request) throws WfFault;

    @POST
    @Path("scripts")
    @Operation(summary = "Stores a script as the next version under its name, for rules of models and for runScript")
    @WebResult(name = "reply")
    DefinitionReply deployScript(@WebParam(name = "request") DeployScriptRequest request) throws WfFault;

    @GET
    @Path("scripts")
    @Operation(summary = "Lists the newest version of every stored script")
    @WebResult(name = "reply")
    ScriptList listScripts() throws WfFault;

    @GET
    @Path("scripts/{scriptName}/versions")
    @Operation(summary = "Lists the versions of a stored script")
    @WebResult(name = "reply")
    ScriptList listScriptVersions(@PathParam("scriptName") @WebParam(name = "scriptName") String scriptName) throws WfFault;

    @GET
    @Path("scripts/{scriptName}")
    @Operation(summary = "Reads the newest version of a stored script, or the one that is named")
    @WebResult(name = "reply")
    ScriptInfo getScript(
            @PathParam("scriptName") @WebParam(name = "scriptName") String scriptName,
            @QueryParam("version") @WebParam(name = "version") Integer version) throws WfFault;

    @GET
    @Path("identities")
    @Operation(summary = "Lists what people can be to work and instances, the weightiest first, and what they may do then")
    @WebResult(name = "reply")
    IdentityList listIdentities() throws WfFault;

    @GET
    @Path("identities/{identityCode}")
    @Operation(summary = "Reads one identity")
    @WebResult(name = "reply")
    IdentityInfo getIdentity(@PathParam("identityCode") @WebParam(name = "identityCode") String identityCode) throws WfFault;

    @POST
    @Path("identities/{identityCode}")
    @Operation(summary = "Says what an identity may do, how much it weighs and who holds it, or adds one of the tenant's own")
    @WebResult(name = "reply")
    DefinitionReply putIdentity(
            @PathParam("identityCode") @WebParam(name = "identityCode") String identityCode,
            @WebParam(name = "request") PutIdentityRequest request) throws WfFault;

    @POST
    @Path("identities/{identityCode}/reset")
    @Operation(summary = "Makes an identity of the product what it was when it came; one of the tenant's own is removed")
    @WebResult(name = "reply")
    DefinitionReply resetIdentity(
            @PathParam("identityCode") @WebParam(name = "identityCode") String identityCode,
            @WebParam(name = "request") DefinitionRequest request) throws WfFault;

    @GET
    @Path("schedules")
    @Operation(summary = "Lists processes that start by themselves at times to come, for an administrator")
    @WebResult(name = "reply")
    ScheduleList listSchedules(
            @QueryParam("after") @WebParam(name = "after") String after,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("schedules/{scheduleName}")
    @Operation(summary = "Reads a schedule, for an administrator")
    @WebResult(name = "reply")
    ScheduleInfo getSchedule(@PathParam("scheduleName") @WebParam(name = "scheduleName") String scheduleName) throws WfFault;

    @POST
    @Path("schedules/{scheduleName}")
    @Operation(summary = "Starts a process by itself: at a moment, after intervals, by a cron line, or on the last working day of each month; or changes when")
    @WebResult(name = "reply")
    DefinitionReply putSchedule(
            @PathParam("scheduleName") @WebParam(name = "scheduleName") String scheduleName,
            @WebParam(name = "request") PutScheduleRequest request) throws WfFault;

    @POST
    @Path("schedules/{scheduleName}/pause")
    @Operation(summary = "Lets a schedule stand still")
    @WebResult(name = "reply")
    DefinitionReply pauseSchedule(
            @PathParam("scheduleName") @WebParam(name = "scheduleName") String scheduleName,
            @WebParam(name = "request") DefinitionRequest request) throws WfFault;

    @POST
    @Path("schedules/{scheduleName}/resume")
    @Operation(summary = "Lets a schedule go on, with its times to come")
    @WebResult(name = "reply")
    DefinitionReply resumeSchedule(
            @PathParam("scheduleName") @WebParam(name = "scheduleName") String scheduleName,
            @WebParam(name = "request") DefinitionRequest request) throws WfFault;

    @POST
    @Path("schedules/{scheduleName}/run")
    @Operation(summary = "Starts one instance of a schedule now, besides its times")
    @WebResult(name = "reply")
    DefinitionReply runSchedule(
            @PathParam("scheduleName") @WebParam(name = "scheduleName") String scheduleName,
            @WebParam(name = "request") DefinitionRequest request) throws WfFault;

    @POST
    @Path("schedules/{scheduleName}/delete")
    @Operation(summary = "Removes a schedule; what it has started goes on")
    @WebResult(name = "reply")
    DefinitionReply deleteSchedule(
            @PathParam("scheduleName") @WebParam(name = "scheduleName") String scheduleName,
            @WebParam(name = "request") DefinitionRequest request) throws WfFault;
}
