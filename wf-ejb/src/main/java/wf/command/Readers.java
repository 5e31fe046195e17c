package wf.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wf.contract.InstanceState;
import wf.definition.Disclosure;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.operation.Appointments;
import wf.runtime.Member;
import wf.store.DefinitionStore;
import wf.store.TrailStore;

/**
 * Who may read an instance only because its model says so (§2.4): readers of the process from its first submission, those
 * of a node once a token has come to it, and those named for the time after its end. Nobody reads another one's draft.
 */
final class Readers {

    private final DefinitionStore definitions;
    private final TrailStore trails;
    private final Kernel kernel;

    Readers(DefinitionStore definitions, TrailStore trails, Kernel kernel) {
        this.definitions = definitions;
        this.trails = trails;
        this.kernel = kernel;
    }

    boolean include(String tenant, Member person, ProcessInstance instance) {
        Disclosure disclosure = definitions.get(tenant, instance.identity().definitionId()).process().disclosure();
        if (disclosure.equals(Disclosure.NONE) || instance.state() == InstanceState.DRAFT) {
            return false;
        }
        List<String> said = new ArrayList<>(disclosure.readers());
        if (instance.isClosed()) {
            said.addAll(disclosure.endReaders());
        }
        return isAmong(person, said, instance) || mayReadNode(tenant, person, instance, disclosure.nodeReaders());
    }

    private boolean mayReadNode(String tenant, Member person, ProcessInstance instance, Map<String, List<String>> readers) {
        Set<String> nodes = new LinkedHashSet<>();
        readers.forEach((node, said) -> {
            if (isAmong(person, said, instance)) {
                nodes.add(node);
            }
        });
        return instance.nodeInstances().stream().map(NodeInstance::nodeId).anyMatch(nodes::contains)
                || !nodes.isEmpty() && trails.hasVisited(tenant, instance.id(), nodes);
    }

    private boolean isAmong(Member person, Collection<String> said, ProcessInstance instance) {
        return new Appointments(kernel.charter(), () -> new RuleBudget(kernel.expressions())).isAmong(person, said, instance);
    }
}
