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
import java.util.List;
import wf.contract.AddSignRequest;
import wf.contract.AssistRequest;
import wf.contract.Count;
import wf.contract.CountersignRequest;
import wf.contract.CountersignSubmitRequest;
import wf.contract.FreeSubmitRequest;
import wf.contract.InstancePage;
import wf.contract.InstanceState;
import wf.contract.InternalSubmitRequest;
import wf.contract.JumpRequest;
import wf.contract.MessageKind;
import wf.contract.MessageTitle;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.ParticipantSelectRequest;
import wf.contract.ParticipantSelection;
import wf.contract.ReplaceHandlerRequest;
import wf.contract.ReturnRequest;
import wf.contract.ReturnTargetList;
import wf.contract.ReturnToRequest;
import wf.contract.RouteEvaluation;
import wf.contract.StartSubProcessRequest;
import wf.contract.SubmitRequest;
import wf.contract.SuspendItemRequest;
import wf.contract.TicketInfo;
import wf.contract.TransferRequest;
import wf.contract.UrgeablePage;
import wf.contract.WorkItemPage;
import wf.contract.WorkItemState;
import wf.contract.WorkListKind;
import wf.contract.WorkListSort;
import wf.contract.WorkTime;

/**
 * Lists work and performs what people do with it.
 * One method is one operation on SOAP and REST both; {@link Binding} carries it to the service.
 */
@WebService(name = "WorkItemPort", targetNamespace = Soap.NAMESPACE)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "WorkItem", description = "Work items: lists and everything a handler does")
public interface WorkItemPort {

