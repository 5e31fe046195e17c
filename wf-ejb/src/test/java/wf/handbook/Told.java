package wf.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;
import wf.command.Situations;
import wf.contract.ErrorCode;
import wf.operation.Operation;
import wf.operation.Scope;

/** What the class of an operation tells of it. */
record Told(Operation<?> operation) {

    private static final Pattern NUMBER = Pattern.compile("[A-Z]\\d+");
    /** What finds out what a new instance begins from. */
    private static final String NEW = "ofNew";

    /** Its number in the specification, with which the comment of its class begins; empty for what the engine does by itself. */
    Optional<String> number() {
        Matcher number = NUMBER.matcher(new Comments(operation.getClass()).ofType().orElse(""));
        return number.lookingAt() ? Optional.of(number.group()) : Optional.empty();
    }

    /** Why it cannot be done now, whatever is sent. */
    List<Refusal> unavailable() {
        return reached("unavailable").refusals();
    }

    /** Why it cannot be done with what is sent. */
    List<Refusal> refused() {
        List<Refusal> refused = new ArrayList<>(found());
        refused.addAll(reached("refuse").refusals());
        refused.removeAll(unavailable());
        return refused;
    }

    /** Instead of an instance there is the request, whose fields are looked at when its definition is looked for. */
    private List<Refusal> found() {
        return operation.scope() != Scope.NEW ? List.of()
                : Reached.from(Situations.class, m -> m.name.equals(NEW), ErrorCode.INVALID_INPUT).refusals();
    }

    /** What stops it while it is done, before the token moves. */
    List<Refusal> stopped() {
        return reached("decide").refusals();
    }

    /** Fields of the request without which it is refused, always or in some cases. */
    Set<String> needed() {
        return refused().stream().filter(r -> r.key().equals("GIVEN")).map(Refusal::about).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Fields that their comments call required, and that nobody asks for. */
    Set<String> requiredByNobody() {
        return RequestField.own(operation.requestType()).stream().filter(f -> f.saysRequired() && !needed().contains(f.name()))
                .map(RequestField::name).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Bytecode.Target> calls() {
        return Reached.from(operation.getClass(), m -> isOwn(m, "unavailable", "refuse", "decide")).calls();
    }

    private Reached reached(String method) {
        return Reached.from(operation.getClass(), m -> isOwn(m, method));
    }

    private static boolean isOwn(MethodNode method, String... names) {
        Predicate<String> named = method.name::equals;
        return (method.access & Opcodes.ACC_STATIC) == 0 && List.of(names).stream().anyMatch(named);
    }
}
