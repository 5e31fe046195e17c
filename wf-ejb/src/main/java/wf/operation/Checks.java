package wf.operation;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.definition.Field;
import wf.instance.Incident;
import wf.runtime.Delays;
import wf.runtime.Rejection;
import wf.runtime.Relations;

/** Pre-conditions that several operations share, each with its own name. */
final class Checks {

    private Checks() { }

    @SafeVarargs
    static Optional<Rejection> first(Optional<Rejection>... checks) {
        return Stream.of(checks).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Rejection> unless(boolean holds, ErrorCode code, String key, String... arguments) {
        return holds ? Optional.empty() : Optional.of(Rejection.of(code, key, arguments));
    }

    /** The instance is running, and the item is not laid aside; the engine's own operations have none. */
    static Optional<Rejection> isRunning(Subject on) {
        return first(isInstanceRunning(on), unless(on.item() == null || !on.item().isSuspended(), ErrorCode.ILLEGAL_STATE, "ITEM_SUSPENDED"));
    }

    static Optional<Rejection> isInstanceRunning(Subject on) {
        return unless(on.instance().state() == InstanceState.RUNNING, ErrorCode.ILLEGAL_STATE, "NOT_RUNNING",
                on.instance().state().name());
    }

    static Optional<Rejection> isRunningOrDraft(Subject on) {
        return on.instance().state() == InstanceState.DRAFT ? Optional.empty() : isRunning(on);
    }

    static Optional<Rejection> isOver(Subject on) {
        return unless(on.instance().isClosed() && on.instance().state() != InstanceState.DELETED, ErrorCode.ILLEGAL_STATE, "NOT_OVER",
                on.instance().state().name());
    }

    static Optional<Rejection> isNotDeleted(Subject on) {
        return unless(on.instance().state() != InstanceState.DELETED, ErrorCode.ILLEGAL_STATE, "DELETED_ALREADY");
    }

    static Optional<Rejection> isSuspended(Subject on) {
        return unless(on.instance().state() == InstanceState.SUSPENDED, ErrorCode.ILLEGAL_STATE, "NOT_SUSPENDED", on.instance().state().name());
    }

    /** Not over: what reaches an instance that stands still is kept. */
    static Optional<Rejection> isLive(Subject on) {
        return unless(!on.instance().isClosed(), ErrorCode.ILLEGAL_STATE, "INSTANCE_CLOSED", on.instance().state().name());
    }

    /** Administrators always may. */
    static Optional<Rejection> processAllows(Subject on, boolean allowed, String operation) {
        return unless(allowed || on.facts().actor().administrator(), ErrorCode.NODE_POLICY, "NOT_ALLOWED_BY_PROCESS", on.definition().name(), operation);
    }

    static Optional<Rejection> isReady(Subject on) {
        return unless(on.item().state() == WorkItemState.READY || on.item().state() == WorkItemState.OPENED, ErrorCode.ILLEGAL_STATE,
                "ITEM_NOT_READY", on.item().state().name());
    }

    /** §6.3: he acts in a department in which he is, or which he heads. */
    static Optional<Rejection> isHisDepartment(Subject on, String department) {
        return unless(department == null || new Relations(on.facts().directory()).mayActIn(on.facts().actor().id(), department),
                ErrorCode.INVALID_INPUT, "NOT_HIS_DEPARTMENT", department);
    }

    static Optional<Rejection> isToCome(Subject on, Date moment, String field) {
        return unless(moment == null || moment.toInstant().isAfter(on.facts().now()), ErrorCode.INVALID_INPUT, "TO_COME", field);
    }

    static Optional<Rejection> isNotClosed(Subject on) {
        return unless(!on.instance().isClosed() && on.instance().state() != InstanceState.DELETED, ErrorCode.ILLEGAL_STATE, "INSTANCE_CLOSED", on.instance().state().name());
    }

    /** Also an instance or an item that stands still for now (§4.5 X2). */
    static Optional<Rejection> isUnderWay(Subject on) {
        return on.instance().state() == InstanceState.SUSPENDED ? Optional.empty() : isInstanceRunning(on);
    }

    static Optional<Rejection> hasHolder(Subject on) {
        return unless(!on.item().isOffered(), ErrorCode.ILLEGAL_STATE, "CLAIM_FIRST");
    }

    /** Somebody has it in his hands and need not wait for others whom he asked. */
    static Optional<Rejection> isTaken(Subject on) {
        return first(hasHolder(on), unless(!on.item().isWaiting(), ErrorCode.ILLEGAL_STATE, "WAITS_FOR_OTHERS"));
    }

    /** Assistants have answered, or the node sends them home. */
    static Optional<Rejection> assistantsAreDone(Subject on) {
        boolean open = on.visit().askedFrom(on.item().id()).stream().anyMatch(c -> c.kind().asksFor() == WorkItemKind.ASSIST);
        return unless(!open || on.node().settings().handling().dismissesAssistants(), ErrorCode.ILLEGAL_STATE, "ASSISTANTS_OPEN");
    }

    /** Nobody else works or signs at the visit, or lets his work wait there, so that the token may go with him. */
    static Optional<Rejection> worksAlone(Subject on) {
        boolean others = on.instance().itemsOf(on.visit().id()).stream()
                .anyMatch(i -> i.id() != on.item().id() && i.kind() != WorkItemKind.ASSIST);
        return unless(!others && !Delays.isHeld(on.visit(), on.instance()), ErrorCode.ILLEGAL_STATE, "OTHERS_AT_WORK");
    }

    /** What others were asked for cannot be put back into a pool. */
    static Optional<Rejection> asksNobody(Subject on) {
        return unless(on.visit().askedFrom(on.item().id()).isEmpty(), ErrorCode.ILLEGAL_STATE, "ASKED_OTHERS");
    }

    static Optional<Rejection> isAVote(Subject on) {
        return on.item().kind() == WorkItemKind.ADDSIGN ? Optional.empty() : isOfKind(on, WorkItemKind.SIGN);
    }

    static Optional<Rejection> isOfKind(Subject on, WorkItemKind kind) {
        return unless(on.item().kind() == kind, ErrorCode.ILLEGAL_STATE, "WRONG_KIND", on.item().kind().name());
    }

    /** Every required field has a value, sent now or there already. */
    static Optional<Rejection> requiredFieldsGiven(Subject on) {
        List<String> missing = Fields.required(on).stream().filter(f -> !Fields.hasValue(on, f)).map(Field::label).toList();
        return unless(missing.isEmpty(), ErrorCode.INVALID_INPUT, "FIELDS_REQUIRED", String.join(", ", missing));
    }

    /** Every field has a value of its type. */
    static Optional<Rejection> fieldsFitTheirTypes(Subject on) {
        List<String> mistyped = Fields.mistyped(on);
        return unless(mistyped.isEmpty(), ErrorCode.INVALID_INPUT, "FIELD_TYPE", String.join(", ", mistyped));
    }

    static Optional<Rejection> isGiven(Object value, String field) {
        return unless(value != null && !value.toString().isBlank(), ErrorCode.INVALID_INPUT, "GIVEN", field);
    }

    static Optional<Rejection> isAtMost(int characters, String text, String field) {
        return unless(text == null || text.length() <= characters, ErrorCode.INVALID_INPUT, "TEXT_TOO_LONG", field,
                String.valueOf(characters));
    }

    static Optional<Rejection> hasIncident(Incident incident) {
        return unless(incident != null, ErrorCode.ILLEGAL_STATE, "INCIDENT_OVER");
    }
}
