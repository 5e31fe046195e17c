package wf.handbook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import wf.contract.ErrorCode;

/**
 * All that some methods lead to inside their own package, in reading order: the refusals that are made there, and the methods
 * that are called. A refusal is an {@link ErrorCode} and, after it, the key of a sentence.
 */
final class Reached {

    private static final String CODES = "wf/contract/ErrorCode";
    private static final String NAME = "[a-z]\\w*";

    private record Visit(Bytecode.Target method, String about) { }

    private final String home;
    private final ErrorCode usual;
    private final Set<Visit> seen = new LinkedHashSet<>();
    private final Set<Refusal> refusals = new LinkedHashSet<>();
    private final Set<Bytecode.Target> calls = new LinkedHashSet<>();

    /** @param usual the code of refusals that name none; null where each has to */
    private Reached(String home, ErrorCode usual) {
        this.home = home;
        this.usual = usual;
    }

    /** Those of one method alone, without what it leads to. */
    static List<Refusal> in(ClassNode type, MethodNode method) {
        Reached reached = new Reached("nowhere", null);
        reached.visit(new Visit(new Bytecode.Target(type.name, method.name, method.desc), null));
        return reached.refusals();
    }

    static Reached from(Class<?> type, Predicate<MethodNode> start) {
        return from(type, start, null);
    }

    static Reached from(Class<?> type, Predicate<MethodNode> start, ErrorCode usual) {
        Reached reached = new Reached(type.getPackageName().replace('.', '/') + "/", usual);
        String owner = type.getName().replace('.', '/');
        Bytecode.of(type).methods.stream().filter(start).forEach(m -> reached.visit(new Visit(new Bytecode.Target(owner, m.name, m.desc), null)));
        return reached;
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Every method that is called on the way, also those of other packages, where the way ends. */
    Set<Bytecode.Target> calls() {
        return calls;
    }

    private void visit(Visit visit) {
        if (seen.add(visit)) {
            Bytecode.method(visit.method()).ifPresent(m -> read(m, visit.about()));
        }
    }

    private void read(MethodNode method, String about) {
        ErrorCode code = usual;
        String before = null;
        String key = null;
        for (AbstractInsnNode instruction : Bytecode.instructions(method)) {
            String constant = instruction instanceof LdcInsnNode ldc && ldc.cst instanceof String s ? s : null;
            if (key != null && !makesArray(instruction)) {
                refusals.add(new Refusal(code, key, constant != null && constant.matches(NAME) ? constant : about));
                code = usual;
                key = null;
            }
            if (instruction instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC && field.owner.equals(CODES)) {
                code = ErrorCode.valueOf(field.name);
            } else if (constant != null && code != null && Keys.isRefusal(constant)) {
                key = Keys.refusal(constant);
            }
            follow(instruction, before);
            before = constant;
        }
    }

    /** Between the key and the first thing that its sentence names. */
    private static boolean makesArray(AbstractInsnNode instruction) {
        int code = instruction.getOpcode();
        return code >= Opcodes.ICONST_0 && code <= Opcodes.ICONST_5 || code == Opcodes.ANEWARRAY || code == Opcodes.DUP;
    }

    private void follow(AbstractInsnNode instruction, String about) {
        Bytecode.targets(instruction).forEach(target -> {
            calls.add(target);
            if (target.owner().startsWith(home)) {
                visit(new Visit(target, about));
            }
        });
    }
}
