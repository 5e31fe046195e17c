package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.contract.OperationInfo;
import wf.contract.OperationRequest;
import wf.contract.Permission;
import wf.operation.Operation;
import wf.operation.Policies;
import wf.operation.Scope;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Member;

/**
 * U24 权限校验: whether a person could perform an operation, and why not. It asks what the operation itself asks before it
 * decides; nothing is done, and what depends on what is sent with it is not told.
 */
@Singleton
public class PermissionCheck {

    private static final String START = "start";

    private final Situations situations;
    private final Permissions permissions;
    private final Refusals refusals;
    private final Opening opening;
    private final Reading reading;
    private final Kernel kernel;
    private final Directories directories;

    @Inject
    public PermissionCheck(Situations situations, Permissions permissions, Refusals refusals, Opening opening, Reading reading, Kernel kernel,
            Directories directories) {
        this.situations = situations;
        this.permissions = permissions;
        this.refusals = refusals;
        this.opening = opening;
        this.reading = reading;
        this.kernel = kernel;
        this.directories = directories;
    }

    /** What is asked about: exactly one of the three. */
    public record About(String definitionKey, Long instanceId, Long workItemId) { }

    /** @param personId about whom; null or the caller himself, and others for administrators */
    public Permission of(Caller caller, String operation, About about, String personId) {
        Locale locale = caller.locale();
        Inputs.require(operation != null && !operation.isBlank(), locale, "GIVEN", "operation");
        Inputs.require(Stream.of(about.definitionKey, about.instanceId, about.workItemId).filter(o -> o != null).count() == 1, locale, "PERMISSION_ABOUT");
        if (personId == null || personId.equals(caller.person())) {
            return asked(caller, operation, about);
        }
        mustAdminister(caller);
        if (directories.of(caller.tenant()).member(personId).isEmpty()) {
            return no(Messages.text(locale, "reject.NOBODY", personId));
        }
        return ofOther(caller, new Caller(caller.tenant(), personId, caller.channel(), caller.clientIp(), locale), operation, about);
    }

    /** What is not there at all is not found; what only the other may not see, he may not do. */
    private Permission ofOther(Caller caller, Caller other, String operation, About about) {
        try {
            return asked(other, operation, about);
        } catch (Refused refused) {
            if (refused.problem().code != ErrorCode.NOT_FOUND) {
                throw refused;
            }
            asked(caller, operation, about);
            return no(refused.problem().message);
        }
    }

    private Permission asked(Caller person, String operation, About about) {
        if (about.definitionKey != null) {
            Inputs.require(operation.equals(START), person.locale(), "PERMISSION_START", operation);
            return reading.checkCreate(person, about.definitionKey);
        }
        Optional<Operation<?>> found = named(operation);
        try {
            return found.isPresent() ? of(person, found.get(), about) : beside(person, operation, about);
        } catch (Refused refused) {
            if (refused.problem().code == ErrorCode.NOT_FOUND || refused.problem().code == ErrorCode.INVALID_INPUT) {
                throw refused;
            }
            return no(refused.problem().message);
        }
    }

    private Optional<Operation<?>> named(String operation) {
        return kernel.operations().all().stream().filter(o -> o.name().equals(operation)).<Operation<?>>map(o -> o).findFirst();
    }

    private Permission of(Caller person, Operation<?> operation, About about) {
        boolean fits = switch (operation.scope()) {
            case INSTANCE -> about.instanceId != null;
            case WORK_ITEM, DONE_ITEM -> about.workItemId != null;
            case NEW, INCIDENT, ENGINE -> false;
        };
        Inputs.require(fits, person.locale(), "PERMISSION_SCOPE", operation.name());
        Situation on = operation.scope() == Scope.DONE_ITEM ? situations.findDone(person, command(operation.name(), about))
                : situations.find(person, command(operation.name(), about), operation.looksBack());
        requireReading(person, on);
        return permissions.refuse(person, operation, on).or(() -> Policies.refuse(operation, on.subject())).or(() -> operation.unavailable(on.subject()))
                .map(rejection -> refusals.refused(person, on, rejection)).map(refused -> {
                    if (refused.problem().code == ErrorCode.NOT_FOUND) {
                        throw refused;
                    }
                    return no(refused.problem().message);
                }).orElseGet(() -> yes(on));
    }

    /** What happens beside an instance: as its button says. */
    private Permission beside(Caller person, String operation, About about) {
        Inputs.require(Messages.has("operation." + operation), person.locale(), "PERMISSION_OPERATION", operation);
        Situation on = about.instanceId != null ? situations.readable(person, about.instanceId)
                : situations.find(person, command(operation, about), false);
        requireReading(person, on);
        List<OperationInfo> buttons = opening.operations(person, on).stream().filter(b -> b.name.equals(operation)).toList();
        return buttons.isEmpty() ? no(Messages.text(person.locale(), "reject.FORBIDDEN"))
                : buttons.get(0).allowed ? yes(on) : no(buttons.get(0).reason);
    }

    /** Who may not read an instance is not told by a question either that there is one. */
    private void requireReading(Caller person, Situation on) {
        if (!situations.mayRead(person, on.subject().facts(), on.stored().image())) {
            throw Situations.notFound(person);
        }
    }

    private static Command command(String operation, About about) {
        OperationRequest request = new OperationRequest();
        request.preview = true;
        return about.instanceId != null ? Command.onInstance(operation, about.instanceId, request) : Command.onItem(operation, about.workItemId, request);
    }

    private static Permission yes(Situation on) {
        Permission permission = new Permission();
        permission.allowed = true;
        permission.identities.addAll(Opening.identities(on));
        return permission;
    }

    private static Permission no(String reason) {
        Permission permission = new Permission();
        permission.reason = reason;
        return permission;
    }

    private void mustAdminister(Caller caller) {
        if (!directories.of(caller.tenant()).member(caller.person()).map(Member::administrator).orElse(false)) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.ADMINISTRATORS_ONLY"));
        }
    }
}
