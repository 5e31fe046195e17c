package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import wf.access.Caller;
import wf.contract.InstanceInfo;
import wf.contract.OpenReply;
import wf.contract.Permission;
import wf.contract.StartRequest;
import wf.contract.SubscriptionList;
import wf.instance.ProcessInstance;
import wf.operation.Identity;
import wf.operation.Start;
import wf.refusal.Messages;
import wf.runtime.Directory;
import wf.store.Definition;

/** Reading an instance, for those who may know of it; to all others it does not exist. */
@Singleton
public class Reading {

    private final Situations situations;
    private final Opening opening;
    private final Views views;

    @Inject
    public Reading(Situations situations, Opening opening, Views views) {
        this.situations = situations;
        this.opening = opening;
        this.views = views;
    }

    /** The instance as it is stored now, not as this node remembers it. */
    public Readable instance(Caller caller, long instanceId) {
        return readable(find(caller, instanceId));
    }

    /** The same for its history, which is also for those who look at what was done. */
    public Readable journal(Caller caller, long instanceId) {
        return readable(situations.auditable(caller, instanceId));
    }

    private static Readable readable(Situation on) {
        return new Readable(on.stored().image(), on.definition(), on.subject().facts().directory(),
                on.sight());
    }

    public InstanceInfo info(Caller caller, long instanceId) {
        return opening.info(caller, find(caller, instanceId));
    }

    /** What the instance waits for beyond the hands of people; an administrator sees the keys too. */
    public SubscriptionList subscriptions(Caller caller, long instanceId) {
        Situation on = find(caller, instanceId);
        SubscriptionList list = new SubscriptionList();
        on.stored().image().subscriptions().forEach(s -> list.subscriptions.add(
                views.subscription(s, on.definition(), on.held().contains(Identity.MANAGER))));
        return list;
    }

    public OpenReply open(Caller caller, long instanceId) {
        return opening.of(caller, find(caller, instanceId));
    }

    private Situation find(Caller caller, long instanceId) {
        return situations.readable(caller, instanceId);
    }

    /** I7: whether the caller may open the instance, and as what. */
    public Permission checkOpen(Caller caller, long instanceId) {
        Permission permission = new Permission();
        permission.allowed = true;
        permission.identities.addAll(Opening.identities(find(caller, instanceId)));
        return permission;
    }

    /** I6: whether the caller may create an instance of the definition, and if not, why. */
    public Permission checkCreate(Caller caller, String definitionKey) {
        StartRequest request = new StartRequest();
        request.definitionKey = definitionKey;
        Situation on = situations.toCreate(caller, request);
        Permission permission = new Permission();
        permission.allowed = true;
        Start.mayCreate(on.subject()).ifPresent(r -> {
            permission.allowed = false;
            permission.reason = Messages.text(caller.locale(), "reject." + r.key(), r.arguments().toArray());
        });
        return permission;
    }

    /** What a reader was granted. */
    public record Readable(ProcessInstance image, Definition definition, Directory directory, Sight sight) { }
}
