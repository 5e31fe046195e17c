package wf.micro;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first thing to run in the server's own JVM. It holds the lock on the data directory for as long as that JVM
 * lives, and stops the server in order when standard input ends, which happens even if the parent dies by kill -9.
 */
final class Child {
    static final int DATA_IN_USE = 3;

    /** Held here so that it is not collected. */
    private static DataLock lock;

    private Child() { }

    public static void main(String[] args) throws Exception {
        Path data = Path.of(System.getProperty("wf.data"));
        lock = new DataLock(data);
        if (!lock.held()) {
            System.exit(DATA_IN_USE);
        }
        // A server that was killed leaves its unpacked runtime behind.
        empty(Path.of(System.getProperty("java.io.tmpdir")));
        Thread watch = new Thread(Child::exitWhenInputEnds, "wf-parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName("fish.payara.micro.PayaraMicro").getMethod("main", String[].class).invoke(null, (Object) args);
    }

    static void empty(Path directory) throws IOException {
        Files.createDirectories(directory);
        List<Path> old;
        try (Stream<Path> paths = Files.walk(directory)) {
            old = paths.filter(path -> !path.equals(directory)).sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : old) {
            Files.delete(path);
        }
    }

    private static void exitWhenInputEnds() {
        try (InputStream in = System.in) {
            while (in.read() >= 0) {
                // Nobody writes; only the end counts.
            }
        } catch (IOException e) {
            // As good as the end.
        }
        System.exit(0);
    }
}
