package wf.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wf.contract.InstanceState;
import wf.definition.Disclosure;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.operation.NamedPeople;
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

    Readers(DefinitionStore definitions, TrailStore trails) {
        this.definitions = definitions;
        this.trails = trails;
    }

    /** @param people as the expressions of the command name them */
    boolean include(String tenant, Member person, ProcessInstance instance, NamedPeople people) {
        Disclosure disclosure = definitions.get(tenant, instance.identity().definitionId()).process().disclosure();
        if (disclosure.equals(Disclosure.NONE) || instance.state() == InstanceState.DRAFT) {
            return false;
        }
        return person.isAmong(people.readers(disclosure, instance)) || person.isAmong(people.nodeReaders(disclosure, instance))
                || mayReadNode(tenant, person, instance, disclosure.nodeReaders(), people);
    }

    private boolean mayReadNode(String tenant, Member person, ProcessInstance instance, Map<String, List<String>> readers, NamedPeople people) {
        Set<String> nodes = new LinkedHashSet<>();
        readers.forEach((node, said) -> {
            if (people.include(person, said, instance)) {
                nodes.add(node);
            }
        });
        return instance.nodeInstances().stream().map(NodeInstance::nodeId).anyMatch(nodes::contains)
                || !nodes.isEmpty() && trails.hasVisited(tenant, instance.id(), nodes);
    }
}
