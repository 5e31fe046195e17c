package wf.handbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Compiled classes of the product, each read once. */
final class Bytecode {

    private static final Map<String, ClassNode> READ = new ConcurrentHashMap<>();

    private Bytecode() { }

    /** A method that another one calls, or makes a function of. */
    record Target(String owner, String name, String descriptor) { }

    /** @param name as the virtual machine writes it, {@code wf/operation/Submit} */
    static ClassNode of(String name) {
        return READ.computeIfAbsent(name, Bytecode::read);
    }

    static ClassNode of(Class<?> type) {
        return of(type.getName().replace('.', '/'));
    }

    private static ClassNode read(String name) {
        try (InputStream code = Bytecode.class.getResourceAsStream("/" + name + ".class")) {
            ClassNode node = new ClassNode();
            new ClassReader(code).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All classes of a package and of those below it. */
    static List<ClassNode> in(Class<?> product, String packageName) {
        try (Stream<Path> files = Files.walk(Path.of(product.getProtectionDomain().getCodeSource().getLocation().toURI()).resolve(packageName))) {
            return files.map(Path::toString).filter(f -> f.endsWith(".class")).sorted()
                    .map(f -> of(f.substring(f.lastIndexOf("/" + packageName) + 1, f.length() - ".class".length()))).toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Optional<MethodNode> method(Target target) {
        return of(target.owner()).methods.stream().filter(m -> m.name.equals(target.name()) && m.desc.equals(target.descriptor())).findFirst();
    }

    static List<AbstractInsnNode> instructions(MethodNode method) {
        return StreamSupport.stream(method.instructions.spliterator(), false).filter(i -> i.getOpcode() >= 0).toList();
    }

    static Stream<Target> targets(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            return Stream.of(new Target(call.owner, call.name, call.desc));
        } else if (instruction instanceof InvokeDynamicInsnNode function) {
            return Stream.of(function.bsmArgs).filter(Handle.class::isInstance).map(Handle.class::cast)
                    .map(h -> new Target(h.getOwner(), h.getName(), h.getDesc()));
        }
        return Stream.empty();
    }
}
