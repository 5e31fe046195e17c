package wf.handbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import wf.command.Attempts;
import wf.command.CommandBus;
import wf.command.Idempotency;
import wf.command.Inputs;
import wf.command.Permissions;
import wf.command.Refusals;
import wf.command.Repetition;
import wf.command.Situations;
import wf.contract.ErrorCode;
import wf.operation.Operation;
import wf.operation.Policies;

/** The way of every operation through the command bus, step by step, with what each step refuses. */
final class Way {

    /** Methods of a class. */
    record Place(Class<?> type, String... methods) { }

    /**
     * @param taken the method that the command bus calls for it
     * @param refusing where its refusals are made
     */
    record Step(String chinese, String english, Place taken, Place refusing) { }

    /** Steps that are the same for all, in the order in which the command bus takes them. */
    static final List<Step> STEPS = List.of(
            step("读取请求", "The request is read: texts, number of variables, the operation's id.", new Place(Inputs.class, "check")),
            new Step("查重", "Has an operation of this id succeeded before? Then its first reply is given again, and nothing happens.",
                    new Place(Repetition.class, "of"), new Place(Idempotency.class, "mustBe")),
            new Step("查找", "What it is about is found: the work item, incident or instance, and who asks. What the caller may not know of is not found.",
                    new Place(Situations.class, "find"), new Place(Situations.class, "facts", "ofItem", "ofIncident", "findDone", "notHere")),
            step("核对版本", "Where the caller named a version of the instance, it must be the current one.", new Place(Refusals.class, "version")),
            step("代办", "Who acts for another must be his deputy.", new Place(Refusals.class, "deputy")),
            step("身份", "One of the identities that the caller holds must grant the operation; administration does too.", new Place(Permissions.class, "refuse")),
            step("策略", "The node and the process must allow it; administrators pass, and the journal says so.", new Place(Policies.class, "refuse")));

    /** Flows end at incidents or refusals here; what only migration asks stands with it. */
    private static final Set<String> ELSEWHERE = Set.of("wf/runtime/Migration", "wf/runtime/VersionChange", "wf/runtime/MigratedEvents");

    private Way() { }

    private static Step step(String chinese, String english, Place place) {
        return new Step(chinese, english, place, place);
    }

    static List<Refusal> refusals(Step step) {
        Set<String> named = Set.of(step.refusing().methods());
        Class<?> type = step.refusing().type();
        Set<String> there = Bytecode.of(type).methods.stream().map(m -> m.name).collect(Collectors.toSet());
        if (!there.containsAll(named)) {
            throw new AssertionError("not all of " + named + " are methods of " + type + " any more: correct the step in " + Way.class);
        }
        return Reached.from(type, m -> named.contains(m.name), ErrorCode.INVALID_INPUT).refusals();
    }

    /** What the command bus calls, in reading order. */
    static List<Bytecode.Target> taken() {
        List<Bytecode.Target> taken = new ArrayList<>();
        Bytecode.of(CommandBus.class).methods.stream().filter(m -> m.name.equals("run")).forEach(m -> follow(m, taken));
        return taken;
    }

    private static void follow(MethodNode method, List<Bytecode.Target> taken) {
        Bytecode.instructions(method).stream().flatMap(Bytecode::targets).forEach(target -> {
            taken.add(target);
            if (target.name().startsWith("lambda$") || target.owner().equals("wf/command/CommandBus")) {
                Bytecode.method(target).ifPresent(m -> follow(m, taken));
            }
        });
    }

    /** When others write the same instance at the same moment. */
    static List<Refusal> whenStored() {
        ClassNode attempts = Bytecode.of(Attempts.class);
        return attempts.methods.stream().flatMap(m -> Reached.in(attempts, m).stream()).toList();
    }

    /** Refusals in the course of the flow, whatever the operation. */
    static Set<Refusal> inTheFlow() {
        Set<Refusal> refusals = new LinkedHashSet<>();
        Stream.of("wf/runtime", "wf/node").flatMap(p -> Bytecode.in(Operation.class, p).stream()).filter(c -> !ELSEWHERE.contains(outer(c)))
                .forEach(c -> c.methods.forEach(m -> refusals.addAll(Reached.in(c, m))));
        return refusals;
    }

    private static String outer(ClassNode type) {
        return type.name.replaceFirst("\\$.*", "");
    }
}
