package wf.operation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.definition.Node;
import wf.runtime.Rejection;

/**
 * What node and definition allow (§0.7). Either may deny an operation; what changes the course of a process needs the word
 * of one of them, everything else does not. Administrators pass, which is marked in the journal.
 */
public final class Policies {

    private static final Set<String> BY_ALLOWANCE = Set.of("jump", "freeSubmit", "startSubProcess", "replaceHandler");

    /** What happens beside an instance is no {@link Operation}, and yet a model may deny it. */
    private static final Set<String> BESIDE = Set.of("circulate", "urge");

    private Policies() { }

    /** Names of all that a model can allow or deny. */
    public static Set<String> names(Operations operations) {
        Set<String> names = new HashSet<>(BESIDE);
        operations.all().stream().filter(o -> o.scope() == Scope.WORK_ITEM || o.scope() == Scope.DONE_ITEM || o.scope() == Scope.INSTANCE)
                .forEach(o -> names.add(o.name()));
        return names;
    }

    /** For the operation that is about the subject: at the node of its item, else in the process. */
    public static Optional<Rejection> refuse(Operation<?> operation, Subject on) {
        return switch (operation.scope()) {
            case WORK_ITEM -> refuse(operation.name(), on.node(), on);
            case DONE_ITEM -> refuse(operation.name(), on.definition().node(on.done().nodeId()), on);
            case INSTANCE -> refuse(operation.name(), null, on);
            case NEW, INCIDENT, ENGINE -> Optional.empty();
        };
    }

    /** @param node null for the process as a whole */
    public static Optional<Rejection> refuse(String operation, Node node, Subject on) {
        return on.facts().actor().administrator() || allows(operation, node, on) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.NODE_POLICY, "NOT_ALLOWED_HERE", node == null ? on.definition().name() : node.label()));
    }

    /** Whether others than administrators may. */
    public static boolean allows(String operation, Node node, Subject on) {
        boolean denied = on.definition().process().policy().denied().contains(operation)
                || node != null && node.activity().policy().denied().contains(operation);
        return !denied && (!needsAllowance(operation) || isAllowed(operation, node, on));
    }

    /** Whether it is done only where the model says so. */
    public static boolean needsAllowance(String operation) {
        return BY_ALLOWANCE.contains(operation);
    }

    /** Whether the model says so in so many words. */
    public static boolean isAllowed(String operation, Node node, Subject on) {
        return on.definition().process().policy().allowed().contains(operation)
                || node != null && node.activity().policy().allowed().contains(operation);
    }
}
