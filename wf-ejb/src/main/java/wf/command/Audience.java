package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wf.contract.InstanceState;
import wf.definition.Disclosure;
import wf.definition.ProcessDefinition;
import wf.instance.Event;
import wf.instance.InstanceEvent.DefinitionMigrated;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.NodeEntered;
import wf.operation.NamedPeople;
import wf.runtime.Decision;
import wf.store.ReaderStore;
import wf.store.Writes;

/**
 * Keeps in rows what {@link Readers} says of one instance and one person, so that a person finds his instances. Everything that it
 * depends on changes by operations on the instance; processes without readers cost nothing.
 */
@Singleton
public class Audience {

    private final ReaderStore store;

    @Inject
    public Audience(ReaderStore store) {
        this.store = store;
    }

    void keep(Writes writes, String tenant, ProcessDefinition definition, ProcessInstance before, boolean isNew, Decision decision, NamedPeople people) {
        Disclosure said = definition.disclosure();
        boolean migrated = decision.events().stream().anyMatch(DefinitionMigrated.class::isInstance);
        if (migrated || names(said)) {
            store.put(writes, tenant, decision.after(), isNew, readers(tenant, said, before, isNew, decision.after(), decision.events(), people));
        }
    }

    /** For what comes back from the archive, where nobody's lists have it. */
    void keep(Writes writes, String tenant, ProcessDefinition definition, ProcessInstance instance, NamedPeople people) {
        if (names(definition.disclosure())) {
            store.put(writes, tenant, instance, false, readers(tenant, definition.disclosure(), instance, false, instance, List.of(), people));
        }
    }

    private static boolean names(Disclosure said) {
        return !said.readers().isEmpty() || !said.endReaders().isEmpty() || !said.nodeReaders().isEmpty()
                || said.findsOnlookers();
    }

    private Set<String> readers(String tenant, Disclosure said, ProcessInstance before, boolean isNew, ProcessInstance after, List<Event> events, NamedPeople people) {
        Set<String> readers = new LinkedHashSet<>();
        if (after.state() == InstanceState.DRAFT || after.state() == InstanceState.DELETED) {
            return readers;
        }
        readers.addAll(people.readers(said, after));
        readers.addAll(people.nodeReaders(said, after));
        if (!said.nodeReaders().isEmpty()) {
            Set<String> visited = visited(tenant, before, isNew, after, events);
            said.nodeReaders().forEach((node, named) -> {
                if (visited.contains(node)) {
                    readers.addAll(people.candidates(named, after));
                }
            });
        }
        return readers;
    }

    /** What this operation leaves is in no trail yet. */
    private Set<String> visited(String tenant, ProcessInstance before, boolean isNew, ProcessInstance after, List<Event> events) {
        Set<String> visited = new LinkedHashSet<>();
        before.nodeInstances().stream().map(NodeInstance::nodeId).forEach(visited::add);
        after.nodeInstances().stream().map(NodeInstance::nodeId).forEach(visited::add);
        events.stream().filter(NodeEntered.class::isInstance).forEach(e -> visited.add(((NodeEntered) e).visit().nodeId()));
        if (!isNew) {
            visited.addAll(store.visited(tenant, after.id()));
        }
        return visited;
    }
}
