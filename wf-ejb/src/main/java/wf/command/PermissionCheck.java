package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import wf.access.Authority;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.contract.OperationInfo;
import wf.contract.OperationRequest;
import wf.contract.Permission;
import wf.operation.Identity;
import wf.operation.Operation;
import wf.operation.Policies;
import wf.operation.Scope;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Right;
import wf.runtime.Whereabouts;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;
import wf.store.ItemPlaces;

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
    private final DefinitionReading definitionReading;
    private final DefinitionStore definitions;
    private final Directories directories;
    private final Locations locations;
    private final ItemPlaces places;

    @Inject
    public PermissionCheck(Situations situations, Permissions permissions, Refusals refusals, Opening opening, Reading reading, DefinitionReading definitionReading, DefinitionStore definitions, Kernel kernel, Directories directories, Locations locations,
            ItemPlaces places) {
        this.situations = situations;
        this.permissions = permissions;
        this.refusals = refusals;
        this.opening = opening;
        this.reading = reading;
        this.kernel = kernel;
        this.definitionReading = definitionReading;
        this.definitions = definitions;
        this.directories = directories;
        this.locations = locations;
        this.places = places;
    }

    /** What is asked about: exactly one of the three. */
    public record About(String definitionKey, Long instanceId, Long workItemId) { }

    /** @param personId about whom; null or the caller himself, and others for administrators */
    public Permission of(Caller caller, String operation, About about, String personId) {
        Locale locale = caller.locale();
        Inputs.require(operation != null && !operation.isBlank(), locale, "GIVEN", "operation");
        long named = Stream.of(about.definitionKey, about.instanceId, about.workItemId).filter(o -> o != null).count();
        Inputs.require(named == 1 || named == 0 && right(operation).isPresent(), locale, "PERMISSION_ABOUT");
        if (personId == null || personId.equals(caller.person())) {
            return asked(caller, operation, about);
        }
        Authority.of(directories, caller).must(Right.PERMISSION_CHECK, () -> locations.ofPerson(caller.tenant(), personId));
        if (directories.of(caller.tenant()).member(personId).isEmpty()) {
            return no(Messages.text(locale, "reject.NOBODY", personId));
        }
        mustReach(caller, about);
        return ofOther(caller, new Caller(caller.tenant(), personId, caller.channel(), caller.clientIp(), locale), operation, about);
    }

    /**
     * Whoever may ask only in some department or category asks about what stands there, or what he may read himself: else he would learn of
     * all that somebody of his department has a part in.
     */
    private void mustReach(Caller caller, About about) {
        Authority authority = Authority.of(directories, caller);
        if (authority.may(Right.PERMISSION_CHECK) || about.definitionKey == null && about.instanceId == null && about.workItemId == null) {
            return;
        }
        boolean reaches = about.definitionKey == null ? reaches(caller, authority, concerned(caller, about))
                : definitions.versions(caller.tenant(), about.definitionKey).stream().findFirst()
                        .filter(d -> definitionReading.mayRead(caller, d) || authority.may(Right.PERMISSION_CHECK, () -> Locations.ofDefinition(d))).isPresent();
        if (!reaches) {
            throw Situations.notFound(caller);
        }
    }

    private boolean reaches(Caller caller, Authority authority, Situation on) {
        return authority.may(Right.PERMISSION_CHECK, () -> situations.whereabouts(caller, on.stored().image()))
                || situations.mayRead(caller, on.subject().facts(), on.stored().image());
    }

    private Situation concerned(Caller caller, About about) {
        Long instance = about.instanceId != null ? about.instanceId : places.instances(caller.tenant(), List.of(about.workItemId)).get(about.workItemId);
        if (instance == null) {
            throw Situations.notFound(caller);
        }
        return situations.fresh(caller, instance);
    }

    /** What is not there at all is not found; what only the other may not see, he may not do. */
    private Permission ofOther(Caller caller, Caller other, String operation, About about) {
        try {
            return asked(other, operation, about);
        } catch (Refused refused) {
            if (refused.problem().code != ErrorCode.NOT_FOUND) {
                throw refused;
            }
            mustBeThere(caller, about);
            return no(refused.problem().message);
        }
    }

    /** Whether he who asks may read it himself is another question, which {@link #mustReach} has answered. */
    private void mustBeThere(Caller caller, About about) {
        if (about.definitionKey == null) {
            concerned(caller, about);
        } else if (definitions.versions(caller.tenant(), about.definitionKey).isEmpty()) {
            throw Situations.notFound(caller);
        }
    }

    private Permission asked(Caller person, String operation, About about) {
        Optional<Right> right = right(operation);
        if (right.isPresent()) {
            return administrative(person, right.get(), about);
        }
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

    /** Of an administrative operation, or by its own name. */
    private static Optional<Right> right(String operation) {
        return Right.of(operation).or(() -> Right.named(operation));
    }

    /** What a role has to bring; whether it has come so far that it can be done is not asked. */
    private Permission administrative(Caller person, Right right, About about) {
        Authority authority = Authority.of(directories, person);
        Whereabouts where = whereabouts(person, about);
        Permission permission = new Permission();
        permission.right = right.code();
        permission.allowed = authority.may(right, () -> where);
        permission.roles.addAll(authority.roles(right, where));
        permission.reason = permission.allowed ? null : authority.reason(right);
        return permission;
    }

    private Whereabouts whereabouts(Caller person, About about) {
        if (about.definitionKey != null) {
            DefinitionRow row = definitions.versions(person.tenant(), about.definitionKey).stream().findFirst().filter(d -> definitionReading.mayRead(person, d))
                    .orElseThrow(() -> Situations.notFound(person));
            return Locations.ofDefinition(row);
        } else if (about.instanceId == null && about.workItemId == null) {
            return Whereabouts.TENANT;
        }
        Situation on = about.instanceId != null ? situations.readable(person, about.instanceId) : situations.find(person, command("submit", about), false);
        requireReading(person, on);
        return situations.whereabouts(person, on.stored().image());
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
                    return refused(person, operation, refused);
                }).orElseGet(() -> yes(person, operation, on));
    }

    /** What happens beside an instance: as its button says. */
    private Permission beside(Caller person, String operation, About about) {
        Inputs.require(Messages.has("operation." + operation), person.locale(), "PERMISSION_OPERATION", operation);
        Situation on = about.instanceId != null ? situations.readable(person, about.instanceId)
                : situations.find(person, command(operation, about), false);
        requireReading(person, on);
        List<OperationInfo> buttons = opening.operations(person, on).stream().filter(b -> b.name.equals(operation)).toList();
        return buttons.isEmpty() ? no(Messages.text(person.locale(), "reject.FORBIDDEN"))
                : buttons.get(0).allowed ? yes(person, null, on) : no(buttons.get(0).reason);
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

    /** Whoever administers is told by which roles; whoever does not, what it would take. */
    private Permission yes(Caller person, Operation<?> operation, Situation on) {
        Permission permission = new Permission();
        permission.allowed = true;
        if (operation != null && Permissions.isAdministrative(operation) && on.held().contains(Identity.MANAGER)) {
            permission.right = Right.INSTANCE_MANAGE.code();
            permission.roles.addAll(Authority.of(directories, person).roles(Right.INSTANCE_MANAGE, situations.whereabouts(person, on.stored().image())));
        }
        permission.identities.addAll(Opening.identities(on));
        return permission;
    }

    private Permission refused(Caller person, Operation<?> operation, Refused refused) {
        boolean lacking = refused.problem().code == ErrorCode.FORBIDDEN && Permissions.isAdministrative(operation);
        Permission permission = no(lacking ? refused.problem().message + " " + Authority.of(directories, person).reason(Right.INSTANCE_MANAGE)
                : refused.problem().message);
        permission.right = lacking ? Right.INSTANCE_MANAGE.code() : null;
        return permission;
    }

    private static Permission no(String reason) {
        Permission permission = new Permission();
        permission.reason = reason;
        return permission;
    }
}
