package wf.command;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Locale;
import wf.contract.AppliedRule;
import wf.contract.IncidentInfo;
import wf.contract.InstanceInfo;
import wf.contract.ParticipantSearch;
import wf.contract.ParticipantSource;
import wf.contract.Person;
import wf.contract.SubscriptionInfo;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.definition.ProcessDefinition;
import wf.instance.Incident;
import wf.instance.ProcessInstance;
import wf.instance.Subscription;
import wf.instance.SubscriptionKind;
import wf.instance.TokenEvent.ParticipantsFound;
import wf.instance.TokenEvent.RuleApplied;
import wf.instance.WorkItem;
import wf.refusal.IncidentTexts;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.runtime.StartedProcesses;
import wf.store.Definition;
import wf.store.ReadItemRow;
import wf.value.Value;

/** The core's things in the words of the contract, the same for every reply. */
@Singleton
public class Views {

    public Person person(Directory directory, String id) {
        if (id == null) {
            return null;
        }
        Person person = new Person();
        person.id = id;
        person.name = directory.member(id).map(Member::name).orElse(id);
        return person;
    }

    public Date date(Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    public WorkItemInfo item(WorkItem item, ProcessInstance instance, Definition definition, Directory directory) {
        WorkItemInfo info = new WorkItemInfo();
        info.id = item.id();
        info.instanceId = instance.id();
        info.definitionKey = definition.row().defKey;
        info.definitionName = definition.row().name;
        info.title = instance.identity().title();
        info.businessKey = instance.identity().businessKey();
        info.starter = person(directory, instance.starter());
        info.nodeId = item.nodeId();
        info.nodeName = definition.process().label(item.nodeId());
        info.nodeInstanceId = item.nodeInstanceId();
        info.kind = item.kind();
        info.state = item.state();
        info.owner = person(directory, item.owner());
        info.candidates = new ArrayList<>(item.candidates());
        info.createdAt = date(item.createdAt());
        info.dueAt = date(item.terms().dueAt());
        info.followUpAt = date(item.terms().followUpAt());
        info.priority = item.terms().priority();
        info.formKey = item.terms().formKey();
        info.subProcessResult = own(StartedProcesses.RESULT, item, instance);
        info.subProcessNote = own(StartedProcesses.NOTE, item, instance);
        return info;
    }

    /** What belongs to the item alone. */
    private static String own(String name, WorkItem item, ProcessInstance instance) {
        Value value = instance.isActive(item.nodeInstanceId()) ? instance.nodeInstance(item.nodeInstanceId()).variables()
                .get(StartedProcesses.ofItem(name, item.id())) : null;
        return value == null ? null : value.text();
    }

    /** Something to read, without what the list or the instance around it knows. */
    public WorkItemInfo readItem(ReadItemRow row, Directory directory) {
        WorkItemInfo info = new WorkItemInfo();
        info.id = row.id;
        info.instanceId = row.instanceId;
        info.nodeId = row.nodeId;
        info.nodeInstanceId = row.nodeInstanceId;
        info.kind = WorkItemKind.READ;
        info.state = WorkItemState.valueOf(row.state);
        info.owner = person(directory, row.reader);
        info.sentBy = person(directory, row.sentBy);
        info.note = row.note;
        info.createdAt = date(row.sentAt);
        info.closedAt = date(row.readAt);
        return info;
    }

    public InstanceInfo instance(ProcessInstance instance, Definition definition, Directory directory) {
        InstanceInfo info = new InstanceInfo();
        info.id = instance.id();
        info.version = instance.version();
        info.state = instance.state();
        info.faulted = !instance.incidents().isEmpty();
        info.definitionId = definition.row().id;
        info.definitionKey = definition.row().defKey;
        info.definitionVersion = definition.row().version;
        info.definitionName = definition.row().name;
        info.title = instance.identity().title();
        info.businessKey = instance.identity().businessKey();
        info.starter = person(directory, instance.starter());
        info.startedAt = date(instance.startedAt());
        info.parentId = instance.identity().parent() == null ? null : instance.identity().parent().instanceId();
        info.endedAt = date(instance.endedAt());
        return info;
    }

    /** @param withKey correlation keys are values of variables, which not every reader may see */
    public SubscriptionInfo subscription(Subscription subscription, Definition definition, boolean withKey) {
        SubscriptionInfo info = new SubscriptionInfo();
        info.id = subscription.id();
        info.kind = subscription.kind().name();
        info.nodeId = subscription.nodeId();
        info.nodeName = definition.process().node(subscription.nodeId()).label();
        info.name = subscription.name();
        info.key = withKey && subscription.kind() == SubscriptionKind.MESSAGE ? subscription.key() : null;
        info.dueAt = date(subscription.dueAt());
        return info;
    }

    /**
     * As {@link #incident}, for whoever may not see all: texts of what failed may quote a value, so where fields are hidden
     * they are for administrators.
     */
    public IncidentInfo incident(Incident incident, ProcessInstance instance, ProcessDefinition process, Locale locale, Sight sight) {
        Incident shown = sight.manager() || !process.hidesAnything() ? incident : incident.withoutDetail();
        return incident(shown, instance, process, locale);
    }

    public IncidentInfo incident(Incident incident, ProcessInstance instance, ProcessDefinition process, Locale locale) {
        IncidentInfo info = new IncidentInfo();
        info.id = incident.id();
        info.instanceId = instance.id();
        info.instanceTitle = instance.identity().title();
        info.nodeId = incident.nodeId();
        info.code = incident.code();
        info.message = IncidentTexts.text(locale, incident.code(), label(process, incident.nodeId()), incident.detail());
        info.at = date(incident.at());
        return info;
    }

    /** The name of a node as people know it, also where this version of the process has it no longer. */
    public static String label(ProcessDefinition process, String nodeId) {
        return process.has(nodeId) ? process.node(nodeId).label() : nodeId;
    }

    /** Whom the sources of a node or process meant. */
    public ParticipantSearch participants(ParticipantsFound event, ProcessDefinition process, Directory directory) {
        ParticipantSearch search = new ParticipantSearch();
        search.role = event.role();
        search.nodeId = event.nodeId();
        search.nodeName = event.nodeId() == null ? null : label(process, event.nodeId());
        event.chosen().forEach(p -> search.chosen.add(person(directory, p)));
        event.found().forEach(f -> {
            ParticipantSource source = new ParticipantSource();
            source.source = f.source();
            source.leftOut = f.leftOut();
            source.candidates.addAll(f.candidates());
            source.size = f.size();
            f.bases().forEach(p -> source.bases.add(person(directory, p)));
            search.sources.add(source);
        });
        return search;
    }

    /** What a script was, and what followed from it. */
    public AppliedRule rule(RuleApplied event) {
        AppliedRule rule = new AppliedRule();
        rule.moment = event.moment();
        rule.nodeId = event.nodeId();
        rule.name = event.rule();
        rule.version = event.version();
        rule.hash = event.hash();
        rule.outcome = event.outcome();
        return rule;
    }
}
