package wf.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the machine tells about the processes of a run, by {@code /proc} and the JDK's {@code jcmd}. */
final class Host {

    private static final double TICKS = 100;
    private final long server;
    private final long database;

    /** @param database the first process of PostgreSQL, whose children do the work */
    Host(long server, long database) {
        this.server = server;
        this.database = database;
    }

    /** Seconds of CPU since each began. */
    record Cpu(double client, double server, double database) {
        Cpu plus(Cpu other) {
            return new Cpu(client + other.client, server + other.server, database + other.database);
        }

        Cpu since(Cpu earlier) {
            return new Cpu(client - earlier.client, server - earlier.server, database - earlier.database);
        }
    }

    Cpu cpu() throws IOException {
        double ended = seconds(stat(database), 13, 14);
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            double running = all.filter(p -> p.getFileName().toString().matches("[0-9]+")).mapToDouble(this::ofDatabase).sum();
            return new Cpu(seconds(stat(ProcessHandle.current().pid()), 11, 12), seconds(stat(server), 11, 12), ended + running);
        }
    }

    private double ofDatabase(Path process) {
        try {
            String[] stat = stat(Long.parseLong(process.getFileName().toString()));
            return Long.parseLong(stat[1]) == database ? seconds(stat, 11, 12) : 0;
        } catch (IOException e) {
            return 0; // It has ended meanwhile.
        }
    }

    /** From the third field on: the second one, the name, may contain anything. */
    private static String[] stat(long process) throws IOException {
        String line = Files.readString(Path.of("/proc/" + process + "/stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    private static double seconds(String[] stat, int user, int system) {
        return (Long.parseLong(stat[user]) + Long.parseLong(stat[system])) / TICKS;
    }

    /** Bytes that are in use on the server's heap after a full collection, which a histogram of live objects begins with. */
    long heap() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(List.of(jcmd.toString(), Long.toString(server), "GC.class_histogram")).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text.lines().filter(l -> l.startsWith("Total")).map(l -> l.trim().split("\\s+")).mapToLong(p -> Long.parseLong(p[2])).findFirst()
                .orElseThrow(() -> new IllegalStateException("jcmd said " + text));
    }
}
