package wf.handbook;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.contract.AddSignPosition;
import wf.contract.AddSignRequest;
import wf.contract.AssistRequest;
import wf.contract.DeleteInstanceRequest;
import wf.contract.EndInstanceRequest;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.SubmitRequest;
import wf.contract.SuspendInstanceRequest;
import wf.contract.SuspendItemRequest;
import wf.contract.TerminateRequest;
import wf.contract.WithdrawRequest;
import wf.operation.Identities;
import wf.operation.Identity;
import wf.operation.Operation;
import wf.operation.Operations;
import wf.operation.Policies;
import wf.operation.Scope;
import wf.operation.Subject;
import wf.scenario.CoreEngine;
import wf.scenario.Model;

/**
 * Instances in every state, brought there by operations, on which each operation is asked whether it can be done. Their model
 * allows whatever a model can allow.
 */
final class Samples {

    /** Who can do something in a state. */
    enum May { NOBODY, ADMINISTRATORS, THEIRS }

    private static final String ADMINISTRATOR = "admin";
    private static final List<String> PEOPLE = List.of("zhao", "li", "qian", "wang", "sun", "zhou");

    private final CoreEngine engine = new CoreEngine();
    private final String letter;
    private final String broken;
    private final Map<InstanceState, List<Long>> instances = new EnumMap<>(InstanceState.class);

    Samples() {
        letter = engine.deploy(allowing(Model.process("letter").step("draft", Model.byStarter()).fork(Model.Line.line("work", Model.by("li")),
                Model.Line.line("pool", Model.offeredTo("wang", "sun")), Model.Line.line("signed", Model.signedByAll("sun", "zhou"))).end()));
        broken = engine.deploy(allowing(Model.process("broken").step("draft", Model.byStarter())
                .element("nothing", "<serviceTask id=\"nothing\"/>").end()));
        instances.put(InstanceState.DRAFT, List.of(engine.draft("zhao", letter).instanceId()));
        instances.put(InstanceState.RUNNING, running());
        instances.put(InstanceState.SUSPENDED, brought("suspendInstance", new SuspendInstanceRequest()));
        EndInstanceRequest end = new EndInstanceRequest();
        end.resultStatus = "enough";
        instances.put(InstanceState.COMPLETED, brought("endInstance", end));
        TerminateRequest terminate = new TerminateRequest();
        terminate.reason = "enough";
        instances.put(InstanceState.TERMINATED, brought("terminate", terminate));
        instances.put(InstanceState.WITHDRAWN, brought("withdraw", new WithdrawRequest()));
        instances.put(InstanceState.DELETED, brought("deleteInstance", new DeleteInstanceRequest()));
    }

    private static String allowing(String model) {
        String needing = Operations.builtIn().all().stream().map(Operation::name).filter(Policies::needsAllowance).collect(Collectors.joining(","));
        return model.replace(" isExecutable=", " wf:suspend=\"true\" wf:end=\"true\" wf:reopen=\"true\" wf:allow=\"" + needing + "\" isExecutable=");
    }

    // ---- instances ----

    /** In each of them something else has just been done. */
    private List<Long> running() {
        return List.of(sent(letter, id -> { }), sent(letter, id -> perform("wang", "claim", id, item(id, "pool", null), new OperationRequest())),
                sent(letter, this::askOthers), sent(letter, id -> perform("li", "suspendItem", id, item(id, "work", "li"), new SuspendItemRequest())),
                sent(broken, id -> { }));
    }

    private long sent(String key, Consumer<Long> then) {
        long id = engine.start("zhao", key, Map.of()).instanceId();
        perform("zhao", "submit", id, item(id, "draft", "zhao"), new SubmitRequest());
        then.accept(id);
        return id;
    }

    private void askOthers(long id) {
        AssistRequest assist = new AssistRequest();
        assist.users = List.of("qian");
        perform("li", "assist", id, item(id, "work", "li"), assist);
        AddSignRequest sign = new AddSignRequest();
        sign.position = AddSignPosition.PARALLEL;
        sign.users = List.of("wang");
        perform("li", "addSign", id, item(id, "work", "li"), sign);
    }

    private List<Long> brought(String operation, OperationRequest request) {
        List<Long> there = running();
        there.forEach(id -> perform(ADMINISTRATOR, operation, id, id, request));
        return there;
    }

    private void perform(String person, String operation, long id, long target, OperationRequest request) {
        if (engine.perform(person, operation, id, target, request).refused() != null) {
            throw new AssertionError(operation + " is refused, so that the samples cannot be made");
        }
    }

    private long item(long id, String node, String owner) {
        return engine.openItems(id).stream().filter(i -> i.node().equals(node) && (owner == null || owner.equals(i.owner()))).findFirst().orElseThrow().id();
    }

    // ---- asking ----

    /** What was deleted is seen by administrators only. */
    May may(Operation<?> operation, InstanceState state) {
        boolean isSeen = state != InstanceState.DELETED;
        if (isSeen && PEOPLE.stream().anyMatch(person -> subjects(person, state).anyMatch(on -> isHis(operation, on) && isPossible(operation, on)))) {
            return May.THEIRS;
        }
        boolean possible = subjects(ADMINISTRATOR, state).anyMatch(on -> isPossible(operation, on));
        return possible ? May.ADMINISTRATORS : May.NOBODY;
    }

    boolean isPossibleSomewhere(Operation<?> operation) {
        return Stream.of(InstanceState.values()).anyMatch(s -> may(operation, s) != May.NOBODY);
    }

    private Stream<Subject> subjects(String person, InstanceState state) {
        return instances.get(state).stream().flatMap(id -> engine.subjects(person, id));
    }

    private static boolean isHis(Operation<?> operation, Subject on) {
        Set<Identity> held = new HashSet<>(Identities.of(on.facts().actor(), on.instance(), on.item()));
        if (on.done() != null && on.facts().actor().id().equals(on.done().handledBy())) {
            held.add(Identity.HANDLED);
        }
        return operation.who().stream().anyMatch(held::contains);
    }

    private static boolean isPossible(Operation<?> operation, Subject on) {
        return isAbout(operation.scope(), on) && Policies.refuse(operation, on).isEmpty() && operation.unavailable(on).isEmpty();
    }

    private static boolean isAbout(Scope scope, Subject on) {
        return switch (scope) {
            case WORK_ITEM -> on.item() != null;
            case DONE_ITEM -> on.done() != null;
            case INCIDENT -> on.incident() != null;
            case INSTANCE -> on.item() == null && on.done() == null && on.incident() == null;
            case NEW, ENGINE -> false;
        };
    }
}