    @GET
    @Path("worklists/{kind}")
    @Operation(summary = "Lists the caller's work: todo, claimable, done, toread, read, passed or overdue")
    @WebResult(name = "reply")
    WorkItemPage listWorkItems(
            @PathParam("kind") @WebParam(name = "kind") WorkListKind kind,
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("category") @WebParam(name = "category") String category,
            @QueryParam("nodeId") @WebParam(name = "nodeId") String nodeId,
            @QueryParam("title") @WebParam(name = "title") String title,
            @QueryParam("businessKey") @WebParam(name = "businessKey") String businessKey,
            @QueryParam("starter") @WebParam(name = "starter") String starter,
            @QueryParam("state") @WebParam(name = "state") WorkItemState state,
            @QueryParam("from") @WebParam(name = "from") String from,
            @QueryParam("to") @WebParam(name = "to") String to,
            @QueryParam("overdue") @WebParam(name = "overdue") Boolean overdue,
            @QueryParam("field") @WebParam(name = "field") List<String> field,
            @QueryParam("sort") @WebParam(name = "sort") WorkListSort sort,
            @QueryParam("cursor") @WebParam(name = "cursor") String cursor,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("worklists/{kind}/count")
    @Operation(summary = "Counts what listWorkItems would list: up to 1,000, or exactly when asked to")
    @WebResult(name = "reply")
    Count countWorkItems(
            @PathParam("kind") @WebParam(name = "kind") WorkListKind kind,
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("category") @WebParam(name = "category") String category,
            @QueryParam("nodeId") @WebParam(name = "nodeId") String nodeId,
            @QueryParam("title") @WebParam(name = "title") String title,
            @QueryParam("businessKey") @WebParam(name = "businessKey") String businessKey,
            @QueryParam("starter") @WebParam(name = "starter") String starter,
            @QueryParam("state") @WebParam(name = "state") WorkItemState state,
            @QueryParam("from") @WebParam(name = "from") String from,
            @QueryParam("to") @WebParam(name = "to") String to,
            @QueryParam("overdue") @WebParam(name = "overdue") Boolean overdue,
            @QueryParam("field") @WebParam(name = "field") List<String> field,
            @QueryParam("exact") @WebParam(name = "exact") Boolean exact) throws WfFault;

    @GET
    @Path("worklists/started")
    @Operation(summary = "Lists the instances that the caller started")
    @WebResult(name = "reply")
    InstancePage listStarted(
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("category") @WebParam(name = "category") String category,
            @QueryParam("title") @WebParam(name = "title") String title,
            @QueryParam("businessKey") @WebParam(name = "businessKey") String businessKey,
            @QueryParam("starter") @WebParam(name = "starter") String starter,
            @QueryParam("state") @WebParam(name = "state") InstanceState state,
            @QueryParam("from") @WebParam(name = "from") String from,
            @QueryParam("to") @WebParam(name = "to") String to,
            @QueryParam("field") @WebParam(name = "field") List<String> field,
            @QueryParam("cursor") @WebParam(name = "cursor") String cursor,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("worklists/started/count")
    @Operation(summary = "Counts the instances that the caller started: up to 1,000, or exactly when asked to")
    @WebResult(name = "reply")
    Count countStarted(
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("category") @WebParam(name = "category") String category,
            @QueryParam("title") @WebParam(name = "title") String title,
            @QueryParam("businessKey") @WebParam(name = "businessKey") String businessKey,
            @QueryParam("starter") @WebParam(name = "starter") String starter,
            @QueryParam("state") @WebParam(name = "state") InstanceState state,
            @QueryParam("from") @WebParam(name = "from") String from,
            @QueryParam("to") @WebParam(name = "to") String to,
            @QueryParam("field") @WebParam(name = "field") List<String> field,
            @QueryParam("exact") @WebParam(name = "exact") Boolean exact) throws WfFault;

    @GET
    @Path("worklists/drafts")
    @Operation(summary = "Lists the instances that the caller keeps as drafts")
    @WebResult(name = "reply")
    InstancePage listDrafts(
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("category") @WebParam(name = "category") String category,
            @QueryParam("title") @WebParam(name = "title") String title,
            @QueryParam("businessKey") @WebParam(name = "businessKey") String businessKey,
            @QueryParam("starter") @WebParam(name = "starter") String starter,
            @QueryParam("state") @WebParam(name = "state") InstanceState state,
            @QueryParam("from") @WebParam(name = "from") String from,
            @QueryParam("to") @WebParam(name = "to") String to,
            @QueryParam("field") @WebParam(name = "field") List<String> field,
            @QueryParam("cursor") @WebParam(name = "cursor") String cursor,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("worklists/drafts/count")
    @Operation(summary = "Counts the instances that the caller keeps as drafts: up to 1,000, or exactly when asked to")
    @WebResult(name = "reply")
    Count countDrafts(
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("category") @WebParam(name = "category") String category,
            @QueryParam("title") @WebParam(name = "title") String title,
            @QueryParam("businessKey") @WebParam(name = "businessKey") String businessKey,
            @QueryParam("starter") @WebParam(name = "starter") String starter,
            @QueryParam("state") @WebParam(name = "state") InstanceState state,
            @QueryParam("from") @WebParam(name = "from") String from,
            @QueryParam("to") @WebParam(name = "to") String to,
            @QueryParam("field") @WebParam(name = "field") List<String> field,
            @QueryParam("exact") @WebParam(name = "exact") Boolean exact) throws WfFault;

    @GET
    @Path("worklists/readable")
    @Operation(summary = "Lists the instances that the caller may read, because the model says so or because he handled them")
    @WebResult(name = "reply")
    InstancePage listReadable(
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("category") @WebParam(name = "category") String category,
            @QueryParam("title") @WebParam(name = "title") String title,
            @QueryParam("businessKey") @WebParam(name = "businessKey") String businessKey,
            @QueryParam("starter") @WebParam(name = "starter") String starter,
            @QueryParam("state") @WebParam(name = "state") InstanceState state,
            @QueryParam("from") @WebParam(name = "from") String from,
            @QueryParam("to") @WebParam(name = "to") String to,
            @QueryParam("field") @WebParam(name = "field") List<String> field,
            @QueryParam("cursor") @WebParam(name = "cursor") String cursor,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("worklists/readable/count")
    @Operation(summary = "Counts the instances that the caller may read, because the model says so or because he handled them: up to 1,000, or exactly when asked to")
    @WebResult(name = "reply")
    Count countReadable(
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("category") @WebParam(name = "category") String category,
            @QueryParam("title") @WebParam(name = "title") String title,
            @QueryParam("businessKey") @WebParam(name = "businessKey") String businessKey,
            @QueryParam("starter") @WebParam(name = "starter") String starter,
            @QueryParam("state") @WebParam(name = "state") InstanceState state,
            @QueryParam("from") @WebParam(name = "from") String from,
            @QueryParam("to") @WebParam(name = "to") String to,
            @QueryParam("field") @WebParam(name = "field") List<String> field,
            @QueryParam("exact") @WebParam(name = "exact") Boolean exact) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/open")
    @Operation(summary = "Opens a work item: form, operations and what else is needed to handle it")
    @WebResult(name = "reply")
    OpenReply openWorkItem(@PathParam("workItemId") @WebParam(name = "workItemId") long workItemId) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/submit")
    @Operation(summary = "Submits: hands the work on along the modelled route; with async it is carried out by and by, and the answer (202) names a ticket")
    @WebResult(name = "reply")
    OperationReply submit(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") SubmitRequest request) throws WfFault;

    @GET
    @Path("tickets/{ticketId}")
    @Operation(summary = "Tells what has come of work that was handed in with async; to whoever handed it in, and administrators")
    @WebResult(name = "reply")
    TicketInfo getTicket(@PathParam("ticketId") @WebParam(name = "ticketId") long ticketId) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/countersignSubmit")
    @Operation(summary = "Votes in a signing round")
    @WebResult(name = "reply")
    OperationReply countersignSubmit(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") CountersignSubmitRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/return")
    @Operation(summary = "Returns the work to whoever sent it")
    @WebResult(name = "reply")
    OperationReply returnItem(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") ReturnRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/returnTo")
    @Operation(summary = "Returns the work to a node handled before")
    @WebResult(name = "reply")
    OperationReply returnTo(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") ReturnToRequest request) throws WfFault;

    @GET
    @Path("workitems/{workItemId}/returnTargets")
    @Operation(summary = "Lists where the work can be returned to")
    @WebResult(name = "reply")
    ReturnTargetList listReturnTargets(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/evaluateRoute")
    @Operation(summary = "Tells where the work would go if it were submitted so; nothing is done")
    @WebResult(name = "reply")
    RouteEvaluation evaluateRoute(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") SubmitRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/participantSelectMode")
    @Operation(summary = "Tells whom the caller may choose for a node if the work were submitted so; nothing is done")
    @WebResult(name = "reply")
    ParticipantSelection getParticipantSelectMode(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") ParticipantSelectRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/save")
    @Operation(summary = "Saves opinion and form as a draft")
    @WebResult(name = "reply")
    OperationReply save(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/takeBack")
    @Operation(summary = "Takes submitted work back, as long as nobody has opened what came of it")
    @WebResult(name = "reply")
    OperationReply takeBack(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/jump")
    @Operation(summary = "Sends the work to any node, whatever the conditions of the model say")
    @WebResult(name = "reply")
    OperationReply jump(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") JumpRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/freeSubmit")
    @Operation(summary = "Submits to a node and people of the handler's choice")
    @WebResult(name = "reply")
    OperationReply freeSubmit(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") FreeSubmitRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/claim")
    @Operation(summary = "Takes an offered item")
    @WebResult(name = "reply")
    OperationReply claim(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/unclaim")
    @Operation(summary = "Puts a claimed item back")
    @WebResult(name = "reply")
    OperationReply unclaim(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/transfer")
    @Operation(summary = "Gives the work to somebody else")
    @WebResult(name = "reply")
    OperationReply transfer(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") TransferRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/replaceHandler")
    @Operation(summary = "Puts somebody else in the place of the holder")
    @WebResult(name = "reply")
    OperationReply replaceHandler(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") ReplaceHandlerRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/assist")
    @Operation(summary = "Asks others for help")
    @WebResult(name = "reply")
    OperationReply assist(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") AssistRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/startSubProcess")
    @Operation(summary = "Starts an instance of another process, and waits for its end if asked to")
    @WebResult(name = "reply")
    OperationReply startSubProcess(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") StartSubProcessRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/assistSubmit")
    @Operation(summary = "Answers as an assistant")
    @WebResult(name = "reply")
    OperationReply assistSubmit(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/internalSubmit")
    @Operation(summary = "Hands the work on to a colleague at the same node")
    @WebResult(name = "reply")
    OperationReply internalSubmit(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") InternalSubmitRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/countersign")
    @Operation(summary = "Lets others vote before the work goes on")
    @WebResult(name = "reply")
    OperationReply countersign(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") CountersignRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/addSign")
    @Operation(summary = "Adds signers before, after or beside the holder")
    @WebResult(name = "reply")
    OperationReply addSign(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") AddSignRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/removeSign")
    @Operation(summary = "Removes an added signer, by his item")
    @WebResult(name = "reply")
    OperationReply removeSign(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/suspendItem")
    @Operation(summary = "Lays an item aside; its clock stands until it is resumed")
    @WebResult(name = "reply")
    OperationReply suspendItem(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") SuspendItemRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/resumeItem")
    @Operation(summary = "Takes up an item again that was laid aside")
    @WebResult(name = "reply")
    OperationReply resumeItem(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @POST
    @Path("workitems/{workItemId}/markRead")
    @Operation(summary = "Has read what was circulated")
    @WebResult(name = "reply")
    OperationReply markRead(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @WebParam(name = "request") OperationRequest request) throws WfFault;

    @GET
    @Path("worklists/urgeable")
    @Operation(summary = "Lists open work of others that the caller started or sent on and may urge, and from when")
    @WebResult(name = "reply")
    UrgeablePage listUrgeable(
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("cursor") @WebParam(name = "cursor") String cursor,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("worklists/urgeable/count")
    @Operation(summary = "Counts what the caller may urge")
    @WebResult(name = "reply")
    Count countUrgeable(@QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey) throws WfFault;

    @GET
    @Path("workitems/{workItemId}/messageTitle")
    @Operation(summary = "Tells the title of a message about an item")
    @WebResult(name = "reply")
    MessageTitle getMessageTitle(
            @PathParam("workItemId") @WebParam(name = "workItemId") long workItemId,
            @QueryParam("kind") @WebParam(name = "kind") MessageKind kind,
            @QueryParam("locale") @WebParam(name = "locale") String locale) throws WfFault;

    @GET
    @Path("workitems/{workItemId}/due")
    @Operation(summary = "Tells why an open item is due when it is, day by day where that is reckoned in working time")
    @WebResult(name = "reply")
    WorkTime explainDue(@PathParam("workItemId") @WebParam(name = "workItemId") long workItemId) throws WfFault;
}
