package wf.client;

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

/** Starts instances, shows them and their history, and deals with incidents, jobs, messages and attachments. A group of operations (§5.1); {@link CallContext} says how to call. */
public interface InstanceService {

    /** Starts an instance. */
    OperationReply start(CallContext context, StartRequest request) throws WfException;

    /** Finds instances: administrators all, others those they started or handle. */
    InstancePage findInstances(CallContext context, String definitionKey, String businessKey, String title, InstanceState state, String starter,
            String cursor, Integer limit) throws WfException;

    /** Counts what findInstances would find. */
    Count countInstances(CallContext context, String definitionKey, String businessKey, String title, InstanceState state, String starter) throws WfException;

    /** Reads an instance. */
    InstanceInfo getInstance(CallContext context, long instanceId) throws WfException;

    /** Opens an instance for reading. */
    OpenReply openInstance(CallContext context, long instanceId) throws WfException;

    /** Tells what happened to an instance. */
    History getHistory(CallContext context, long instanceId) throws WfException;

    /** Checks that the journal of an instance is whole. */
    Verification verifyJournal(CallContext context, long instanceId) throws WfException;

    /** Tells the highest version of an instance and the number of its newest snapshot. */
    MaxVersion getMaxVersion(CallContext context, long instanceId) throws WfException;

    /** Lists the snapshots of an instance, one for each operation, oldest first. */
    SnapshotPage listSnapshots(CallContext context, long instanceId, Long after, Integer limit) throws WfException;

    /** Reads an instance as it was at a snapshot: variables, open work, visits. */
    Snapshot getSnapshot(CallContext context, long instanceId, long number) throws WfException;

    /** Compares the variables of two snapshots of an instance. */
    Differences compareSnapshots(CallContext context, long instanceId, Long from, Long to) throws WfException;

    /** Gives process information: TABLE, JSON, XML, HTML (an approval sheet to print) or SVG (the diagram). */
    ProcessInfo formatProcessInfo(CallContext context, long instanceId, ProcessInfoFormat format, String columns, String locale) throws WfException;

    /** Tells whether the caller may start instances of a definition. */
    Permission checkCreate(CallContext context, String definitionKey) throws WfException;

    /** Tells whether the caller may open an instance. */
    Permission checkOpen(CallContext context, long instanceId) throws WfException;

    /** Lets more people do the work of a node that is going on. */
    OperationReply supplement(CallContext context, long instanceId, SupplementRequest request) throws WfException;

    /** Gives the instance to others to read. */
    OperationReply circulate(CallContext context, long instanceId, CirculateRequest request) throws WfException;

    /** Asks the holders of open work items to hurry. */
    OperationReply urge(CallContext context, long instanceId, UrgeRequest request) throws WfException;

    /** Adds people or an element to a repeated activity or a signing round that runs. */
    OperationReply addInstance(CallContext context, long instanceId, AddInstanceRequest request) throws WfException;

    /** Runs a stored script on an instance: it reads its facts and writes variables. */
    OperationReply runScript(CallContext context, long instanceId, RunScriptRequest request) throws WfException;

    /** Lets an instance stand still until it is resumed: nobody works on it, deadlines and timers wait. */
    OperationReply suspendInstance(CallContext context, long instanceId, SuspendInstanceRequest request) throws WfException;

    /** Lets a suspended instance go on; deadlines are later by as long as it stood. */
    OperationReply resumeInstance(CallContext context, long instanceId, OperationRequest request) throws WfException;

    /** Withdraws an instance that the caller started, or items that he has sent to others. */
    OperationReply withdraw(CallContext context, long instanceId, WithdrawRequest request) throws WfException;

    /** Ends an instance early, with a result, as if it had come to its end by itself. */
    OperationReply endInstance(CallContext context, long instanceId, EndInstanceRequest request) throws WfException;

    /** Deletes a draft of the caller's; administrators delete any instance. It is in no list any more and can be restored, or with purge is gone for good. */
    OperationReply deleteInstance(CallContext context, long instanceId, DeleteInstanceRequest request) throws WfException;

