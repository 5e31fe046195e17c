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
import wf.bpmn.BpmnReader;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DefinitionState;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.ModelProblem;
import wf.definition.Finding;
import wf.definition.ProcessDefinition;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Member;
import wf.store.Conflict;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;
import wf.store.Ids;
import wf.store.InstanceStore;

/** D1 to D3: definitions are deployed, released and retired by administrators; a version once stored never changes. */
@Singleton
public class DefinitionCommands {

    private final DefinitionStore definitions;
    private final InstanceStore writes;
    private final Kernel kernel;
    private final Ids ids;
    private final Idempotency idempotency;
    private final Directories directories;
    private final DefinitionViews views;
    private final EventStarts eventStarts;
    private final InstantSource clock;

    @Inject
    public DefinitionCommands(DefinitionStore definitions, InstanceStore writes, Kernel kernel, Ids ids,
            Idempotency idempotency, Directories directories, DefinitionViews views, EventStarts eventStarts, InstantSource clock) {
        this.definitions = definitions;
        this.writes = writes;
        this.kernel = kernel;
        this.ids = ids;
        this.idempotency = idempotency;
        this.directories = directories;
        this.views = views;
        this.eventStarts = eventStarts;
        this.clock = clock;
    }

    public DefinitionReply deploy(Caller caller, DeployRequest request) {
        mustAdminister(caller);
        Locale locale = caller.locale();
        Inputs.opId(request.opId, locale);
        Inputs.texts(request, locale);
        Inputs.require(request.source != null && request.source.length > 0, locale, "GIVEN", "source");
        Inputs.require(request.category == null || request.category.length() <= 100, locale, "TEXT_TOO_LONG", "category", 100);
        if (request.source.length > BpmnReader.MAX_BYTES) {
            throw Refused.because(ErrorCode.TOO_LARGE, Messages.text(locale, "reject.TOO_LARGE", "5 MB"));
        }
        String fingerprint = Idempotency.fingerprint("deploy", "", request);
        Optional<DefinitionReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, DefinitionReply.class);
        return earlier.orElseGet(() -> deploy(caller, request, fingerprint));
    }

    private DefinitionReply deploy(Caller caller, DeployRequest request, String fingerprint) {
        BpmnModel model = kernel.reader().read(request.source);
        List<ModelProblem> problems = model.findings().stream().map(f -> problem(f, caller.locale())).toList();
        if (model.isRefused()) {
            throw invalid(caller.locale(), problems);
        }
        DefinitionReply reply = new DefinitionReply();
        reply.opId = idempotency.opId(request.opId);
        reply.preview = request.preview;
        reply.warnings = problems;
        Instant now = now();
        long sourceId = ids.next();
        List<DefinitionRow> rows = model.definitions().stream().map(d -> row(caller, d, request.category, sourceId, now)).toList();
        rows.forEach(r -> reply.definitions.add(views.info(r)));
        if (!request.preview) {
            definitions.insertSource(caller.tenant(), sourceId, request.source);
            rows.forEach(definitions::insert);
            idempotency.remember(caller, reply.opId, fingerprint, now, reply);
            writes.flush(caller.tenant(), 0);
        }
        return reply;
    }

    private static Refused invalid(Locale locale, List<ModelProblem> problems) {
        Refused refused = Refused.because(ErrorCode.INVALID_MODEL, Messages.text(locale, "reject.INVALID_MODEL", problems.size()));
        refused.problem().problems = problems;
        return refused;
    }

    private static ModelProblem problem(Finding finding, Locale locale) {
        ModelProblem problem = new ModelProblem();
        problem.severity = finding.severity();
        problem.code = finding.code();
        problem.elementId = finding.elementId();
        problem.line = finding.line();
        problem.column = finding.column();
        problem.message = Messages.text(locale, "finding." + finding.code(), finding.arguments().toArray());
        return problem;
    }

    private DefinitionRow row(Caller caller, ProcessDefinition definition, String category, long sourceId, Instant now) {
        List<DefinitionRow> versions = definitions.versions(caller.tenant(), definition.key());
        DefinitionRow row = new DefinitionRow();
        row.tenant = caller.tenant();
        row.id = ids.next();
        row.defKey = definition.key();
        row.version = versions.isEmpty() ? 1 : versions.get(0).version + 1;
        row.name = definition.name().substring(0, Math.min(255, definition.name().length()));
        row.category = category;
        row.state = DefinitionState.DRAFT.name();
        row.sourceId = sourceId;
        row.deployedAt = now;
        row.deployedBy = caller.person();
        return row;
    }

    public DefinitionReply release(Caller caller, long definitionId, DefinitionRequest request) {
        return change(caller, definitionId, request, "release", DefinitionState.RELEASED);
    }

    public DefinitionReply retire(Caller caller, long definitionId, DefinitionRequest request) {
        return change(caller, definitionId, request, "retire", DefinitionState.RETIRED);
    }

    private DefinitionReply change(Caller caller, long definitionId, DefinitionRequest request, String operation, DefinitionState to) {
        mustAdminister(caller);
        Inputs.opId(request.opId, caller.locale());
        String fingerprint = Idempotency.fingerprint(operation, definitionId, request);
        Optional<DefinitionReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, DefinitionReply.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        DefinitionRow row = definitions.find(caller.tenant(), definitionId).orElseThrow(() -> Situations.notFound(caller));
        DefinitionState from = DefinitionState.valueOf(row.state);
        if (from == to || from == DefinitionState.DRAFT && to == DefinitionState.RETIRED) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.DEFINITION_STATE", from.name()));
        }
        row.state = to.name();
        DefinitionReply reply = new DefinitionReply();
        reply.opId = idempotency.opId(request.opId);
        reply.preview = request.preview;
        reply.definitions.add(views.info(row));
        if (!request.preview) {
            changeState(row, from, to, caller.locale());
            idempotency.remember(caller, reply.opId, fingerprint, now(), reply);
            writes.flush(caller.tenant(), 0);
        }
        return reply;
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

    private void mustAdminister(Caller caller) {
        if (!directories.of(caller.tenant()).member(caller.person()).map(Member::administrator).orElse(false)) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.ADMINISTRATORS_ONLY"));
        }
    }
}
