package wf.remote;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import wf.client.CallContext;
import wf.client.WfException;
import wf.client.WorkItemService;
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

/** The group WorkItem for callers over EJB; {@link RemoteFace} does what is to be done. */
@Stateless(name = "WorkItemFace")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class WorkItemFace implements WorkItemService {
    private WorkItemService face;

    @Inject
    void bind(RemoteFace remote) {
        face = remote.of(WorkItemService.class);
    }

    @Override
    public WorkItemPage listWorkItems(CallContext context, WorkListKind kind, String definitionKey, String category, String nodeId, String title,
            String businessKey, String starter, WorkItemState state, String from, String to, Boolean overdue, List<String> field, WorkListSort sort,
            String cursor, Integer limit) throws WfException {
        return face.listWorkItems(context, kind, definitionKey, category, nodeId, title, businessKey, starter, state, from, to, overdue,
                field, sort, cursor, limit);
    }

    @Override
    public Count countWorkItems(CallContext context, WorkListKind kind, String definitionKey, String category, String nodeId, String title,
            String businessKey, String starter, WorkItemState state, String from, String to, Boolean overdue, List<String> field, Boolean exact) throws WfException {
        return face.countWorkItems(context, kind, definitionKey, category, nodeId, title, businessKey, starter, state, from, to, overdue,
                field, exact);
    }

    @Override
    public InstancePage listStarted(CallContext context, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field, String cursor, Integer limit) throws WfException {
        return face.listStarted(context, definitionKey, category, title, businessKey, starter, state, from, to, field, cursor, limit);
    }

    @Override
    public Count countStarted(CallContext context, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field, Boolean exact) throws WfException {
        return face.countStarted(context, definitionKey, category, title, businessKey, starter, state, from, to, field, exact);
    }

    @Override
    public InstancePage listDrafts(CallContext context, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field, String cursor, Integer limit) throws WfException {
        return face.listDrafts(context, definitionKey, category, title, businessKey, starter, state, from, to, field, cursor, limit);
    }

    @Override
    public Count countDrafts(CallContext context, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field, Boolean exact) throws WfException {
        return face.countDrafts(context, definitionKey, category, title, businessKey, starter, state, from, to, field, exact);
    }

    @Override
    public InstancePage listReadable(CallContext context, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field, String cursor, Integer limit) throws WfException {
        return face.listReadable(context, definitionKey, category, title, businessKey, starter, state, from, to, field, cursor, limit);
    }

    @Override
    public Count countReadable(CallContext context, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field, Boolean exact) throws WfException {
        return face.countReadable(context, definitionKey, category, title, businessKey, starter, state, from, to, field, exact);
    }

    @Override
    public OpenReply openWorkItem(CallContext context, long workItemId) throws WfException {
        return face.openWorkItem(context, workItemId);
    }

    @Override
    public OperationReply submit(CallContext context, long workItemId, SubmitRequest request) throws WfException {
        return face.submit(context, workItemId, request);
    }

    @Override
    public TicketInfo getTicket(CallContext context, long ticketId) throws WfException {
        return face.getTicket(context, ticketId);
    }

    @Override
    public OperationReply countersignSubmit(CallContext context, long workItemId, CountersignSubmitRequest request) throws WfException {
        return face.countersignSubmit(context, workItemId, request);
    }

    @Override
    public OperationReply returnItem(CallContext context, long workItemId, ReturnRequest request) throws WfException {
        return face.returnItem(context, workItemId, request);
    }

    @Override
    public OperationReply returnTo(CallContext context, long workItemId, ReturnToRequest request) throws WfException {
        return face.returnTo(context, workItemId, request);
    }

    @Override
    public ReturnTargetList listReturnTargets(CallContext context, long workItemId) throws WfException {
        return face.listReturnTargets(context, workItemId);
    }

    @Override
    public RouteEvaluation evaluateRoute(CallContext context, long workItemId, SubmitRequest request) throws WfException {
        return face.evaluateRoute(context, workItemId, request);
    }

    @Override
    public ParticipantSelection getParticipantSelectMode(CallContext context, long workItemId, ParticipantSelectRequest request) throws WfException {
        return face.getParticipantSelectMode(context, workItemId, request);
    }

    @Override
    public OperationReply save(CallContext context, long workItemId, OperationRequest request) throws WfException {
        return face.save(context, workItemId, request);
    }

    @Override
    public OperationReply takeBack(CallContext context, long workItemId, OperationRequest request) throws WfException {
        return face.takeBack(context, workItemId, request);
    }

    @Override
    public OperationReply jump(CallContext context, long workItemId, JumpRequest request) throws WfException {
        return face.jump(context, workItemId, request);
    }

    @Override
    public OperationReply freeSubmit(CallContext context, long workItemId, FreeSubmitRequest request) throws WfException {
        return face.freeSubmit(context, workItemId, request);
    }

    @Override
    public OperationReply claim(CallContext context, long workItemId, OperationRequest request) throws WfException {
        return face.claim(context, workItemId, request);
    }

    @Override
    public OperationReply unclaim(CallContext context, long workItemId, OperationRequest request) throws WfException {
        return face.unclaim(context, workItemId, request);
    }

    @Override
    public OperationReply transfer(CallContext context, long workItemId, TransferRequest request) throws WfException {
        return face.transfer(context, workItemId, request);
    }

    @Override
    public OperationReply replaceHandler(CallContext context, long workItemId, ReplaceHandlerRequest request) throws WfException {
        return face.replaceHandler(context, workItemId, request);
    }

    @Override
    public OperationReply assist(CallContext context, long workItemId, AssistRequest request) throws WfException {
        return face.assist(context, workItemId, request);
    }

    @Override
    public OperationReply startSubProcess(CallContext context, long workItemId, StartSubProcessRequest request) throws WfException {
        return face.startSubProcess(context, workItemId, request);
    }

    @Override
    public OperationReply assistSubmit(CallContext context, long workItemId, OperationRequest request) throws WfException {
        return face.assistSubmit(context, workItemId, request);
    }

    @Override
    public OperationReply internalSubmit(CallContext context, long workItemId, InternalSubmitRequest request) throws WfException {
        return face.internalSubmit(context, workItemId, request);
    }

    @Override
    public OperationReply countersign(CallContext context, long workItemId, CountersignRequest request) throws WfException {
        return face.countersign(context, workItemId, request);
    }

    @Override
    public OperationReply addSign(CallContext context, long workItemId, AddSignRequest request) throws WfException {
        return face.addSign(context, workItemId, request);
    }

    @Override
    public OperationReply removeSign(CallContext context, long workItemId, OperationRequest request) throws WfException {
        return face.removeSign(context, workItemId, request);
    }

    @Override
    public OperationReply suspendItem(CallContext context, long workItemId, SuspendItemRequest request) throws WfException {
        return face.suspendItem(context, workItemId, request);
    }

    @Override
    public OperationReply resumeItem(CallContext context, long workItemId, OperationRequest request) throws WfException {
        return face.resumeItem(context, workItemId, request);
    }

    @Override
    public OperationReply markRead(CallContext context, long workItemId, OperationRequest request) throws WfException {
        return face.markRead(context, workItemId, request);
    }

    @Override
    public UrgeablePage listUrgeable(CallContext context, String definitionKey, String cursor, Integer limit) throws WfException {
        return face.listUrgeable(context, definitionKey, cursor, limit);
    }

    @Override
    public Count countUrgeable(CallContext context, String definitionKey) throws WfException {
        return face.countUrgeable(context, definitionKey);
    }

    @Override
    public MessageTitle getMessageTitle(CallContext context, long workItemId, MessageKind kind, String locale) throws WfException {
        return face.getMessageTitle(context, workItemId, kind, locale);
    }

    @Override
    public WorkTime explainDue(CallContext context, long workItemId) throws WfException {
        return face.explainDue(context, workItemId);
    }
}
