package wf.micro.fuzz;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What came of all requests, door by door. */
final class Tally {
    private static final class Line {
        private long requests;
        private long done;
        private long refused;
        private long understood;
        private long worst;
    }

    private final Map<String, Line> lines = new ConcurrentSkipListMap<>();

    Tally(List<Door> doors) {
        doors.forEach(door -> lines.put(door.toString(), new Line()));
    }

    void note(Shot shot, Answer answer) {
        Line line = lines.get(shot.door().toString());
        synchronized (line) {
            line.requests++;
            line.done += answer.isDone() ? 1 : 0;
            line.refused += answer.isDone() ? 0 : 1;
            line.understood += Judge.isUnderstood(answer) ? 1 : 0;
            line.worst = Math.max(line.worst, answer.millis());
        }
    }

    long requests() {
        return lines.values().stream().mapToLong(line -> line.requests).sum();
    }

    /** Doors that no request got through. Whoever changed his password would not be let in any more, so nobody knows his old one. */
    List<String> neverReached() {
        return lines.entrySet().stream().filter(line -> line.getValue().understood == 0).filter(line -> !line.getKey().endsWith("changePassword")).map(Map.Entry::getKey).toList();
    }

    String table() {
        StringBuilder table = new StringBuilder(String.format("%-40s %9s %7s %8s %10s %9s%n", "operation", "requests", "done", "refused", "understood", "worst ms"));
        lines.forEach((name, line) -> table.append(String.format("%-40s %9d %7d %8d %10d %9d%n", name, line.requests, line.done, line.refused, line.understood, line.worst)));
        return table.toString();
    }
}
