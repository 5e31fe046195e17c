package wf.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import wf.access.Authority;
import wf.access.Caller;
import wf.command.Attachments;
import wf.command.Attempts;
import wf.command.Circulation;
import wf.command.Command;
import wf.command.Erasing;
import wf.command.InstanceXml;
import wf.command.Reading;
import wf.command.Unarchiving;
import wf.command.Urging;
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
import wf.contract.RunScriptRequest;
import wf.contract.SignalReply;
import wf.contract.SignalRequest;
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
import wf.job.JobOrders;
import wf.job.Sending;
import wf.job.Settling;
import wf.monitor.Watched;
import wf.query.HistoryReader;
import wf.query.Incidents;
import wf.query.InstanceFilter;
import wf.query.InstanceAccesses;
import wf.query.Instances;
import wf.query.Jobs;
import wf.query.OverdueNodes;
import wf.query.SnapshotReader;
import wf.refusal.Required;
import wf.report.ProcessInfos;
import wf.runtime.Directories;
import wf.runtime.Right;

/** The interface group 流程应用 Application (§5.1): instances as a whole, their history, incidents and attachments. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Interceptors(Watched.class)
public class InstanceService {

    @Inject
    private Settling settling;
    @Inject
    private Sending sending;
    @Inject
    private JobOrders jobOrders;
    @Inject
    private Jobs jobs;
    @Inject
    private Reading reading;
    @Inject
    private Attachments attachments;
    @Inject
    private Instances instances;
    @Inject
    private OverdueNodes overdueNodes;
    @Inject
    private Incidents incidents;
    @Inject
    private HistoryReader history;
    @Inject
    private InstanceAccesses accesses;
    @Inject
    private SnapshotReader snapshots;
    @Inject
    private ProcessInfos processInfos;
    @Inject
    private Unarchiving unarchiving;
    @Inject
    private Erasing erasing;
    @Inject
    private Directories directories;
    @Inject
    private InstanceXml instanceXml;
    @Inject
    private Attempts attempts;
    @Inject
    private Circulation circulation;
    @Inject
    private Urging urging;

    public OperationReply start(Caller caller, StartRequest request) {
        return perform(caller, Command.create("start", request));
    }

    public OperationReply addInstance(Caller caller, long instanceId, AddInstanceRequest request) {
        return perform(caller, Command.onInstance("addInstance", instanceId, request));
    }

    public OperationReply runScript(Caller caller, long instanceId, RunScriptRequest request) {
        return perform(caller, Command.onInstance("runScript", instanceId, request));
    }

    public OperationReply suspendInstance(Caller caller, long instanceId, SuspendInstanceRequest request) {
        return perform(caller, Command.onInstance("suspendInstance", instanceId, request));
    }

    public OperationReply resumeInstance(Caller caller, long instanceId, OperationRequest request) {
        return perform(caller, Command.onInstance("resumeInstance", instanceId, request));
    }

    public OperationReply withdraw(Caller caller, long instanceId, WithdrawRequest request) {
        return perform(caller, Command.onInstance("withdraw", instanceId, request));
    }

    public OperationReply endInstance(Caller caller, long instanceId, EndInstanceRequest request) {
        return perform(caller, Command.onInstance("endInstance", instanceId, request));
    }

    public OperationReply deleteInstance(Caller caller, long instanceId, DeleteInstanceRequest request) {
        return perform(caller, Command.onInstance("deleteInstance", instanceId, request));
    }

    public OperationReply restoreInstance(Caller caller, long instanceId, RestoreInstanceRequest request) {
        return perform(caller, Command.onInstance("restoreInstance", instanceId, request));
    }

    public OperationReply activate(Caller caller, long instanceId, ActivateRequest request) {
        return perform(caller, Command.onInstance("activate", instanceId, request));
    }

    public OperationReply updateInstanceXml(Caller caller, long instanceId, UpdateInstanceXmlRequest request) {
        return attempts.of(caller.locale(), () -> instanceXml.update(caller, instanceId, request));
    }

    public OperationReply supplement(Caller caller, long instanceId, SupplementRequest request) {
        return perform(caller, Command.onInstance("supplement", instanceId, request));
    }

    public OperationReply circulate(Caller caller, long instanceId, CirculateRequest request) {
        return attempts.of(caller.locale(), () -> circulation.circulate(caller, instanceId, request));
    }

    public OperationReply urge(Caller caller, long instanceId, UrgeRequest request) {
        return attempts.of(caller.locale(), () -> urging.urge(caller, instanceId, request));
    }

    public OperationReply supplementBranch(Caller caller, long instanceId, SupplementBranchRequest request) {
        return perform(caller, Command.onInstance("supplementBranch", instanceId, request));
    }

    public OperationReply moveToken(Caller caller, long instanceId, JumpRequest request) {
        return perform(caller, Command.onInstance("moveToken", instanceId, request));
    }

    public OperationReply terminate(Caller caller, long instanceId, TerminateRequest request) {
        return perform(caller, Command.onInstance("terminate", instanceId, request));
    }

    /** For administrators: an instance comes back from the archive. */
    public OperationReply unarchive(Caller caller, long instanceId, OperationRequest request) {
        return attempts.of(caller.locale(), () -> unarchiving.restore(caller, instanceId, request));
    }

    /** For administrators: the encrypted values of an instance that has ended are lost for good. */
    public OperationReply eraseEncrypted(Caller caller, long instanceId, OperationRequest request) {
        return attempts.of(caller.locale(), () -> erasing.erase(caller, instanceId, request));
    }

    public OperationReply retryIncident(Caller caller, long incidentId, OperationRequest request) {
        return perform(caller, Command.onIncident("retryIncident", incidentId, request));
    }

    public OperationReply skipIncident(Caller caller, long incidentId, OperationRequest request) {
        return perform(caller, Command.onIncident("skipIncident", incidentId, request));
    }

    private OperationReply perform(Caller caller, Command command) {
        return settling.perform(caller, command);
    }

    public InstancePage findInstances(Caller caller, String definitionKey, String businessKey, String title,
            InstanceState state, String starter, String cursor, Integer limit) {
        return instances.page(caller, new InstanceFilter(definitionKey, businessKey, title, state, starter), cursor, limit);
    }

    public Count countInstances(Caller caller, String definitionKey, String businessKey, String title,
            InstanceState state, String starter) {
        return instances.count(caller, new InstanceFilter(definitionKey, businessKey, title, state, starter));
    }

    public InstanceInfo getInstance(Caller caller, long instanceId) {
        return reading.info(caller, instanceId);
    }

    public OpenReply openInstance(Caller caller, long instanceId) {
        return reading.open(caller, instanceId);
    }

    public History getHistory(Caller caller, long instanceId) {
        Reading.Readable on = reading.journal(caller, instanceId);
        return accesses.tell(caller, on.image(), history.read(caller, on.image(), on.definition(), on.directory(), on.sight()));
    }

    public Verification verifyJournal(Caller caller, long instanceId) {
        return snapshots.verify(caller, instanceId);
    }

    /** I8. */
    public MaxVersion getMaxVersion(Caller caller, long instanceId) {
        return snapshots.maxVersion(caller, instanceId);
    }

    public SnapshotPage listSnapshots(Caller caller, long instanceId, Long after, Integer limit) {
        return snapshots.page(caller, instanceId, after, limit);
    }

    public Snapshot getSnapshot(Caller caller, long instanceId, long number) {
        return snapshots.get(caller, instanceId, number);
    }

    public Differences compareSnapshots(Caller caller, long instanceId, Long from, Long to) {
        return snapshots.differences(caller, instanceId, from, to);
    }

    /** Y1. */
    public ProcessInfo formatProcessInfo(Caller caller, long instanceId, ProcessInfoFormat format, String columns, String locale) {
        return processInfos.format(caller, instanceId, format, columns, locale);
    }

    public Permission checkCreate(Caller caller, @Required String definitionKey) {
        return reading.checkCreate(caller, definitionKey);
    }

    public Permission checkOpen(Caller caller, long instanceId) {
        return reading.checkOpen(caller, instanceId);
    }

    /** I14: for administrators. */
    public IncidentPage listIncidents(Caller caller, String definitionKey, String cursor, Integer limit) {
        Authority.of(directories, caller).must(Right.INSTANCE_MANAGE);
        return incidents.page(caller, definitionKey, cursor, limit);
    }

    /** Y10: for administrators. */
    public OverdueNodePage findOverdueNodes(Caller caller, String definitionKey, Long instanceId, String asOf, OverdueLevel level, String cursor, Integer limit) {
        Authority.of(directories, caller).must(Right.INSTANCE_MANAGE);
        return overdueNodes.page(caller, new OverdueNodes.Within(definitionKey, instanceId), asOf, level, cursor, limit);
    }

    // ---- what goes on without the hands of people ----

    /** For administrators, and the programs that sign on as one. */
    public MessageReply sendMessage(Caller caller, MessageRequest request) {
        return sending.message(caller, request);
    }

    /** For administrators, and the programs that sign on as one. */
    public SignalReply sendSignal(Caller caller, SignalRequest request) {
        return sending.signal(caller, request);
    }

    public SubscriptionList listSubscriptions(Caller caller, long instanceId) {
        return reading.subscriptions(caller, instanceId);
    }

    /** Y7: for administrators. */
    public JobPage listJobs(Caller caller, JobState state, String kind, Long definitionId, Long instanceId, String dueFrom, String dueTo, String cursor,
            Integer limit) {
        Authority.of(directories, caller).must(Right.JOB_CONTROL);
        return jobs.page(caller, new Jobs.Which(state, kind, definitionId, instanceId, dueFrom, dueTo), cursor, limit);
    }

    /** Y7: for administrators. */
    public JobReply retryJob(Caller caller, long jobId, JobRequest request) {
        return jobOrders.retry(caller, jobId, request);
    }

    /** Y7: for administrators. */
    public JobReply runJob(Caller caller, long jobId, JobRequest request) {
        return jobOrders.run(caller, jobId, request);
    }

    /** Y7: for administrators. */
    public JobReply pauseJob(Caller caller, long jobId, JobRequest request) {
        return jobOrders.pause(caller, jobId, request);
    }

    /** Y7: for administrators. */
    public JobReply resumeJob(Caller caller, long jobId, JobRequest request) {
        return jobOrders.resume(caller, jobId, request);
    }

    /** Y7: for administrators. */
    public JobReply rescheduleJob(Caller caller, long jobId, RescheduleJobRequest request) {
        return jobOrders.reschedule(caller, jobId, request);
    }

    public AttachmentInfo attach(Caller caller, long instanceId, AttachRequest request) {
        return attempts.of(caller.locale(), () -> attachments.attach(caller, instanceId, request));
    }

    public AttachmentList listAttachments(Caller caller, long instanceId) {
        return attachments.list(caller, instanceId);
    }

    public Attachment getAttachment(Caller caller, long attachmentId) {
        return attachments.get(caller, attachmentId);
    }

    public AttachmentInfo removeAttachment(Caller caller, long attachmentId, String opId) {
        return attempts.of(caller.locale(), () -> attachments.remove(caller, attachmentId, opId));
    }
}
