package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.access.Caller;
import wf.call.BusinessDataHandlers;
import wf.call.ProcessBeans;
import wf.contract.DefinitionState;
import wf.contract.DeleteInstanceRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.StartRequest;
import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.Incident;
import wf.instance.InstanceIdentity;
import wf.instance.ProcessInstance;
import wf.instance.WorkItem;
import wf.operation.Appointments;
import wf.operation.BeginRequest;
import wf.operation.DoneItem;
import wf.operation.Identities;
import wf.operation.Identity;
import wf.operation.NamedPeople;
import wf.operation.Past;
import wf.operation.Subject;
import wf.org.Deputies;
import wf.org.DeputyRow;
import wf.org.Forwardings;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.rule.Expressions;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.runtime.Facts;
import wf.runtime.Member;
import wf.runtime.Right;
import wf.runtime.Trail;
import wf.runtime.Voters;
import wf.runtime.Whereabouts;
import wf.setting.Settings;
import wf.store.CalendarStore;
import wf.store.ClosedItemRow;
import wf.store.Conflict;
import wf.store.Definition;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;
import wf.store.Ids;
import wf.store.IncidentRow;
import wf.store.InstanceStore;
import wf.store.ReadItemStore;
import wf.store.ScriptStore;
import wf.store.Snapshots;
import wf.store.Stored;
import wf.store.TrailStore;
import wf.store.Turns;
import wf.store.WorkItemRow;
import wf.store.WorkItemStore;
import wf.value.Value;

/** Finds what a command is about. What another tenant owns, or the caller may not know of, is not found. */
@Singleton
public class Situations {

    /** Identities that neither the instance nor a rule tells. */
    private static final Set<Identity> REMEMBERED = Set.of(Identity.HANDLED, Identity.READER, Identity.CREATOR);

    private final InstanceStore instances;
    private final WorkItemStore items;
    private final DefinitionStore definitions;
    private final TrailStore trails;
    private final Snapshots snapshots;
    private final Readers readers;
    private final ReadItemStore readItems;
    private final Deputies deputies;
    private final Forwardings forwardings;
    private final Directories directories;
    private final Charters charters;
    private final Kernel kernel;
    private final Ids ids;
    private final Turns turns;
    private final Idempotency idempotency;
    private final ProcessBeans beans;
    private final BusinessDataHandlers handlers;
    private final ScriptStore scripts;
    private final CalendarStore calendars;
    private final InstantSource clock;
    private final Locations locations;
    private final ZoneId zone;

    @Inject
    public Situations(InstanceStore instances, WorkItemStore items, DefinitionStore definitions, TrailStore trails,
            ReadItemStore readItems, Deputies deputies, Forwardings forwardings, Snapshots snapshots, Directories directories, Charters charters, Kernel kernel, Ids ids, Turns turns, Idempotency idempotency,
            ProcessBeans beans, BusinessDataHandlers handlers, ScriptStore scripts, CalendarStore calendars, Locations locations, InstantSource clock, Settings settings) {
        this.instances = instances;
        this.items = items;
        this.definitions = definitions;
        this.trails = trails;
        this.readItems = readItems;
        this.deputies = deputies;
        this.forwardings = forwardings;
        this.snapshots = snapshots;
        this.readers = new Readers(definitions, trails);
        this.directories = directories;
        this.charters = charters;
        this.kernel = kernel;
        this.ids = ids;
        this.turns = turns;
        this.idempotency = idempotency;
        this.beans = beans;
        this.handlers = handlers;
        this.scripts = scripts;
        this.locations = locations;
        this.calendars = calendars;
        this.clock = clock;
        this.zone = settings.zone();
    }

    /** Whether the operation has been performed before; the row that it is about is read by the same statement, where there is one. */
    Target target(Caller caller, Command command) {
        String opId = command.request().opId;
        Optional<Target> target = Optional.empty();
        if (command.workItemId() != null) {
            target = items.find(caller.tenant(), command.workItemId(), opId).map(p -> new Target(p.row(), null, p.known()));
        } else if (command.request() instanceof StartRequest start && start.definitionKey != null && start.definitionVersion == null) {
            target = definitions.newestReleased(caller.tenant(), start.definitionKey, opId).map(p -> new Target(null, p.row(), p.known()));
        }
        return target.orElseGet(() -> new Target(null, null, idempotency.isKnown(caller.tenant(), opId)));
    }

    Situation find(Caller caller, Command command, boolean looksBack) {
        return find(caller, command, Target.UNREAD, looksBack);
    }

