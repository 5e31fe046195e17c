package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wf.access.Caller;
import wf.bpmn.BpmnModel;
import wf.contract.CopyRequest;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DefinitionState;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Right;
import wf.store.CategoryStore;
import wf.store.Conflict;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;
import wf.store.Ids;
import wf.store.Sealing;

/**
 * D1 to D3 and the copy of D7: definitions are deployed, released, retired and copied by administrators; the model of a
 * version once stored never changes.
 */
@Singleton
public class DefinitionCommands {

    private static final int MAX_NAME = 255;
    private final DefinitionStore definitions;
    private final CategoryStore categoryRows;
    private final Categories categories;
    private final Kernel kernel;
    private final Ids ids;
    private final DefinitionViews views;
    private final DefinitionWrites writes;
    private final EventStarts eventStarts;
    private final Sealing sealing;
    private final Absences absences;
    private final InstantSource clock;

    @Inject
    public DefinitionCommands(DefinitionStore definitions, CategoryStore categoryRows, Categories categories, Kernel kernel,
            Ids ids, DefinitionViews views, DefinitionWrites writes, EventStarts eventStarts, Sealing sealing, Absences absences,
            InstantSource clock) {
        this.definitions = definitions;
        this.categoryRows = categoryRows;
        this.categories = categories;
        this.kernel = kernel;
        this.ids = ids;
        this.views = views;
        this.writes = writes;
        this.eventStarts = eventStarts;
        this.sealing = sealing;
        this.absences = absences;
        this.clock = clock;
    }

    public DefinitionReply deploy(Caller caller, DeployRequest request) {
        return writes.once(caller, "deploy", "", request, request.opId, request.preview, reply -> {
            Locale locale = caller.locale();
            Inputs.require(request.source != null && request.source.length > 0, locale, "GIVEN", "source");
            Optional<CategoryPath> category = CategoryPath.optional(request.category, "category", locale);
            BpmnModel model = ModelReading.of(kernel, request.source, locale, reply.warnings);
            absences.of(caller.tenant(), model).forEach(f -> reply.warnings.add(ModelReading.problem(f, locale)));
            Deployment deployment = new Deployment(request.source, ids.next(), category);
            model.definitions().forEach(d -> deployment.rows().add(row(caller, deployment, d.key(), d.name(), true)));
            model.designs().forEach(d -> deployment.rows().add(row(caller, deployment, d.key(), d.name(), false)));
            return prepared(caller, deployment, reply);
        });
    }

    /** Where the definition stands by now, and where it is to stand. */
    private void mustWrite(Caller caller, DefinitionRow row) {
        writes.must(caller, Right.DEFINITION_WRITE, () -> Locations.ofDefinition(row));
        definitions.versions(caller.tenant(), row.defKey).stream().findFirst()
                .ifPresent(now -> writes.must(caller, Right.DEFINITION_WRITE, () -> Locations.ofDefinition(now)));
    }

    private void mustRead(Caller caller, DefinitionRow row) {
        if (!writes.may(caller, Right.DEFINITION_READ, () -> Locations.ofDefinition(row))) {
            writes.must(caller, Right.DEFINITION_WRITE, () -> Locations.ofDefinition(row));
        }
    }

    /** The next version, in the category named, else where the earlier versions stand. */
    private DefinitionRow row(Caller caller, Deployment deployment, String key, String name, boolean executable) {
        Optional<DefinitionRow> newest = definitions.versions(caller.tenant(), key).stream().findFirst();
        DefinitionRow row = new DefinitionRow();
        row.tenant = caller.tenant();
        row.id = ids.next();
        row.defKey = key;
        row.version = newest.map(d -> d.version + 1).orElse(1);
        row.name = name.substring(0, Math.min(MAX_NAME, name.length()));
        row.category = deployment.category().map(CategoryPath::text).or(() -> newest.map(d -> d.category)).orElse(null);
        row.state = DefinitionState.DRAFT.name();
        row.executable = executable;
        row.sourceId = deployment.sourceId();
        row.deployedAt = now();
        row.deployedBy = caller.person();
        return row;
    }

