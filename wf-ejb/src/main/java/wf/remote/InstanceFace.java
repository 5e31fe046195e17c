package wf.remote;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import wf.client.CallContext;
import wf.client.InstanceService;
import wf.client.WfException;
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

/** The group Instance for callers over EJB; {@link RemoteFace} does what is to be done. */
@Stateless(name = "InstanceFace")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class InstanceFace implements InstanceService {
    private InstanceService face;

    @Inject
    void bind(RemoteFace remote) {
        face = remote.of(InstanceService.class);
    }

    @Override
    public OperationReply start(CallContext context, StartRequest request) throws WfException {
        return face.start(context, request);
    }

    @Override
    public InstancePage findInstances(CallContext context, String definitionKey, String businessKey, String title, InstanceState state,
            String starter, String cursor, Integer limit) throws WfException {
        return face.findInstances(context, definitionKey, businessKey, title, state, starter, cursor, limit);
    }

    @Override
    public Count countInstances(CallContext context, String definitionKey, String businessKey, String title, InstanceState state, String starter) throws WfException {
        return face.countInstances(context, definitionKey, businessKey, title, state, starter);
    }

    @Override
    public InstanceInfo getInstance(CallContext context, long instanceId) throws WfException {
        return face.getInstance(context, instanceId);
    }

    @Override
    public OpenReply openInstance(CallContext context, long instanceId) throws WfException {
        return face.openInstance(context, instanceId);
    }

    @Override
    public History getHistory(CallContext context, long instanceId) throws WfException {
        return face.getHistory(context, instanceId);
    }

    @Override
    public Verification verifyJournal(CallContext context, long instanceId) throws WfException {
        return face.verifyJournal(context, instanceId);
    }

    @Override
    public MaxVersion getMaxVersion(CallContext context, long instanceId) throws WfException {
        return face.getMaxVersion(context, instanceId);
    }

    @Override
    public SnapshotPage listSnapshots(CallContext context, long instanceId, Long after, Integer limit) throws WfException {
        return face.listSnapshots(context, instanceId, after, limit);
    }

    @Override
    public Snapshot getSnapshot(CallContext context, long instanceId, long number) throws WfException {
        return face.getSnapshot(context, instanceId, number);
    }

    @Override
    public Differences compareSnapshots(CallContext context, long instanceId, Long from, Long to) throws WfException {
        return face.compareSnapshots(context, instanceId, from, to);
    }

    @Override
    public ProcessInfo formatProcessInfo(CallContext context, long instanceId, ProcessInfoFormat format, String columns, String locale) throws WfException {
        return face.formatProcessInfo(context, instanceId, format, columns, locale);
    }

    @Override
    public Permission checkCreate(CallContext context, String definitionKey) throws WfException {
        return face.checkCreate(context, definitionKey);
    }

    @Override
    public Permission checkOpen(CallContext context, long instanceId) throws WfException {
        return face.checkOpen(context, instanceId);
    }

    @Override
    public OperationReply supplement(CallContext context, long instanceId, SupplementRequest request) throws WfException {
        return face.supplement(context, instanceId, request);
    }

    @Override
    public OperationReply circulate(CallContext context, long instanceId, CirculateRequest request) throws WfException {
        return face.circulate(context, instanceId, request);
    }

    @Override
    public OperationReply urge(CallContext context, long instanceId, UrgeRequest request) throws WfException {
        return face.urge(context, instanceId, request);
    }

    @Override
    public OperationReply addInstance(CallContext context, long instanceId, AddInstanceRequest request) throws WfException {
        return face.addInstance(context, instanceId, request);
    }

    @Override
    public OperationReply runScript(CallContext context, long instanceId, RunScriptRequest request) throws WfException {
        return face.runScript(context, instanceId, request);
    }

    @Override
    public OperationReply suspendInstance(CallContext context, long instanceId, SuspendInstanceRequest request) throws WfException {
        return face.suspendInstance(context, instanceId, request);
    }

    @Override
    public OperationReply resumeInstance(CallContext context, long instanceId, OperationRequest request) throws WfException {
        return face.resumeInstance(context, instanceId, request);
    }

    @Override
    public OperationReply withdraw(CallContext context, long instanceId, WithdrawRequest request) throws WfException {
        return face.withdraw(context, instanceId, request);
    }

    @Override
    public OperationReply endInstance(CallContext context, long instanceId, EndInstanceRequest request) throws WfException {
        return face.endInstance(context, instanceId, request);
    }

    @Override
    public OperationReply deleteInstance(CallContext context, long instanceId, DeleteInstanceRequest request) throws WfException {
        return face.deleteInstance(context, instanceId, request);
    }

    @Override
    public OperationReply restoreInstance(CallContext context, long instanceId, RestoreInstanceRequest request) throws WfException {
        return face.restoreInstance(context, instanceId, request);
    }

    @Override
    public OperationReply activate(CallContext context, long instanceId, ActivateRequest request) throws WfException {
        return face.activate(context, instanceId, request);
    }

    @Override
    public OperationReply updateInstanceXml(CallContext context, long instanceId, UpdateInstanceXmlRequest request) throws WfException {
        return face.updateInstanceXml(context, instanceId, request);
    }

    @Override
    public OperationReply supplementBranch(CallContext context, long instanceId, SupplementBranchRequest request) throws WfException {
        return face.supplementBranch(context, instanceId, request);
    }

    @Override
    public OperationReply moveToken(CallContext context, long instanceId, JumpRequest request) throws WfException {
        return face.moveToken(context, instanceId, request);
    }

    @Override
    public OperationReply terminate(CallContext context, long instanceId, TerminateRequest request) throws WfException {
        return face.terminate(context, instanceId, request);
    }

    @Override
    public OperationReply unarchive(CallContext context, long instanceId, OperationRequest request) throws WfException {
        return face.unarchive(context, instanceId, request);
    }

    @Override
    public OperationReply eraseEncrypted(CallContext context, long instanceId, OperationRequest request) throws WfException {
        return face.eraseEncrypted(context, instanceId, request);
    }

    @Override
    public IncidentPage listIncidents(CallContext context, String definitionKey, String cursor, Integer limit) throws WfException {
        return face.listIncidents(context, definitionKey, cursor, limit);
    }

    @Override
    public OverdueNodePage findOverdueNodes(CallContext context, String definitionKey, Long instanceId, String asOf, OverdueLevel level,
            String cursor, Integer limit) throws WfException {
        return face.findOverdueNodes(context, definitionKey, instanceId, asOf, level, cursor, limit);
    }

    @Override
    public OperationReply retryIncident(CallContext context, long incidentId, OperationRequest request) throws WfException {
        return face.retryIncident(context, incidentId, request);
    }

    @Override
    public OperationReply skipIncident(CallContext context, long incidentId, OperationRequest request) throws WfException {
        return face.skipIncident(context, incidentId, request);
    }

    @Override
    public MessageReply sendMessage(CallContext context, MessageRequest request) throws WfException {
        return face.sendMessage(context, request);
    }

    @Override
    public SignalReply sendSignal(CallContext context, SignalRequest request) throws WfException {
        return face.sendSignal(context, request);
    }

    @Override
    public SubscriptionList listSubscriptions(CallContext context, long instanceId) throws WfException {
        return face.listSubscriptions(context, instanceId);
    }

    @Override
    public JobPage listJobs(CallContext context, JobState state, String kind, Long definitionId, Long instanceId, String dueFrom, String dueTo,
            String cursor, Integer limit) throws WfException {
        return face.listJobs(context, state, kind, definitionId, instanceId, dueFrom, dueTo, cursor, limit);
    }

    @Override
    public JobReply retryJob(CallContext context, long jobId, JobRequest request) throws WfException {
        return face.retryJob(context, jobId, request);
    }

    @Override
    public JobReply runJob(CallContext context, long jobId, JobRequest request) throws WfException {
        return face.runJob(context, jobId, request);
    }

    @Override
    public JobReply pauseJob(CallContext context, long jobId, JobRequest request) throws WfException {
        return face.pauseJob(context, jobId, request);
    }

    @Override
    public JobReply resumeJob(CallContext context, long jobId, JobRequest request) throws WfException {
        return face.resumeJob(context, jobId, request);
    }

    @Override
    public JobReply rescheduleJob(CallContext context, long jobId, RescheduleJobRequest request) throws WfException {
        return face.rescheduleJob(context, jobId, request);
    }

    @Override
    public AttachmentInfo attach(CallContext context, long instanceId, AttachRequest request) throws WfException {
        return face.attach(context, instanceId, request);
    }

    @Override
    public AttachmentList listAttachments(CallContext context, long instanceId) throws WfException {
        return face.listAttachments(context, instanceId);
    }

    @Override
    public Attachment getAttachment(CallContext context, long attachmentId) throws WfException {
        return face.getAttachment(context, attachmentId);
    }

    @Override
    public AttachmentInfo removeAttachment(CallContext context, long attachmentId, String opId) throws WfException {
        return face.removeAttachment(context, attachmentId, opId);
    }
}
