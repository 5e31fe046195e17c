package wf.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wf.contract.MigratedInstance;
import wf.contract.NodeMove;
import wf.instance.InstanceEvent.DefinitionMigrated;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.Renaming;
import wf.instance.Subscription;
import wf.instance.WaitEvent.SubscriptionClosed;
import wf.instance.WaitEvent.SubscriptionOpened;
import wf.runtime.Decision;

/** The migration of one instance in the words of the contract. */
final class MigrationViews {

    private MigrationViews() { }

    /** It was migrated by an earlier call that did not come to its end. */
    static MigratedInstance again(long instanceId) {
        MigratedInstance result = new MigratedInstance();
        result.instanceId = instanceId;
        result.done = true;
        return result;
    }

    static MigratedInstance result(ProcessInstance before, Decision decision) {
        MigratedInstance result = again(before.id());
        Renaming names = of(decision, DefinitionMigrated.class).findFirst().orElseThrow().names();
        before.nodeInstances().stream().map(NodeInstance::nodeId).distinct().forEach(n -> result.moved.add(moved(n, names)));
        result.eventsClosed = distinct(of(decision, SubscriptionClosed.class)
                .map(e -> before.findSubscription(e.subscriptionId())).flatMap(Optional::stream).map(Subscription::nodeId));
        result.eventsOpened = distinct(of(decision, SubscriptionOpened.class).map(SubscriptionOpened::subscription)
                .filter(s -> before.findSubscription(s.id()).isEmpty()).map(Subscription::nodeId));
        return result;
    }

    private static <T> Stream<T> of(Decision decision, Class<T> type) {
        return decision.events().stream().filter(type::isInstance).map(type::cast);
    }

    private static List<String> distinct(Stream<String> names) {
        return new ArrayList<>(names.distinct().toList());
    }

    private static NodeMove moved(String nodeId, Renaming names) {
        NodeMove moved = new NodeMove();
        moved.from = nodeId;
        moved.to = names.node(nodeId);
        return moved;
    }
}
