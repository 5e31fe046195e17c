package wf.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Where the corpora lie: beside the repository, or where {@code -Dwf.corpora} says. */
public final class Corpora {

    private static final Path FOLDER = Path.of(System.getProperty("wf.corpora", "../../shared/corpora"));

    private Corpora() { }

    /** Skips the test, and says so, where the corpora are not. */
    public static void needed() {
        if (!Files.isDirectory(FOLDER)) {
            System.out.println("conformance skipped: there are no corpora at " + FOLDER.toAbsolutePath().normalize());
        }
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no corpora at " + FOLDER);
    }

    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /** The models below a folder, by name. */
    public static List<Path> models(String folder) {
        try (Stream<Path> files = Files.walk(FOLDER.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String name(Path file) {
        return file.getFileName().toString().replace(".bpmn", "");
    }
}
