package wf.micro.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What went wrong, each kind of it a few times, with the request as it was sent, so that it can be sent again. */
final class Complaints {
    private static final int EACH = 2;

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private final Path folder;

    Complaints(Path folder) {
        this.folder = folder;
    }

    void add(Shot shot, String what, Object answer) {
        note(shot.door() + " " + what, () -> shot + "\n    -> " + answer + "\n    " + kept(shot));
    }

    void add(String what, String more) {
        note(what, () -> more);
    }

    /** At once, since a long run may be broken off. */
    private synchronized void note(String what, Supplier<String> more) {
        if (counts.merge(what, 1, Integer::sum) <= EACH) {
            told.add(what + "\n    " + more.get());
            System.out.println(told.get(told.size() - 1));
        }
    }

    private String kept(Shot shot) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(shot.number() + "-" + shot.door().operation() + ".http"), shot.bytes("127.0.0.1")).toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    synchronized List<String> all() {
        return List.copyOf(told);
    }

    synchronized String summary() {
        StringBuilder text = new StringBuilder();
        counts.forEach((what, count) -> text.append(String.format("%6d × %s%n", count, what)));
        return text.toString();
    }
}
