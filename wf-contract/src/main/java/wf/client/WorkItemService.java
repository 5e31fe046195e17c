package wf.client;

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

/** Lists work and performs what people do with it. A group of operations (§5.1); {@link CallContext} says how to call. */
public interface WorkItemService {

    /** Lists the caller's work: todo, claimable, done, toread, read, passed or overdue. */
    WorkItemPage listWorkItems(CallContext context, WorkListKind kind, String definitionKey, String category, String nodeId, String title,
            String businessKey, String starter, WorkItemState state, String from, String to, Boolean overdue, List<String> field, WorkListSort sort,
            String cursor, Integer limit) throws WfException;

    /** Counts what listWorkItems would list: up to 1,000, or exactly when asked to. */
    Count countWorkItems(CallContext context, WorkListKind kind, String definitionKey, String category, String nodeId, String title,
            String businessKey, String starter, WorkItemState state, String from, String to, Boolean overdue, List<String> field, Boolean exact) throws WfException;

    /** Lists the instances that the caller started. */
    InstancePage listStarted(CallContext context, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field, String cursor, Integer limit) throws WfException;

    /** Counts the instances that the caller started: up to 1,000, or exactly when asked to. */
    Count countStarted(CallContext context, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field, Boolean exact) throws WfException;

    /** Lists the instances that the caller keeps as drafts. */
    InstancePage listDrafts(CallContext context, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field, String cursor, Integer limit) throws WfException;

    /** Counts the instances that the caller keeps as drafts: up to 1,000, or exactly when asked to. */
    Count countDrafts(CallContext context, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field, Boolean exact) throws WfException;

    /** Lists the instances that the caller may read, because the model says so or because he handled them. */
    InstancePage listReadable(CallContext context, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field, String cursor, Integer limit) throws WfException;

    /** Counts the instances that the caller may read, because the model says so or because he handled them: up to 1,000, or exactly when asked to. */
    Count countReadable(CallContext context, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field, Boolean exact) throws WfException;

    /** Opens a work item: form, operations and what else is needed to handle it. */
    OpenReply openWorkItem(CallContext context, long workItemId) throws WfException;

    /** Submits: hands the work on along the modelled route; with async it is carried out by and by, and the answer (202) names a ticket. */
    OperationReply submit(CallContext context, long workItemId, SubmitRequest request) throws WfException;

    /** Tells what has come of work that was handed in with async; to whoever handed it in, and administrators. */
    TicketInfo getTicket(CallContext context, long ticketId) throws WfException;

    /** Votes in a signing round. */
    OperationReply countersignSubmit(CallContext context, long workItemId, CountersignSubmitRequest request) throws WfException;

    /** Returns the work to whoever sent it. */
    OperationReply returnItem(CallContext context, long workItemId, ReturnRequest request) throws WfException;

    /** Returns the work to a node handled before. */
    OperationReply returnTo(CallContext context, long workItemId, ReturnToRequest request) throws WfException;

    /** Lists where the work can be returned to. */
    ReturnTargetList listReturnTargets(CallContext context, long workItemId) throws WfException;

    /** Tells where the work would go if it were submitted so; nothing is done. */
    RouteEvaluation evaluateRoute(CallContext context, long workItemId, SubmitRequest request) throws WfException;

    /** Tells whom the caller may choose for a node if the work were submitted so; nothing is done. */
    ParticipantSelection getParticipantSelectMode(CallContext context, long workItemId, ParticipantSelectRequest request) throws WfException;

    /** Saves opinion and form as a draft. */
    OperationReply save(CallContext context, long workItemId, OperationRequest request) throws WfException;

    /** Takes submitted work back, as long as nobody has opened what came of it. */
    OperationReply takeBack(CallContext context, long workItemId, OperationRequest request) throws WfException;

    /** Sends the work to any node, whatever the conditions of the model say. */
    OperationReply jump(CallContext context, long workItemId, JumpRequest request) throws WfException;

    /** Submits to a node and people of the handler's choice. */
    OperationReply freeSubmit(CallContext context, long workItemId, FreeSubmitRequest request) throws WfException;

    /** Takes an offered item. */
    OperationReply claim(CallContext context, long workItemId, OperationRequest request) throws WfException;

    /** Puts a claimed item back. */
    OperationReply unclaim(CallContext context, long workItemId, OperationRequest request) throws WfException;

    /** Gives the work to somebody else. */
    OperationReply transfer(CallContext context, long workItemId, TransferRequest request) throws WfException;

    /** Puts somebody else in the place of the holder. */
    OperationReply replaceHandler(CallContext context, long workItemId, ReplaceHandlerRequest request) throws WfException;

    /** Asks others for help. */
    OperationReply assist(CallContext context, long workItemId, AssistRequest request) throws WfException;

    /** Starts an instance of another process, and waits for its end if asked to. */
    OperationReply startSubProcess(CallContext context, long workItemId, StartSubProcessRequest request) throws WfException;

    /** Answers as an assistant. */
    OperationReply assistSubmit(CallContext context, long workItemId, OperationRequest request) throws WfException;

    /** Hands the work on to a colleague at the same node. */
    OperationReply internalSubmit(CallContext context, long workItemId, InternalSubmitRequest request) throws WfException;

    /** Lets others vote before the work goes on. */
    OperationReply countersign(CallContext context, long workItemId, CountersignRequest request) throws WfException;

    /** Adds signers before, after or beside the holder. */
    OperationReply addSign(CallContext context, long workItemId, AddSignRequest request) throws WfException;

    /** Removes an added signer, by his item. */
    OperationReply removeSign(CallContext context, long workItemId, OperationRequest request) throws WfException;

    /** Lays an item aside; its clock stands until it is resumed. */
    OperationReply suspendItem(CallContext context, long workItemId, SuspendItemRequest request) throws WfException;

    /** Takes up an item again that was laid aside. */
    OperationReply resumeItem(CallContext context, long workItemId, OperationRequest request) throws WfException;

    /** Has read what was circulated. */
    OperationReply markRead(CallContext context, long workItemId, OperationRequest request) throws WfException;

    /** Lists open work of others that the caller started or sent on and may urge, and from when. */
    UrgeablePage listUrgeable(CallContext context, String definitionKey, String cursor, Integer limit) throws WfException;

    /** Counts what the caller may urge. */
    Count countUrgeable(CallContext context, String definitionKey) throws WfException;

    /** Tells the title of a message about an item. */
    MessageTitle getMessageTitle(CallContext context, long workItemId, MessageKind kind, String locale) throws WfException;

    /** Tells why an open item is due when it is, day by day where that is reckoned in working time. */
    WorkTime explainDue(CallContext context, long workItemId) throws WfException;
}
