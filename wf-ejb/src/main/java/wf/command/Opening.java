package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.AttachmentInfo;
import wf.contract.FormMode;
import wf.contract.InstanceInfo;
import wf.contract.OpenReply;
import wf.contract.OperationInfo;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemState;
import wf.definition.ProcessDefinition;
import wf.operation.Identities;
import wf.operation.Identity;
import wf.operation.Operation;
import wf.operation.Policies;
import wf.operation.Scope;
import wf.refusal.Messages;
import wf.runtime.Directory;
import wf.runtime.Rejection;
import wf.store.Archive;
import wf.store.AttachmentStore;
import wf.store.InstanceStore;
import wf.store.WorkItemRow;
import wf.store.WorkItemStore;

/** I2: all that is needed to show an instance and work on it: buttons, form, open work, attachments and incidents. */
@Singleton
public class Opening {

    private static final int MOST_CHILDREN = 100;
    private static final String START = "startSubProcess";
    private final Kernel kernel;
    private final Views views;
    private final Forms forms;
    private final Visits visits;
    private final InstanceStore instances;
    private final WorkItemStore items;
    private final AttachmentStore attachments;
    private final AttachmentViews attachmentViews;
    private final Archive archive;

    @Inject
    public Opening(Kernel kernel, Views views, Forms forms, Visits visits, InstanceStore instances, WorkItemStore items, AttachmentStore attachments,
            AttachmentViews attachmentViews, Archive archive) {
        this.kernel = kernel;
        this.views = views;
        this.forms = forms;
        this.visits = visits;
        this.instances = instances;
        this.items = items;
        this.attachments = attachments;
        this.attachmentViews = attachmentViews;
        this.archive = archive;
    }

    OpenReply of(Caller caller, Situation on) {
        Directory directory = on.subject().facts().directory();
        var image = on.stored().image();
        OpenReply reply = new OpenReply();
        reply.instance = info(caller, on);
        Map<Long, WorkItemRow> rows = items.openRows(caller.tenant(), image.id());
        image.items().forEach(i -> reply.openItems.add(fresh(views.item(i, image, on.definition(), directory), rows.get(i.id()))));
        if (on.subject().item() != null) {
            reply.workItem = reply.openItems.stream().filter(i -> i.id == on.subject().item().id()).findFirst().orElseThrow();
            reply.opinionDraft = isHolder(on) ? on.draft().opinion() : null;
        }
        reply.operations = operations(caller, on);
        reply.identities = identities(on);
        reply.mode = on.held().stream().min(Comparator.naturalOrder()).map(Identity::mode).orElse(FormMode.READ);
        reply.fields = isHolder(on) ? forms.toFill(on) : forms.toRead(on);
        reply.attachments = attachments(caller, image.id(), directory);
        image.incidents().forEach(i -> reply.incidents.add(views.incident(i, image, on.definition().process(), caller.locale(), on.sight())));
        reply.visits = visits.of(caller.tenant(), image.id());
        return reply;
    }

    /** What the caller is, the highest first. */
    static List<String> identities(Situation on) {
        return on.held().stream().filter(i -> i != Identity.ANYBODY).sorted().map(Identity::name).toList();
    }

    /** The instance with those that it has called; only where the model calls any, they are looked for. */
    InstanceInfo info(Caller caller, Situation on) {
        InstanceInfo info = views.instance(on.stored().image(), on.definition(), on.subject().facts().directory());
        if (mayHaveCalled(on)) {
            info.children = instances.children(caller.tenant(), info.id, MOST_CHILDREN);
        }
        info.archived = on.stored().image().isClosed() && archive.has(caller.tenant(), info.id);
        return info;
    }

    /** By its model, or by somebody at work; what an administrator started where nobody else may, administrators see. */
    private static boolean mayHaveCalled(Situation on) {
        ProcessDefinition process = on.definition().process();
        return on.held().contains(Identity.MANAGER) || process.process().policy().allowed().contains(START)
                || process.nodes().stream().anyMatch(n -> n.type().equals("callActivity") || n.activity().policy().allowed().contains(START));
    }

    /** Whether somebody has opened an item is known by its row alone (§0.5); one that was closed meanwhile has none. */
    private WorkItemInfo fresh(WorkItemInfo info, WorkItemRow row) {
        if (row != null) {
            info.state = WorkItemState.valueOf(row.state);
            info.openedAt = views.date(row.openedAt);
            info.urged = row.urged;
            info.urgedAt = views.date(row.urgedAt);
        }
        return info;
    }

    private List<AttachmentInfo> attachments(Caller caller, long instanceId, Directory directory) {
        return attachments.of(caller.tenant(), instanceId).stream().map(a -> attachmentViews.info(a, directory)).toList();
    }

    private static boolean isHolder(Situation on) {
        return on.subject().item() != null && Identities.isHolder(on.held());
    }

    private List<OperationInfo> operations(Caller caller, Situation on) {
        List<OperationInfo> buttons = new ArrayList<>();
        for (Operation<?> operation : kernel.operations().all()) {
            if (isButton(operation, on)) {
                buttons.add(button(caller, operation.name(), Policies.refuse(operation, on.subject())
                        .or(() -> operation.unavailable(on.subject()))));
            }
        }
        if (isHolder(on)) {
            buttons.add(button(caller, "save", Optional.empty()));
        }
        if (!on.isByDeputy() && Circulation.isTheirs(on)) {
            buttons.add(button(caller, "circulate", Circulation.unavailable(on)));
        }
        if (!on.isByDeputy() && Urging.isTheirs(on)) {
            buttons.add(button(caller, "urge", Urging.unavailable(on)));
        }
        return buttons;
    }

    /** Operations on the item for its holder or candidates, those on the instance for whoever may. */
    private static boolean isButton(Operation<?> operation, Situation on) {
        if (on.isByDeputy() && (operation.isPersonal() || operation.scope() != Scope.WORK_ITEM)) {
            return false;
        }
        return switch (operation.scope()) {
            case INSTANCE -> on.held().contains(Identity.MANAGER) || isForHim(operation, on);
            case WORK_ITEM -> on.subject().item() != null && operation.suits(on.subject().item())
                    && Permissions.isGranted(operation, on);
            case NEW, INCIDENT, DONE_ITEM, ENGINE -> false;
        };
    }

    /** Where only the request can say whose it is, it is shown to those who have handled something. */
    private static boolean isForHim(Operation<?> operation, Situation on) {
        return operation.who().stream().map(i -> i == Identity.ANYBODY ? Identity.HANDLED : i).anyMatch(on.held()::contains);
    }

    private static OperationInfo button(Caller caller, String name, Optional<Rejection> reason) {
        OperationInfo info = new OperationInfo();
        info.name = name;
        info.label = Messages.text(caller.locale(), "operation." + name);
        info.allowed = reason.isEmpty();
        reason.ifPresent(r -> {
            info.code = r.code();
            info.reason = Messages.text(caller.locale(), "reject." + r.key(), r.arguments().toArray());
        });
        return info;
    }
}
