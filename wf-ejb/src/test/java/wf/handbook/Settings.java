package wf.handbook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.tree.LdcInsnNode;
import wf.operation.Operation;

/** By which attributes and elements of a model an operation is governed: it asks the definition for what they say. */
final class Settings {

    /** What is asked, and the attribute or element of the model that answers. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Allowances.suspend", "suspend"), Map.entry("Allowances.withdraw", "withdraw"), Map.entry("Allowances.end", "end"),
            Map.entry("Allowances.reopen", "reopen"), Map.entry("Handling.dismissesAssistants", "assistants"),
            Map.entry("Handling.signDepth", "signDepth"), Map.entry("Handling.internalRange", "internalRange"),
            Map.entry("ReturnPolicy.target", "returnTarget"), Map.entry("ReturnPolicy.node", "returnTarget"),
            Map.entry("ReturnPolicy.related", "relatedBranches"), Map.entry("ReturnPolicy.across", "returnAcrossJoin"),
            Map.entry("ReturnPolicy.inRound", "returnInRound"), Map.entry("ReturnPolicy.direct", "resubmit"),
            Map.entry("Activity.mayGrow", "addInstance"), Map.entry("NodeSettings.isChosen", "chosenByPrevious"),
            Map.entry("NodeSettings.fields", "field"), Map.entry("Starters.include", "starters"),
            Map.entry("ProcessDefinition.allowsDraft", "starter"));
    /** These hold settings and nothing else, so that each part of them has its name above. */
    private static final Set<String> HOLDERS = Set.of("Allowances", "Handling", "ReturnPolicy");

    private Settings() { }

    static List<String> of(Told told) {
        return asked(told).filter(NAMES::containsKey).map(NAMES::get).distinct().sorted().toList();
    }

    /** Settings that an operation asks for and of which nobody has said where they stand in a model. */
    static List<String> unnamed(Told told) {
        return asked(told).filter(a -> HOLDERS.contains(a.substring(0, a.indexOf('.'))) && !NAMES.containsKey(a)).toList();
    }

    private static Stream<String> asked(Told told) {
        return told.calls().stream().filter(c -> c.owner().startsWith("wf/definition/") && c.descriptor().startsWith("()") || c.owner().equals("wf/runtime/Starters"))
                .map(c -> c.owner().substring(c.owner().lastIndexOf('/') + 1) + "." + c.name());
    }

    /** Names that no reader of models reads: then the table above is wrong. */
    static Set<String> unread() {
        Set<Object> read = Stream.of("wf/definition", "wf/bpmn", "wf/node").flatMap(p -> Bytecode.in(Operation.class, p).stream())
                .flatMap(c -> c.methods.stream()).flatMap(m -> Bytecode.instructions(m).stream()).filter(LdcInsnNode.class::isInstance)
                .map(i -> ((LdcInsnNode) i).cst).collect(Collectors.toSet());
        return NAMES.values().stream().filter(n -> !read.contains(n)).collect(Collectors.toSet());
    }
}
