package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * To a deputy: what he is himself and what he is in his principal's stead, together (§1.2). Each button says in whose stead
     * it is meant; what he may as himself he need not do for anybody.
     */
    OpenReply inStead(Caller caller, Situation principal, Situation himself) {
        Set<Identity> all = new HashSet<>(principal.held());
        all.addAll(himself.held());
        OpenReply reply = of(caller, principal.as(all), List.of());
        List<OperationInfo> own = operations(caller, himself);
        Set<String> may = own.stream().filter(o -> o.allowed).map(o -> o.name).collect(Collectors.toSet());
        List<OperationInfo> others = operations(caller, principal).stream().filter(o -> !may.contains(o.name)).toList();
        others.forEach(o -> o.onBehalfOf = principal.subject().facts().actor().id());
        Set<String> inStead = others.stream().map(o -> o.name).collect(Collectors.toSet());
        reply.operations.addAll(others);
        own.stream().filter(o -> !inStead.contains(o.name)).forEach(reply.operations::add);
        return reply;
    }

    OpenReply of(Caller caller, Situation on) {
        return of(caller, on, operations(caller, on));
    }

    private OpenReply of(Caller caller, Situation on, List<OperationInfo> operations) {
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
        reply.operations.addAll(operations);
        reply.identities = identities(on);
        reply.mode = on.charter().mode(on.held());
        reply.role = role(caller, on);
        reply.fields = on.subject().item() != null && reply.mode == FormMode.FILL ? forms.toFill(on) : forms.toRead(on);
        reply.attachments = attachments(caller, image.id(), directory);
        image.incidents().forEach(i -> reply.incidents.add(views.incident(i, image, on.definition().process(), caller.locale(), on.sight())));
        reply.visits = visits.of(caller.tenant(), image.id());
        return reply;
    }

    /** What the caller is, the highest first. */
    static List<String> identities(Situation on) {
        return on.charter().ranked(on.held()).stream().filter(i -> !i.equals(Identity.ANYBODY)).map(Identity::code).toList();
    }

    /** What he is called by what he is first of all. */
    private static String role(Caller caller, Situation on) {
        return on.charter().ranked(on.held()).stream().filter(i -> !i.equals(Identity.ANYBODY)).findFirst().flatMap(on.charter()::find)
                .map(s -> IdentityCommands.name(s, caller.locale())).orElse(null);
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

    /** What could be done now, with the reason where it is not allowed. */
    List<OperationInfo> operations(Caller caller, Situation on) {
        List<OperationInfo> buttons = new ArrayList<>();
        for (Operation<?> operation : kernel.operations().all()) {
            if (isButton(operation, on)) {
                buttons.add(button(caller, operation.name(), Refusals.handedIn(on).filter(r -> operation.scope() == Scope.WORK_ITEM)
                        .or(() -> Policies.refuse(operation, on.subject())).or(() -> operation.unavailable(on.subject()))));
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
        Set<Identity> held = new HashSet<>(on.held());
        held.remove(Identity.ANYBODY);
        boolean everybody = operation.who().contains(Identity.ANYBODY);
        return on.charter().grants(operation.name(), held) || everybody && held.contains(Identity.HANDLED);
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
