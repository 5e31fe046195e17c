package wf.ws;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import wf.contract.ActivateRequest;
import wf.contract.AddInstanceRequest;
import wf.contract.AttachRequest;
import wf.contract.Attachment;
import wf.contract.AttachmentInfo;
import wf.contract.AttachmentList;
import wf.contract.CirculateRequest;
import wf.contract.Count;
import wf.contract.DeleteInstanceRequest;
import wf.contract.Differences;
import wf.contract.EndInstanceRequest;
import wf.contract.History;
import wf.contract.IncidentPage;
import wf.contract.InstanceInfo;
import wf.contract.InstancePage;
import wf.contract.InstanceState;
import wf.contract.JobPage;
import wf.contract.JobReply;
import wf.contract.JobRequest;
import wf.contract.JobState;
import wf.contract.JumpRequest;
import wf.contract.MaxVersion;
import wf.contract.MessageReply;
import wf.contract.MessageRequest;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.OverdueLevel;
import wf.contract.OverdueNodePage;
import wf.contract.Permission;
import wf.contract.ProcessInfo;
import wf.contract.ProcessInfoFormat;
import wf.contract.RescheduleJobRequest;
import wf.contract.RestoreInstanceRequest;
import wf.contract.SignalReply;
import wf.contract.SignalRequest;
import wf.contract.RunScriptRequest;
import wf.contract.Snapshot;
import wf.contract.SnapshotPage;
import wf.contract.StartRequest;
import wf.contract.SubscriptionList;
import wf.contract.SupplementBranchRequest;
import wf.contract.SupplementRequest;
import wf.contract.SuspendInstanceRequest;
import wf.contract.TerminateRequest;
import wf.contract.UpdateInstanceXmlRequest;
import wf.contract.UrgeRequest;
import wf.contract.Verification;
import wf.contract.WithdrawRequest;

/**
 * Starts instances, shows them and their history, and deals with incidents, jobs, messages and attachments.
 * One method is one operation on SOAP and REST both; {@link Binding} carries it to the service.
 */
@WebService(name = "InstancePort", targetNamespace = Soap.NAMESPACE)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Instance", description = "Process instances: start, history, incidents, attachments")
public interface InstancePort {

    @POST
    @Path("instances")
    @Operation(summary = "Starts an instance")
    @WebResult(name = "reply")
    OperationReply start(@WebParam(name = "request") StartRequest request) throws WfFault;