    private Runnable prepared(Caller caller, Deployment deployment, DefinitionReply reply) {
        deployment.rows().forEach(r -> mustWrite(caller, r));
        deployment.rows().forEach(r -> reply.definitions.add(views.info(r)));
        CategoryTree tree = categories.tree(caller.tenant());
        List<CategoryPath> added = deployment.category().map(p -> tree.add(p, null)).orElse(List.of());
        deployment.rows().forEach(r -> deployment.category().ifPresent(tree::enter));
        reply.categories = tree.views(added);
        return () -> {
            categories.store(caller.tenant(), tree, added);
            deployment.category().ifPresent(c -> deployment.rows()
                    .forEach(r -> categoryRows.assign(caller.tenant(), r.defKey, c.text())));
            definitions.insertSource(caller.tenant(), deployment.sourceId(), deployment.source());
            deployment.rows().forEach(definitions::insert);
        };
    }

    public DefinitionReply copy(Caller caller, long definitionId, CopyRequest request) {
        return writes.once(caller, "copyDefinition", definitionId, request, reply -> {
            Locale locale = caller.locale();
            DefinitionRow from = find(caller, definitionId);
            mustRead(caller, from);
            Inputs.definitionKey(request.key, "key", locale);
            Inputs.require(request.name == null || !request.name.isBlank() && request.name.length() <= MAX_NAME, locale, "NAME", "name", MAX_NAME);
            if (!definitions.versions(caller.tenant(), request.key).isEmpty()) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(locale, "reject.KEY_TAKEN", request.key));
            }
            Optional<CategoryPath> category = CategoryPath.optional(request.category, "category", locale)
                    .or(() -> CategoryPath.stored(from.category));
            byte[] source = Rekeying.of(definitions.source(from), from.defKey, request.key, request.name, locale);
            ModelReading.of(kernel, source, locale, reply.warnings);
            Deployment deployment = new Deployment(source, ids.next(), category);
            deployment.rows().add(row(caller, deployment, request.key, request.name == null ? from.name : request.name, from.executable));
            return prepared(caller, deployment, reply);
        });
    }

    public DefinitionReply release(Caller caller, long definitionId, DefinitionRequest request) {
        return change(caller, definitionId, request, "release", DefinitionState.RELEASED);
    }

    public DefinitionReply retire(Caller caller, long definitionId, DefinitionRequest request) {
        return change(caller, definitionId, request, "retire", DefinitionState.RETIRED);
    }

    private DefinitionReply change(Caller caller, long definitionId, DefinitionRequest request, String operation, DefinitionState to) {
        return writes.once(caller, operation, definitionId, request, reply -> {
            DefinitionRow row = find(caller, definitionId);
            mustWrite(caller, row);
            DefinitionState from = DefinitionState.valueOf(row.state);
            if (to == DefinitionState.RELEASED && !row.executable) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.NOT_EXECUTABLE", row.defKey));
            }
            if (to == DefinitionState.RELEASED && !definitions.process(row).encrypted().isEmpty() && !sealing.isReady()) {
                throw Refused.because(ErrorCode.UNAVAILABLE, Messages.text(caller.locale(), "reject.NO_MASTER_KEY"));
            }
            if (from == to || from == DefinitionState.DRAFT && to == DefinitionState.RETIRED) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.DEFINITION_STATE", from.name()));
            }
            row.state = to.name();
            reply.definitions.add(views.info(row));
            return () -> changeState(row, from, to, caller.locale());
        });
    }

    /** With it goes at which events the definition begins: those of its newest released version. */
    private void changeState(DefinitionRow row, DefinitionState from, DefinitionState to, Locale locale) {
        definitions.hold(row.tenant, row.defKey);
        Optional<DefinitionRow> before = definitions.newestReleased(row.tenant, row.defKey);
        if (!definitions.changeState(row, from, to)) {
            throw new Conflict("definition " + row.id + " has changed meanwhile");
        }
        eventStarts.moved(row.tenant, before, definitions.newestReleased(row.tenant, row.defKey), now(), locale);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A version that belongs to one instance alone is none of these. */
    private DefinitionRow find(Caller caller, long definitionId) {
        return definitions.find(caller.tenant(), definitionId).filter(d -> d.instanceId == null).orElseThrow(() -> Situations.notFound(caller));
    }
}
