package wf.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import wf.access.Caller;
import wf.command.Accepting;
import wf.command.Attempts;
import wf.command.Circulation;
import wf.command.Command;
import wf.command.DueTimes;
import wf.command.Items;
import wf.command.Routing;
import wf.command.Selecting;
import wf.contract.AddSignRequest;
import wf.contract.AssistRequest;
import wf.contract.Count;
import wf.contract.CountersignRequest;
import wf.contract.CountersignSubmitRequest;
import wf.contract.FreeSubmitRequest;
import wf.contract.InstanceListKind;
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
import wf.job.Settling;
import wf.monitor.Watched;
import wf.query.InstanceListFilter;
import wf.query.InstanceLists;
import wf.query.MessageTitles;
import wf.query.Moments;
import wf.query.Urgeable;
import wf.query.WorkListFilter;
import wf.query.WorkLists;
import wf.refusal.Required;

/** The interface group 流程任务 Task (§5.1): work lists and what people do to work items. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Interceptors(Watched.class)
public class WorkItemService {

    @Inject
    private Settling settling;
    @Inject
    private Accepting accepting;
    @Inject
    private Items items;
    @Inject
    private WorkLists lists;
    @Inject
    private InstanceLists instances;
    @Inject
    private Urgeable urgeable;
    @Inject
    private MessageTitles titles;
    @Inject
    private DueTimes dueTimes;
    @Inject
    private Attempts attempts;
    @Inject
    private Circulation circulation;
    @Inject
    private Routing routing;
    @Inject
    private Selecting selecting;

    public OperationReply submit(Caller caller, long workItemId, SubmitRequest request) {
        return request.async && !request.preview ? attempts.of(caller.locale(), () -> accepting.accept(caller, workItemId, request))
                : perform(caller, "submit", workItemId, request);
    }

    /** §1.7: for whoever handed it in. */
    public TicketInfo getTicket(Caller caller, long ticketId) {
        return accepting.ticket(caller, ticketId);
    }

    public OperationReply countersignSubmit(Caller caller, long workItemId, CountersignSubmitRequest request) {
        return perform(caller, "countersignSubmit", workItemId, request);
    }

    /** The operation is called {@code return}, which no method can be called. */
    public OperationReply returnItem(Caller caller, long workItemId, ReturnRequest request) {
        return perform(caller, "return", workItemId, request);
    }

    public OperationReply returnTo(Caller caller, long workItemId, ReturnToRequest request) {
        return perform(caller, "returnTo", workItemId, request);
    }

    public OperationReply takeBack(Caller caller, long workItemId, OperationRequest request) {
        return perform(caller, "takeBack", workItemId, request);
    }

    public OperationReply jump(Caller caller, long workItemId, JumpRequest request) {
        return perform(caller, "jump", workItemId, request);
    }

    public OperationReply freeSubmit(Caller caller, long workItemId, FreeSubmitRequest request) {
        return perform(caller, "freeSubmit", workItemId, request);
    }

    public OperationReply claim(Caller caller, long workItemId, OperationRequest request) {
        return perform(caller, "claim", workItemId, request);
    }

    public OperationReply unclaim(Caller caller, long workItemId, OperationRequest request) {
        return perform(caller, "unclaim", workItemId, request);
    }

    public OperationReply suspendItem(Caller caller, long workItemId, SuspendItemRequest request) {
        return perform(caller, "suspendItem", workItemId, request);
    }

    public OperationReply resumeItem(Caller caller, long workItemId, OperationRequest request) {
        return perform(caller, "resumeItem", workItemId, request);
    }

    public OperationReply transfer(Caller caller, long workItemId, TransferRequest request) {
        return perform(caller, "transfer", workItemId, request);
    }

    public OperationReply replaceHandler(Caller caller, long workItemId, ReplaceHandlerRequest request) {
        return perform(caller, "replaceHandler", workItemId, request);
    }

    public OperationReply assist(Caller caller, long workItemId, AssistRequest request) {
        return perform(caller, "assist", workItemId, request);
    }

    public OperationReply startSubProcess(Caller caller, long workItemId, StartSubProcessRequest request) {
        return perform(caller, "startSubProcess", workItemId, request);
    }

    public OperationReply assistSubmit(Caller caller, long workItemId, OperationRequest request) {
        return perform(caller, "assistSubmit", workItemId, request);
    }

    public OperationReply internalSubmit(Caller caller, long workItemId, InternalSubmitRequest request) {
        return perform(caller, "internalSubmit", workItemId, request);
    }

    public OperationReply countersign(Caller caller, long workItemId, CountersignRequest request) {
        return perform(caller, "countersign", workItemId, request);
    }

    public OperationReply addSign(Caller caller, long workItemId, AddSignRequest request) {
        return perform(caller, "addSign", workItemId, request);
    }

    public OperationReply removeSign(Caller caller, long workItemId, OperationRequest request) {
        return perform(caller, "removeSign", workItemId, request);
    }

    public OperationReply markRead(Caller caller, long workItemId, OperationRequest request) {
        return attempts.of(caller.locale(), () -> circulation.markRead(caller, workItemId, request));
    }

    private OperationReply perform(Caller caller, String operation, long workItemId, OperationRequest request) {
        return settling.perform(caller, Command.onItem(operation, workItemId, request));
    }

    public OpenReply openWorkItem(Caller caller, long workItemId) {
        return attempts.of(caller.locale(), () -> items.open(caller, workItemId));
    }

    public OperationReply save(Caller caller, long workItemId, OperationRequest request) {
        return attempts.of(caller.locale(), () -> items.save(caller, workItemId, request));
    }

    public RouteEvaluation evaluateRoute(Caller caller, long workItemId, SubmitRequest request) {
        return attempts.of(caller.locale(), () -> routing.evaluate(caller, workItemId, request));
    }

    /** U4. */
    public ParticipantSelection getParticipantSelectMode(Caller caller, long workItemId, ParticipantSelectRequest request) {
        return attempts.of(caller.locale(), () -> selecting.select(caller, workItemId, request));
    }

    public ReturnTargetList listReturnTargets(Caller caller, long workItemId) {
        return attempts.of(caller.locale(), () -> items.returnTargets(caller, workItemId));
    }

    public WorkItemPage listWorkItems(Caller caller, @Required WorkListKind kind, String definitionKey, String category, String nodeId, String title,
            String businessKey, String starter, WorkItemState state, String from, String to, Boolean overdue, List<String> field,
            WorkListSort sort, String cursor, Integer limit) {
        return lists.page(caller, kind, new WorkListFilter(definitionKey, category, nodeId, title, businessKey, starter, state,
                Moments.read("from", from, caller.locale()), Moments.read("to", to, caller.locale()), overdue, field, sort), cursor, limit);
    }

    public Count countWorkItems(Caller caller, @Required WorkListKind kind, String definitionKey, String category, String nodeId, String title,
            String businessKey, String starter, WorkItemState state, String from, String to, Boolean overdue, List<String> field,
            Boolean exact) {
        return lists.count(caller, kind, new WorkListFilter(definitionKey, category, nodeId, title, businessKey, starter, state,
                Moments.read("from", from, caller.locale()), Moments.read("to", to, caller.locale()), overdue, field, null),
                Boolean.TRUE.equals(exact));
    }

    /** Why it is due when it is. */
    public WorkTime explainDue(Caller caller, long workItemId) {
        return dueTimes.of(caller, workItemId);
    }

    /** U25. */
    public MessageTitle getMessageTitle(Caller caller, long workItemId, MessageKind kind, String locale) {
        return titles.title(caller, workItemId, kind, locale);
    }

    public UrgeablePage listUrgeable(Caller caller, String definitionKey, String cursor, Integer limit) {
        return urgeable.page(caller, definitionKey, cursor, limit);
    }

    public Count countUrgeable(Caller caller, String definitionKey) {
        return urgeable.count(caller, definitionKey);
    }

    public InstancePage listStarted(Caller caller, String definitionKey, String category, String title,
            String businessKey, String starter, InstanceState state, String from, String to, List<String> field, String cursor, Integer limit) {
        return instances.page(caller, InstanceListKind.STARTED, filter(caller, definitionKey, category, title, businessKey, starter, state, from, to, field), cursor, limit);
    }

    public Count countStarted(Caller caller, String definitionKey, String category, String title,
            String businessKey, String starter, InstanceState state, String from, String to, List<String> field, Boolean exact) {
        return instances.count(caller, InstanceListKind.STARTED, filter(caller, definitionKey, category, title, businessKey, starter, state, from, to, field),
                Boolean.TRUE.equals(exact));
    }

    public InstancePage listDrafts(Caller caller, String definitionKey, String category, String title,
            String businessKey, String starter, InstanceState state, String from, String to, List<String> field, String cursor, Integer limit) {
        return instances.page(caller, InstanceListKind.DRAFTS, filter(caller, definitionKey, category, title, businessKey, starter, state, from, to, field), cursor, limit);
    }

    public Count countDrafts(Caller caller, String definitionKey, String category, String title,
            String businessKey, String starter, InstanceState state, String from, String to, List<String> field, Boolean exact) {
        return instances.count(caller, InstanceListKind.DRAFTS, filter(caller, definitionKey, category, title, businessKey, starter, state, from, to, field),
                Boolean.TRUE.equals(exact));
    }

    public InstancePage listReadable(Caller caller, String definitionKey, String category, String title,
            String businessKey, String starter, InstanceState state, String from, String to, List<String> field, String cursor, Integer limit) {
        return instances.page(caller, InstanceListKind.READABLE, filter(caller, definitionKey, category, title, businessKey, starter, state, from, to, field), cursor, limit);
    }

    public Count countReadable(Caller caller, String definitionKey, String category, String title,
            String businessKey, String starter, InstanceState state, String from, String to, List<String> field, Boolean exact) {
        return instances.count(caller, InstanceListKind.READABLE, filter(caller, definitionKey, category, title, businessKey, starter, state, from, to, field),
                Boolean.TRUE.equals(exact));
    }

    private static InstanceListFilter filter(Caller caller, String definitionKey, String category, String title, String businessKey, String starter,
            InstanceState state, String from, String to, List<String> field) {
        return new InstanceListFilter(definitionKey, category, title, businessKey, starter, state, Moments.read("from", from, caller.locale()),
                Moments.read("to", to, caller.locale()), field);
    }
}