    @GET
    @Path("instances")
    @Operation(summary = "Finds instances: administrators all, others those they started or handle")
    @WebResult(name = "reply")
    InstancePage findInstances(
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("businessKey") @WebParam(name = "businessKey") String businessKey,
            @QueryParam("title") @WebParam(name = "title") String title,
            @QueryParam("state") @WebParam(name = "state") InstanceState state,
            @QueryParam("starter") @WebParam(name = "starter") String starter,
            @QueryParam("cursor") @WebParam(name = "cursor") String cursor,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("instances/count")
    @Operation(summary = "Counts what findInstances would find")
    @WebResult(name = "reply")
    Count countInstances(
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("businessKey") @WebParam(name = "businessKey") String businessKey,
            @QueryParam("title") @WebParam(name = "title") String title,
            @QueryParam("state") @WebParam(name = "state") InstanceState state,
            @QueryParam("starter") @WebParam(name = "starter") String starter) throws WfFault;

    @GET
    @Path("instances/{instanceId}")
    @Operation(summary = "Reads an instance")
    @WebResult(name = "reply")
    InstanceInfo getInstance(@PathParam("instanceId") @WebParam(name = "instanceId") long instanceId) throws WfFault;

    @GET
    @Path("instances/{instanceId}/open")
    @Operation(summary = "Opens an instance for reading")
    @WebResult(name = "reply")
    OpenReply openInstance(@PathParam("instanceId") @WebParam(name = "instanceId") long instanceId) throws WfFault;

    @GET
    @Path("instances/{instanceId}/history")
    @Operation(summary = "Tells what happened to an instance")
    @WebResult(name = "reply")
    History getHistory(@PathParam("instanceId") @WebParam(name = "instanceId") long instanceId) throws WfFault;

    @GET
    @Path("instances/{instanceId}/verification")
    @Operation(summary = "Checks that the journal of an instance is whole")
    @WebResult(name = "reply")
    Verification verifyJournal(@PathParam("instanceId") @WebParam(name = "instanceId") long instanceId) throws WfFault;

    @GET
    @Path("instances/{instanceId}/max-version")
    @Operation(summary = "Tells the highest version of an instance and the number of its newest snapshot")
    @WebResult(name = "reply")
    MaxVersion getMaxVersion(@PathParam("instanceId") @WebParam(name = "instanceId") long instanceId) throws WfFault;

    @GET
    @Path("instances/{instanceId}/snapshots")
    @Operation(summary = "Lists the snapshots of an instance, one for each operation, oldest first")
    @WebResult(name = "reply")
    SnapshotPage listSnapshots(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @QueryParam("after") @WebParam(name = "after") Long after,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("instances/{instanceId}/snapshots/{number}")
    @Operation(summary = "Reads an instance as it was at a snapshot: variables, open work, visits")
    @WebResult(name = "reply")
    Snapshot getSnapshot(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @PathParam("number") @WebParam(name = "number") long number) throws WfFault;

    @GET
    @Path("instances/{instanceId}/differences")
    @Operation(summary = "Compares the variables of two snapshots of an instance")
    @WebResult(name = "reply")
    Differences compareSnapshots(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @QueryParam("from") @WebParam(name = "from") Long from,
            @QueryParam("to") @WebParam(name = "to") Long to) throws WfFault;

    @GET
    @Path("instances/{instanceId}/process-info")
    @Operation(summary = "Gives process information: TABLE, JSON, XML, HTML (an approval sheet to print) or SVG (the diagram)")
    @WebResult(name = "reply")
    ProcessInfo formatProcessInfo(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @QueryParam("format") @WebParam(name = "format") ProcessInfoFormat format,
            @QueryParam("columns") @WebParam(name = "columns") String columns,
            @QueryParam("locale") @WebParam(name = "locale") String locale) throws WfFault;

    @GET
    @Path("definitions/keys/{definitionKey}/permission")
    @Operation(summary = "Tells whether the caller may start instances of a definition")
    @WebResult(name = "reply")
    Permission checkCreate(
            @PathParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey) throws WfFault;

    @GET
    @Path("instances/{instanceId}/permission")
    @Operation(summary = "Tells whether the caller may open an instance")
    @WebResult(name = "reply")
    Permission checkOpen(@PathParam("instanceId") @WebParam(name = "instanceId") long instanceId) throws WfFault;

    @POST
    @Path("instances/{instanceId}/supplement")
    @Operation(summary = "Lets more people do the work of a node that is going on")
    @WebResult(name = "reply")
    OperationReply supplement(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") SupplementRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/circulate")
    @Operation(summary = "Gives the instance to others to read")
    @WebResult(name = "reply")
    OperationReply circulate(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") CirculateRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/urge")
    @Operation(summary = "Asks the holders of open work items to hurry")
    @WebResult(name = "reply")
    OperationReply urge(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") UrgeRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/addInstance")
    @Operation(summary = "Adds people or an element to a repeated activity or a signing round that runs")
    @WebResult(name = "reply")
    OperationReply addInstance(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") AddInstanceRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/runScript")
    @Operation(summary = "Runs a stored script on an instance: it reads its facts and writes variables")
    @WebResult(name = "reply")
    OperationReply runScript(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") RunScriptRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/suspendInstance")
    @Operation(summary = "Lets an instance stand still until it is resumed: nobody works on it, deadlines and timers wait")
    @WebResult(name = "reply")
    OperationReply suspendInstance(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") SuspendInstanceRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/resumeInstance")
    @Operation(summary = "Lets a suspended instance go on; deadlines are later by as long as it stood")
    @WebResult(name = "reply")
    OperationReply resumeInstance(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/withdraw")
    @Operation(summary = "Withdraws an instance that the caller started, or items that he has sent to others")
    @WebResult(name = "reply")
    OperationReply withdraw(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") WithdrawRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/endInstance")
    @Operation(summary = "Ends an instance early, with a result, as if it had come to its end by itself")
    @WebResult(name = "reply")
    OperationReply endInstance(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") EndInstanceRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/deleteInstance")
    @Operation(summary = "Deletes a draft of the caller's; administrators delete any instance. It is in no list any more and can be restored, or with purge is gone for good")
    @WebResult(name = "reply")
    OperationReply deleteInstance(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") DeleteInstanceRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/restoreInstance")
    @Operation(summary = "Restores a deleted instance, or sets the variables of an instance back to a version")
    @WebResult(name = "reply")
    OperationReply restoreInstance(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") RestoreInstanceRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/activate")
    @Operation(summary = "Lets an instance that has ended go on, where people worked last or at a node that is named")
    @WebResult(name = "reply")
    OperationReply activate(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") ActivateRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/xml")
    @Operation(summary = "Gives one instance a model of its own, for administrators; its work keeps its place")
    @WebResult(name = "reply")
    OperationReply updateInstanceXml(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") UpdateInstanceXmlRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/supplementBranch")
    @Operation(summary = "Gives a split that was passed already one branch more")
    @WebResult(name = "reply")
    OperationReply supplementBranch(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") SupplementBranchRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/moveToken")
    @Operation(summary = "Moves any token of an instance to another node; for administrators")
    @WebResult(name = "reply")
    OperationReply moveToken(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") JumpRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/terminate")
    @Operation(summary = "Ends an instance early")
    @WebResult(name = "reply")
    OperationReply terminate(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") TerminateRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/unarchive")
    @Operation(summary = "Fetches an instance back from the archive; for administrators")
    @WebResult(name = "reply")
    OperationReply unarchive(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/erase")
    @Operation(summary = "Erases the encrypted values of an instance that has ended, for good; for administrators")
    @WebResult(name = "reply")
    OperationReply eraseEncrypted(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @GET
    @Path("incidents")
    @Operation(summary = "Lists open incidents, newest first")
    @WebResult(name = "reply")
    IncidentPage listIncidents(
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("cursor") @WebParam(name = "cursor") String cursor,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("overdueNodes")
    @Operation(summary = "Finds steps, items and instances that are late at a moment, or of which a warning has come, for an administrator")
    @WebResult(name = "reply")
    OverdueNodePage findOverdueNodes(
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("instanceId") @WebParam(name = "instanceId") Long instanceId,
            @QueryParam("asOf") @WebParam(name = "asOf") String asOf,
            @QueryParam("level") @WebParam(name = "level") OverdueLevel level,
            @QueryParam("cursor") @WebParam(name = "cursor") String cursor,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @POST
    @Path("incidents/{incidentId}/retry")
    @Operation(summary = "Tries again where an incident stopped the instance; variables in the request correct its data")
    @WebResult(name = "reply")
    OperationReply retryIncident(
            @PathParam("incidentId") @WebParam(name = "incidentId") long incidentId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @POST
    @Path("incidents/{incidentId}/skip")
    @Operation(summary = "Goes on behind the node where an incident stopped the instance")
    @WebResult(name = "reply")
    OperationReply skipIncident(
            @PathParam("incidentId") @WebParam(name = "incidentId") long incidentId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @POST
    @Path("messages")
    @Operation(summary = "Sends a message: to the one instance that waits for it, else it begins one, else it is kept for a while")
    @WebResult(name = "reply")
    MessageReply sendMessage(@WebParam(name = "request") MessageRequest request) throws WfFault;

    @POST
    @Path("signals")
    @Operation(summary = "Sends a signal to everybody who waits for it now")
    @WebResult(name = "reply")
    SignalReply sendSignal(@WebParam(name = "request") SignalRequest request) throws WfFault;

    @GET
    @Path("instances/{instanceId}/subscriptions")
    @Operation(summary = "Lists the timers, messages and signals that an instance waits for")
    @WebResult(name = "reply")
    SubscriptionList listSubscriptions(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId) throws WfFault;

    @GET
    @Path("jobs")
    @Operation(summary = "Lists what the engine does by itself, the latest due first: READY (as without a state), PARKED for what waits for its instance, PAUSED for what an administrator has stopped, or DEAD for what was given up; by kind, definition version, instance and time of being due")
    @WebResult(name = "reply")
    JobPage listJobs(
            @QueryParam("state") @WebParam(name = "state") JobState state,
            @QueryParam("kind") @WebParam(name = "kind") String kind,
            @QueryParam("definitionId") @WebParam(name = "definitionId") Long definitionId,
            @QueryParam("instanceId") @WebParam(name = "instanceId") Long instanceId,
            @QueryParam("dueFrom") @WebParam(name = "dueFrom") String dueFrom,
            @QueryParam("dueTo") @WebParam(name = "dueTo") String dueTo,
            @QueryParam("cursor") @WebParam(name = "cursor") String cursor,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @POST
    @Path("jobs/{jobId}/retry")
    @Operation(summary = "Tries a job again that was given up")
    @WebResult(name = "reply")
    JobReply retryJob(
            @PathParam("jobId") @WebParam(name = "jobId") long jobId,
            @WebParam(name = "request") JobRequest request) throws WfFault;

    @POST
    @Path("jobs/{jobId}/run")
    @Operation(summary = "Does a job now, whenever it is due")
    @WebResult(name = "reply")
    JobReply runJob(
            @PathParam("jobId") @WebParam(name = "jobId") long jobId,
            @WebParam(name = "request") JobRequest request) throws WfFault;

    @POST
    @Path("jobs/{jobId}/pause")
    @Operation(summary = "Stops a job until it is let go on")
    @WebResult(name = "reply")
    JobReply pauseJob(
            @PathParam("jobId") @WebParam(name = "jobId") long jobId,
            @WebParam(name = "request") JobRequest request) throws WfFault;

    @POST
    @Path("jobs/{jobId}/resume")
    @Operation(summary = "Lets a stopped job go on: at its time, or now when that is over")
    @WebResult(name = "reply")
    JobReply resumeJob(
            @PathParam("jobId") @WebParam(name = "jobId") long jobId,
            @WebParam(name = "request") JobRequest request) throws WfFault;

    @POST
    @Path("jobs/{jobId}/reschedule")
    @Operation(summary = "Has a job done at another time")
    @WebResult(name = "reply")
    JobReply rescheduleJob(
            @PathParam("jobId") @WebParam(name = "jobId") long jobId,
            @WebParam(name = "request") RescheduleJobRequest request) throws WfFault;

    @POST
    @Path("instances/{instanceId}/attachments")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Attaches a file. The body is JSON, or the file itself with any other content type")
    @WebResult(name = "reply")
    AttachmentInfo attach(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId,
            @WebParam(name = "request") AttachRequest request) throws WfFault;

    @GET
    @Path("instances/{instanceId}/attachments")
    @Operation(summary = "Lists the attachments of an instance")
    @WebResult(name = "reply")
    AttachmentList listAttachments(
            @PathParam("instanceId") @WebParam(name = "instanceId") long instanceId) throws WfFault;

    @GET
    @Path("attachments/{attachmentId}")
    @Operation(summary = "Reads an attachment with its content")
    @WebResult(name = "reply")
    Attachment getAttachment(
            @PathParam("attachmentId") @WebParam(name = "attachmentId") long attachmentId) throws WfFault;

    @DELETE
    @Path("attachments/{attachmentId}")
    @Operation(summary = "Removes an attachment")
    @WebResult(name = "reply")
    AttachmentInfo removeAttachment(
            @PathParam("attachmentId") @WebParam(name = "attachmentId") long attachmentId,
            @QueryParam("opId") @WebParam(name = "opId") String opId) throws WfFault;
}