    /** @param target what has been read already */
    Situation find(Caller caller, Command command, Target target, boolean looksBack) {
        return asFarAsNeeded(caller, found(caller, command, target, looksBack), command.operation());
    }

    private Situation found(Caller caller, Command command, Target target, boolean looksBack) {
        CommandFacts facts = facts(caller, command.request().preview);
        if (command.workItemId() != null) {
            return ofItem(caller, command.workItemId(), target.item(), facts, command.request(), looksBack);
        } else if (command.incidentId() != null) {
            return ofIncident(caller, command.incidentId(), facts, command.request(), looksBack);
        } else if (command.instanceId() != null) {
            turns.take(caller.tenant(), command.instanceId());
            Optional<Stored> found = instances.find(caller.tenant(), command.instanceId());
            if (found.isEmpty() && command.request() instanceof DeleteInstanceRequest request && request.purge) {
                return inArchive(caller, command, facts);
            }
            Stored stored = found.orElseThrow(() -> notHere(caller, command.instanceId(), facts));
            return situation(caller, stored, null, null, null, facts, command.request(), looksBack);
        }
        return ofNew(caller, (StartRequest) command.request(), target.definition(), facts, ids.next());
    }

    /** Whatever is purged need not be fetched back before. */
    private Situation inArchive(Caller caller, Command command, CommandFacts facts) {
        Stored stored = instances.read(caller.tenant(), command.instanceId()).orElseThrow(() -> notFound(caller));
        return situation(caller, stored, null, null, null, facts, command.request(), false).inArchive();
    }

    /** What undoes the closing of an item: nobody else acts on its instance, or opens anything of it, until this is over. */
    Situation findDone(Caller caller, Command command) {
        CommandFacts facts = facts(caller, command.request().preview);
        ClosedItemRow row = items.findClosed(caller.tenant(), command.workItemId()).orElseThrow(() -> stillOpen(caller, command.workItemId(), facts));
        Stored stored = instances.lock(caller.tenant(), row.instanceId).orElseThrow(() -> notFound(caller));
        CommandFacts acting = inStead(caller, stored, row.nodeId, facts, command.request(),
                principal -> isHis(row, principal));
        Situation on = situation(caller, stored, null, null, null, acting, command.request(), true);
        Set<Identity> held = new LinkedHashSet<>(on.held());
        if (isHis(row, acting.actor())) {
            held.add(Identity.HANDLED);
        }
        return on.about(done(row), held);
    }

    /** What he has taken back already is told to be so, and not to be somebody else's. */
    private static boolean isHis(ClosedItemRow row, Member person) {
        return person.id().equals(row.handledBy) || row.state.equals(WorkItemState.TAKEN_BACK.name()) && person.id().equals(row.owner);
    }

    private static DoneItem done(ClosedItemRow row) {
        return new DoneItem(row.id, row.nodeInstanceId, row.nodeId, WorkItemKind.valueOf(row.kind), WorkItemState.valueOf(row.state),
                row.handledBy, row.vote == null ? null : Vote.valueOf(row.vote), row.askedBy);
    }

    private Refused stillOpen(Caller caller, long workItemId, Facts facts) {
        boolean mayKnow = items.find(caller.tenant(), workItemId).flatMap(r -> instances.find(caller.tenant(), r.instanceId))
                .map(s -> mayRead(caller, facts, s.image())).orElse(false);
        return mayKnow ? Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.STILL_OPEN")) : notFound(caller);
    }

    /** The same for whoever looks: what is shown is the newest, not what this node remembers (§1.6). */
    Situation look(Caller caller, Command command) {
        Situation on = find(caller, command, true);
        instances.confirm(caller.tenant(), on.stored().image());
        return on;
    }

    /** For what happens beside an instance: as it is stored now, for those who may read it. */
    Situation readable(Caller caller, long instanceId) {
        Situation on = fresh(caller, instanceId);
        if (!mayRead(caller, on.subject().facts(), on.stored().image())) {
            throw notFound(caller);
        }
        return on.as(identities(caller, on));
    }

    /** For whoever has a part in it, and for whoever looks at what was done, who need have none. */
    Situation auditable(Caller caller, long instanceId) {
        Situation on = fresh(caller, instanceId);
        if (!mayRead(caller, on.subject().facts(), on.stored().image()) && !has(caller, on.subject().facts().actor(), Right.AUDIT_READ, on.stored().image())) {
            throw notFound(caller);
        }
        return on.as(identities(caller, on));
    }

