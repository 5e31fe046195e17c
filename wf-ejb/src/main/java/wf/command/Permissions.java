package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.operation.Identity;
import wf.operation.Operation;
import wf.operation.Policies;
import wf.runtime.Rejection;

/** May he? (§0.7): an identity that grants the operation, or administration. What somebody may not even know is not found. */
@Singleton
public class Permissions {

    private final Situations situations;

    @Inject
    public Permissions(Situations situations) {
        this.situations = situations;
    }

    Optional<Rejection> refuse(Caller caller, Operation<?> operation, Situation on) {
        if (on.held().contains(Identity.MANAGER) && isAdministrative(operation) || isGranted(operation, on)) {
            return Optional.empty();
        }
        boolean mayKnow = situations.mayRead(caller, on.subject().facts(), on.stored().image());
        return Optional.of(mayKnow ? Rejection.of(ErrorCode.FORBIDDEN, "FORBIDDEN") : Rejection.of(ErrorCode.NOT_FOUND, "NOT_FOUND"));
    }

    static boolean isGranted(Operation<?> operation, Situation on) {
        return on.grants(operation.name());
    }

    /** The identities by which the actor may: all that grant it, or administration; null for what the engine does. */
    static List<String> used(Operation<?> operation, Situation on) {
        if (on.subject().facts().actor().isEngine()) {
            return null;
        } else if (on.isByDeputy()) {
            return List.of(Identity.DEPUTY.code());
        }
        List<String> granting = granting(operation, on).map(Identity::code).toList();
        return asAdmin(operation, on) ? List.of(Identity.MANAGER.code()) : granting;
    }

    private static Stream<Identity> granting(Operation<?> operation, Situation on) {
        return on.charter().granting(operation.name(), on.held()).stream().filter(i -> !i.equals(Identity.MANAGER));
    }

    /** Whether it was administration alone that allowed it: such acts are marked in the journal. */
    static boolean asAdmin(Operation<?> operation, Situation on) {
        boolean granted = granting(operation, on).findAny().isPresent();
        boolean allowed = on.subject().item() == null || Policies.allows(operation.name(),
                on.subject().definition().node(on.subject().item().nodeId()), on.subject());
        return !(granted && allowed) && !on.subject().facts().actor().isEngine();
    }

    /** To claim is to become the holder, which nobody does by administering. */
    public static boolean isAdministrative(Operation<?> operation) {
        return !operation.who().contains(Identity.CANDIDATE);
    }
}
