package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.bpmn.BpmnModel;
import wf.contract.Severity;
import wf.definition.Field;
import wf.definition.Finding;
import wf.definition.Node;
import wf.definition.NodeRule;
import wf.definition.ProcessDefinition;
import wf.operation.Identity;
import wf.store.DefinitionStore;
import wf.store.ScriptStore;

/**
 * What a model refers to and the tenant does not have yet: processes that are called, scripts that are stored, identities
 * that fields are for. Each may still come before the first token does, so nothing is refused; but a misspelt name is told to its author, and not to the
 * first person whose work stops there or from whom a value should have been hidden.
 */
@Singleton
public class Absences {

    private final DefinitionStore definitions;
    private final ScriptStore scripts;
    private final Charters charters;

    @Inject
    public Absences(DefinitionStore definitions, ScriptStore scripts, Charters charters) {
        this.definitions = definitions;
        this.scripts = scripts;
        this.charters = charters;
    }

    List<Finding> of(String tenant, BpmnModel model) {
        Set<String> beside = model.definitions().stream().map(d -> d.key()).collect(Collectors.toSet());
        List<Finding> found = new ArrayList<>(identities(tenant, model));
        for (Node node : model.definitions().stream().flatMap(d -> d.nodes().stream()).toList()) {
            node.settings().called().filter(key -> !beside.contains(key) && definitions.versions(tenant, key).isEmpty())
                    .ifPresent(key -> found.add(absent("CALLED_ABSENT", node, key)));
            stored(node).filter(r -> scripts.find(tenant, r.stored(), r.version()).isEmpty())
                    .forEach(r -> found.add(absent("SCRIPT_ABSENT", node, r.version() == null ? r.stored() : r.stored() + " " + r.version())));
        }
        return found;
    }

    /** What is hidden from one whom nobody is, is hidden from nobody. */
    private List<Finding> identities(String tenant, BpmnModel model) {
        List<Finding> found = new ArrayList<>();
        for (ProcessDefinition definition : model.definitions()) {
            definition.disclosure().fields().forEach(f -> absent(tenant, f).forEach(i -> found.add(absent(definition.key(), f, i))));
            definition.nodes().forEach(n -> n.settings().fields()
                    .forEach(f -> absent(tenant, f).forEach(i -> found.add(absent(n.id(), f, i)))));
        }
        return found;
    }

    /** Nobody is ANYBODY only: that one counts for fields no more than one that is misspelt. */
    private Stream<String> absent(String tenant, Field field) {
        return field.accessOf().keySet().stream().sorted()
                .filter(i -> i.equals(Identity.ANYBODY.code()) || charters.of(tenant).find(new Identity(i)).isEmpty());
    }

    private static Finding absent(String elementId, Field field, String identity) {
        return new Finding(Severity.WARNING, "IDENTITY_ABSENT", elementId, null, null, List.of(field.name(), elementId, identity));
    }

    private static Stream<NodeRule> stored(Node node) {
        return Stream.concat(node.settings().nodeRules().enter().stream(), node.settings().nodeRules().leave().stream())
                .filter(r -> r.stored() != null);
    }

    private static Finding absent(String code, Node node, String name) {
        return new Finding(Severity.WARNING, code, node.id(), null, null, List.of(node.id(), name));
    }
}