    /** Where the instance stands, for what only administrators may. */
    Whereabouts whereabouts(Caller caller, ProcessInstance instance) {
        return locations.of(caller.tenant(), instance);
    }

    /** As if an instance were created: for questions, which spend no id and so need no transaction. */
    Situation toCreate(Caller caller, StartRequest request) {
        Inputs.check(request, caller.locale());
        return ofNew(caller, request, null, facts(caller, true), 0);
    }

    /** The instance as it is stored now: reading never answers from memory. */
    Situation fresh(Caller caller, long instanceId) {
        Stored stored = instances.read(caller.tenant(), instanceId).orElseThrow(() -> notFound(caller));
        return situation(caller, stored, null, null, null, facts(caller, true), new OperationRequest(), false);
    }

    /** The instance as it was: for telling again what happened then. */
    Situation past(Caller caller, ProcessInstance before, Definition definition) {
        Subject subject = new Subject(definition.process(), before, null, null, Trail.EMPTY, Past.UNKNOWN, Map.of(), facts(caller, true));
        return new Situation(new Stored(before, 0, ""), definition, subject, charters.of(caller.tenant()), Set.of(), Draft.NONE, null, before.version() == 0);
    }

    /** @param preview whether only a question is answered, which calls nobody */
    private CommandFacts facts(Caller caller, boolean preview) {
        Directory directory = directories.of(caller.tenant());
        Member actor = caller.isEngine() ? Member.ENGINE : directory.member(caller.person())
                .orElseThrow(() -> Refused.because(ErrorCode.UNAUTHENTICATED,
                        Messages.text(caller.locale(), "reject.UNKNOWN_PERSON", caller.person())));
        return new CommandFacts(clock.instant().truncatedTo(ChronoUnit.MICROS), zone, actor, actor, ids, directory, new RuleBudget(kernel.expressions()),
                beans.of(caller.tenant(), preview), Voters.NONE, items.workload(caller.tenant()), StoredKin.of(instances, definitions, trails, caller.tenant()), handlers.of(caller.tenant(), preview),
                scripts.of(caller.tenant()), forwardings.of(caller.tenant()), calendars.of(caller.tenant(), directories, zone), Set::of,
                some -> items.isHandedIn(caller.tenant(), some));
    }

    private Situation ofNew(Caller caller, StartRequest request, DefinitionRow read, CommandFacts found, long id) {
        Optional<ProcessInstance> original = Optional.ofNullable(request.copyOf).map(copied -> original(caller, found.actor(), copied));
        original.ifPresent(o -> takeOver(caller, o, request));
        Inputs.require(request.definitionKey != null, caller.locale(), "GIVEN", "definitionKey");
        Inputs.require(request.title == null || request.title.length() <= 255, caller.locale(), "TEXT_TOO_LONG", "title", 255);
        Inputs.require(request.businessKey == null || request.businessKey.length() <= 200, caller.locale(),
                "TEXT_TOO_LONG", "businessKey", 200);
        DefinitionRow row = read != null ? read : request instanceof BeginRequest begin && begin.definitionId != null
                ? definitions.get(caller.tenant(), begin.definitionId).row() : released(caller, request);
        Facts facts = found.at(() -> locations.ofNew(caller.tenant(), row, caller.person()));
        String title = request.title == null || request.title.isBlank() ? row.name : request.title;
        ProcessInstance empty = new ProcessInstance(new InstanceIdentity(id, row.id, request.businessKey, title,
                request instanceof BeginRequest begin ? begin.parent : null));
        Definition definition = new Definition(row, definitions.process(row));
        Subject subject = new Subject(definition.process(), empty.copy(), null, null, Trail.EMPTY, Past.UNKNOWN,
                original.map(o -> copied(o, input(null, request, caller))).orElseGet(() -> input(null, request, caller)), facts);
        return new Situation(new Stored(empty, 0, ""), definition, subject, charters.of(caller.tenant()),
                Identities.of(facts.actor(), empty, null), Draft.NONE, null, true);
    }