    /** Restores a deleted instance, or sets the variables of an instance back to a version. */
    OperationReply restoreInstance(CallContext context, long instanceId, RestoreInstanceRequest request) throws WfException;

    /** Lets an instance that has ended go on, where people worked last or at a node that is named. */
    OperationReply activate(CallContext context, long instanceId, ActivateRequest request) throws WfException;

    /** Gives one instance a model of its own, for administrators; its work keeps its place. */
    OperationReply updateInstanceXml(CallContext context, long instanceId, UpdateInstanceXmlRequest request) throws WfException;

    /** Gives a split that was passed already one branch more. */
    OperationReply supplementBranch(CallContext context, long instanceId, SupplementBranchRequest request) throws WfException;

    /** Moves any token of an instance to another node; for administrators. */
    OperationReply moveToken(CallContext context, long instanceId, JumpRequest request) throws WfException;

    /** Ends an instance early. */
    OperationReply terminate(CallContext context, long instanceId, TerminateRequest request) throws WfException;

    /** Fetches an instance back from the archive; for administrators. */
    OperationReply unarchive(CallContext context, long instanceId, OperationRequest request) throws WfException;

    /** Erases the encrypted values of an instance that has ended, for good; for administrators. */
    OperationReply eraseEncrypted(CallContext context, long instanceId, OperationRequest request) throws WfException;

    /** Lists open incidents, newest first. */
    IncidentPage listIncidents(CallContext context, String definitionKey, String cursor, Integer limit) throws WfException;

    /** Finds steps, items and instances that are late at a moment, or of which a warning has come, for an administrator. */
    OverdueNodePage findOverdueNodes(CallContext context, String definitionKey, Long instanceId, String asOf, OverdueLevel level, String cursor,
            Integer limit) throws WfException;

    /** Tries again where an incident stopped the instance; variables in the request correct its data. */
    OperationReply retryIncident(CallContext context, long incidentId, OperationRequest request) throws WfException;

    /** Goes on behind the node where an incident stopped the instance. */
    OperationReply skipIncident(CallContext context, long incidentId, OperationRequest request) throws WfException;

    /** Sends a message: to the one instance that waits for it, else it begins one, else it is kept for a while. */
    MessageReply sendMessage(CallContext context, MessageRequest request) throws WfException;

    /** Sends a signal to everybody who waits for it now. */
    SignalReply sendSignal(CallContext context, SignalRequest request) throws WfException;

    /** Lists the timers, messages and signals that an instance waits for. */
    SubscriptionList listSubscriptions(CallContext context, long instanceId) throws WfException;

    /** Lists what the engine does by itself, the latest due first: READY (as without a state), PARKED for what waits for its instance, PAUSED for what an administrator has stopped, or DEAD for what was given up; by kind, definition version, instance and time of being due. */
    JobPage listJobs(CallContext context, JobState state, String kind, Long definitionId, Long instanceId, String dueFrom, String dueTo,
            String cursor, Integer limit) throws WfException;

    /** Tries a job again that was given up. */
    JobReply retryJob(CallContext context, long jobId, JobRequest request) throws WfException;

    /** Does a job now, whenever it is due. */
    JobReply runJob(CallContext context, long jobId, JobRequest request) throws WfException;

    /** Stops a job until it is let go on. */
    JobReply pauseJob(CallContext context, long jobId, JobRequest request) throws WfException;

    /** Lets a stopped job go on: at its time, or now when that is over. */
    JobReply resumeJob(CallContext context, long jobId, JobRequest request) throws WfException;

    /** Has a job done at another time. */
    JobReply rescheduleJob(CallContext context, long jobId, RescheduleJobRequest request) throws WfException;

    /** Attaches a file. The body is JSON, or the file itself with any other content type. */
    AttachmentInfo attach(CallContext context, long instanceId, AttachRequest request) throws WfException;

    /** Lists the attachments of an instance. */
    AttachmentList listAttachments(CallContext context, long instanceId) throws WfException;

    /** Reads an attachment with its content. */
    Attachment getAttachment(CallContext context, long attachmentId) throws WfException;

    /** Removes an attachment. */
    AttachmentInfo removeAttachment(CallContext context, long attachmentId, String opId) throws WfException;
}