    /** F10: what was withdrawn can be begun anew by whoever began it. */
    private ProcessInstance original(Caller caller, Member actor, long instanceId) {
        ProcessInstance original = instances.load(caller.tenant(), instanceId).map(Stored::image)
                .filter(i -> at(caller, actor, i).administrator() || actor.id().equals(i.starter())).orElseThrow(() -> notFound(caller));
        if (original.state() != InstanceState.WITHDRAWN) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.COPY_OF_WITHDRAWN", original.state().name()));
        }
        return original;
    }

    private void takeOver(Caller caller, ProcessInstance original, StartRequest request) {
        request.definitionKey = request.definitionKey != null ? request.definitionKey
                : definitions.get(caller.tenant(), original.identity().definitionId()).row().defKey;
        request.title = request.title != null ? request.title : original.identity().title();
        request.businessKey = request.businessKey != null ? request.businessKey : original.identity().businessKey();
    }

    /** Its variables, and over them what is sent now. */
    private static Map<String, Optional<Value>> copied(ProcessInstance original, Map<String, Optional<Value>> sent) {
        Map<String, Optional<Value>> values = new LinkedHashMap<>();
        original.variables().forEach((name, value) -> values.put(name, Optional.of(value)));
        values.putAll(sent);
        return values;
    }

    private DefinitionRow released(Caller caller, StartRequest request) {
        Optional<DefinitionRow> row = request.definitionVersion == null
                ? definitions.newestReleased(caller.tenant(), request.definitionKey)
                : definitions.version(caller.tenant(), request.definitionKey, request.definitionVersion)
                        .filter(d -> d.state.equals(DefinitionState.RELEASED.name()));
        return row.orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND,
                Messages.text(caller.locale(), "reject.NO_RELEASED_DEFINITION", request.definitionKey)));
    }

    private Situation ofItem(Caller caller, long workItemId, WorkItemRow read, CommandFacts facts, OperationRequest request, boolean looksBack) {
        WorkItemRow row = read != null ? read
                : items.find(caller.tenant(), workItemId).orElseThrow(() -> closedOrUnknown(caller, workItemId, facts));
        turns.take(caller.tenant(), row.instanceId);
        Stored stored = instances.find(caller.tenant(), row.instanceId).filter(s -> agrees(s, row))
                .or(() -> instances.load(caller.tenant(), row.instanceId)).filter(s -> agrees(s, row))
                .orElseThrow(() -> new Conflict("work item " + workItemId + " has changed meanwhile"));
        WorkItem item = stored.image().item(workItemId);
        CommandFacts acting = inStead(caller, stored, item.nodeId(), facts, request, principal -> isTheirs(principal, item));
        return situation(caller, stored, item, row, null, acting, request, looksBack);
    }

    /**
     * The facts with the principal as the actor, where the caller says that he acts for one and does so by a grant that counts
     * now. Whoever stands in for a deputy is nothing to those for whom that one stands in.
     *
     * @param isHis whether the principal has a part in what it is about: who never had anything to do with it is not told that it is there
     */
    private CommandFacts inStead(Caller caller, Stored stored, String nodeId, CommandFacts facts, OperationRequest request, Predicate<Member> isHis) {
        if (request.onBehalfOf == null || request.onBehalfOf.equals(caller.person()) || caller.isEngine()) {
            return facts;
        }
        Optional<Member> principal = facts.directory().member(request.onBehalfOf);
        List<DeputyRow> grants = principal.isEmpty() ? List.of() : grants(caller, stored.image(), nodeId, request.onBehalfOf);
        if (grants.stream().anyMatch(g -> g.isValidAt(facts.now()))) {
            return facts.inSteadOf(principal.get());
        }
        if (grants.stream().anyMatch(g -> g.isOverAt(facts.now())) && isHis.test(principal.get())) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.DEPUTY_ENDED", request.onBehalfOf));
        } else if (!mayRead(caller, facts, stored.image())) {
            throw notFound(caller);
        }
        throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.NOT_A_DEPUTY", request.onBehalfOf));
    }

    private List<DeputyRow> grants(Caller caller, ProcessInstance instance, String nodeId, String principal) {
        String key = definitions.get(caller.tenant(), instance.identity().definitionId()).row().defKey;
        return deputies.between(caller.tenant(), caller.person(), principal).stream().filter(g -> g.covers(key, nodeId)).toList();
    }

    /** For whom the person may act on the item now; the first of several. */
    Optional<String> principal(Caller caller, Situation on) {
        return principals(caller, on.subject().facts().actor(), on.stored().image(), List.of(on.subject().item())).findFirst();
    }

    private Stream<String> principals(Caller caller, Member person, ProcessInstance instance, Collection<WorkItem> among) {
        String key = definitions.get(caller.tenant(), instance.identity().definitionId()).row().defKey;
        Directory directory = directories.of(caller.tenant());
        Instant now = clock.instant();
        return deputies.of(caller.tenant(), person.id()).stream().filter(g -> g.isValidAt(now))
                .filter(g -> among.stream().anyMatch(i -> g.covers(key, i.nodeId())
                        && directory.member(g.principal).filter(p -> isTheirs(p, i)).isPresent()))
                .map(g -> g.principal).distinct();
    }

    /** Whether it is his work, or offered to him. */
    private static boolean isTheirs(Member person, WorkItem item) {
        return person.id().equals(item.owner()) || item.owner() == null && person.isAmong(item.candidates());
    }

    /** Whether the image knows the item and who holds it now; one that does not is too old even for what happens to the item alone. */
    private static boolean agrees(Stored stored, WorkItemRow row) {
        return stored.image().findItem(row.id).filter(i -> Objects.equals(i.owner(), row.owner)).isPresent();
    }

    /** A closed item is told to those who may read its instance; to others it does not exist. */
    private Refused closedOrUnknown(Caller caller, long workItemId, CommandFacts facts) {
        Optional<ClosedItemRow> closed = items.findClosed(caller.tenant(), workItemId);
        boolean mayKnow = closed.flatMap(c -> instances.find(caller.tenant(), c.instanceId)).map(Stored::image)
                .filter(i -> isThere(caller, facts.actor(), i) && facts.actor().id().equals(closed.get().owner) || mayRead(caller, facts, i)).isPresent();
        return mayKnow ? Refused.because(ErrorCode.ILLEGAL_STATE,
                Messages.text(caller.locale(), "reject.ITEM_CLOSED", closed.get().state)) : notFound(caller);
    }

    private Situation ofIncident(Caller caller, long incidentId, CommandFacts facts, OperationRequest request, boolean looksBack) {
        IncidentRow row = items.findIncident(caller.tenant(), incidentId).orElseThrow(() -> notFound(caller));
        turns.take(caller.tenant(), row.instanceId);
        Stored stored = instances.load(caller.tenant(), row.instanceId).orElseThrow(() -> notFound(caller));
        Incident incident = stored.image().findIncident(incidentId).orElse(null);
        return situation(caller, stored, null, null, incident, facts, request, looksBack);
    }

    private Situation situation(Caller caller, Stored stored, WorkItem item, WorkItemRow row, Incident incident,
            CommandFacts found, OperationRequest request, boolean looksBack) {
        CommandFacts facts = found.at(() -> locations.of(caller.tenant(), stored.image()));
        if (!isThere(caller, facts.actor(), stored.image())) {
            throw notFound(caller);
        }
        Definition definition = definitions.get(caller.tenant(), stored.image().identity().definitionId());
        Draft draft = row != null && facts.actor().id().equals(row.owner) ? Draft.read(items.draft(row)) : Draft.NONE;
        boolean needed = looksBack || Trail.isNeeded(definition.process(), stored.image());
        Trail trail = needed ? trails.load(caller.tenant(), stored.image().id()) : Trail.EMPTY;
        Subject subject = new Subject(definition.process(), stored.image().copy(), item, incident, trail, past(caller, stored),
                input(draft, request, caller), facts.with(visit -> items.voters(caller.tenant(), stored.image().id(), visit))
                        .knowing(() -> besides(caller, facts, stored.image(), definition)));
        Set<Identity> held = Identities.of(facts.actor(), stored.image(), item);
        held.addAll(appointed(caller, facts.actor(), stored.image(), definition, facts.expressions()));
        if (facts.performer() != facts.actor()) {
            held.add(Identity.DEPUTY);
        }
        return new Situation(stored, definition, subject, charters.of(caller.tenant()), held, draft, row, false);
    }

    /** What was is read off the journal, and only when somebody asks. */
    private Past past(Caller caller, Stored stored) {
        return new Past() {
            @Override
            public Map<String, Value> variablesWhenEntered(long visit) {
                return snapshots.variablesAtEntry(caller.tenant(), stored.image().id(), visit);
            }

            @Override
            public Map<String, Value> variablesAsOf(long version) {
                return snapshots.variablesAsOf(caller.tenant(), stored.image().id(), version);
            }
        };
    }

    /** What the engine sends was a value before, whatever its name. */
    private static Map<String, Optional<Value>> input(Draft draft, OperationRequest request, Caller caller) {
        return caller.isEngine() ? Inputs.known(request.variables)
                : Inputs.values(draft == null ? List.of() : draft.variables(), request.variables, caller.locale());
    }

    /** Whether the actor may know of the instance: he started it, holds or handled work of it, is a reader, or administers. */
    public boolean mayRead(Caller caller, Facts facts, ProcessInstance instance) {
        return isThere(caller, facts.actor(), instance) && hasPart(caller, facts.actor(), instance, facts.expressions());
    }

    /** Only administrators, and those who look at what was done, know of an instance that was deleted. */
    private boolean isThere(Caller caller, Member person, ProcessInstance instance) {
        return instance.state() != InstanceState.DELETED || at(caller, person, instance).administrator() || has(caller, person, Right.AUDIT_READ, instance);
    }

    /** The person as whoever he is where the instance stands. */
    private Member at(Caller caller, Member person, ProcessInstance instance) {
        return person.at(() -> locations.of(caller.tenant(), instance));
    }

    private boolean has(Caller caller, Member person, Right right, ProcessInstance instance) {
        return person.rights().may(right, () -> locations.of(caller.tenant(), instance));
    }

    private boolean hasPart(Caller caller, Member person, ProcessInstance instance, Expressions expressions) {
        return Identities.of(at(caller, person, instance), instance, null).size() > 1
                || has(caller, person, Right.INSTANCE_READ, instance)
                || !appointed(caller, person, instance, definitions.get(caller.tenant(), instance.identity().definitionId()), expressions).isEmpty()
                || items.hasHandled(caller.tenant(), instance.id(), person.id())
                || isReader(caller, person, instance, expressions)
                || !items.handedRights(caller.tenant(), instance.id(), person.id()).isEmpty()
                || person.id().equals(caller.person()) && principals(caller, person, instance, instance.items()).findAny().isPresent();
    }

    /** Whether the model, or somebody who works there, lets him read it. */
    private boolean isReader(Caller caller, Member person, ProcessInstance instance, Expressions expressions) {
        return readItems.isReader(caller.tenant(), instance.id(), person.id())
                || readers.include(caller.tenant(), person, instance, new NamedPeople(expressions));
    }

    /** All that he is to the item or instance, also what only lets him read. */
    Set<Identity> identities(Caller caller, Situation on) {
        Set<Identity> all = new HashSet<>(on.held());
        all.addAll(remembered(caller, on.subject().facts().actor(), on.stored().image(), on.subject().facts().expressions()));
        return all;
    }

    /** What only other rows tell of him. */
    private Set<Identity> remembered(Caller caller, Member person, ProcessInstance instance, Expressions expressions) {
        Set<Identity> remembered = new HashSet<>();
        if (items.hasHandled(caller.tenant(), instance.id(), person.id())) {
            remembered.add(Identity.HANDLED);
        }
        if (isReader(caller, person, instance, expressions)) {
            remembered.add(Identity.READER);
        }
        items.handedRights(caller.tenant(), instance.id(), person.id()).forEach(i -> remembered.add(new Identity(i)));
        return remembered;
    }

    /** The engine does its own by what it is, and is nobody whom a model or a tenant could name. */
    private Set<Identity> appointed(Caller caller, Member person, ProcessInstance instance, Definition definition, Expressions expressions) {
        return caller.isEngine() ? Set.of() : new Appointments(charters.of(caller.tenant()), new NamedPeople(expressions))
                .of(person, instance, definition.process(), charters.category(caller.tenant(), definition.row().defKey));
    }

    private Set<String> besides(Caller caller, Facts facts, ProcessInstance instance, Definition definition) {
        return Stream.of(facts.actor(), facts.performer()).distinct().flatMap(p -> Stream.concat(
                appointed(caller, p, instance, definition, facts.expressions()).stream(),
                remembered(caller, p, instance, facts.expressions()).stream())).map(Identity::code).collect(Collectors.toSet());
    }

    /**
     * With what else the actor is, where only that can let him do it: nobody who may by his work alone has other rows read for him.
     */
    private Situation asFarAsNeeded(Caller caller, Situation on, String operation) {
        boolean needed = !on.isNew() && !on.grants(operation) && on.charter().grants(operation, REMEMBERED);
        return needed ? on.as(identities(caller, on)) : on;
    }

    /** Whoever may read it in the archive is told that it is there. */
    private Refused notHere(Caller caller, long instanceId, Facts facts) {
        boolean mayKnow = instances.read(caller.tenant(), instanceId).map(s -> mayRead(caller, facts, s.image())).orElse(false);
        return mayKnow ? Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.ARCHIVED")) : notFound(caller);
    }

    public static Refused notFound(Caller caller) {
        return Refused.because(ErrorCode.NOT_FOUND, Messages.text(caller.locale(), "reject.NOT_FOUND"));
    }
}
