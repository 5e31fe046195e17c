package wf.meter;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What this node has done since it was started. Names and labels are the program's own and few: nothing that somebody sends
 * becomes one, or they would grow without end.
 */
@Singleton
public class Meters {

    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final double NANOS = 1e9;
    private final Map<String, Map<String, LongAdder>> counters = new ConcurrentSkipListMap<>();
    private final Map<String, Map<String, Times>> times = new ConcurrentSkipListMap<>();

    /** @param labels name and value in turn */
    public void count(String name, long by, String... labels) {
        counters.computeIfAbsent(name, n -> new ConcurrentSkipListMap<>()).computeIfAbsent(text(labels), l -> new LongAdder()).add(by);
    }

    public void time(String name, long nanos, String... labels) {
        times.computeIfAbsent(name, n -> new ConcurrentSkipListMap<>()).computeIfAbsent(text(labels), l -> new Times()).add(nanos);
    }

    /** The sum over all labels. */
    public long total(String name) {
        return counters.getOrDefault(name, Map.of()).values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** The sum over those that have this label. */
    public long total(String name, String label, String value) {
        return counters.getOrDefault(name, Map.of()).entrySet().stream().filter(e -> e.getKey().contains(label + "=\"" + value + '"'))
                .mapToLong(e -> e.getValue().sum()).sum();
    }

    private static String text(String... labels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? "" : ",").append(labels[i]).append("=\"").append(labels[i + 1]).append('"');
        }
        return text.toString();
    }

    /** All of it in Prometheus' text format. */
    public void write(StringBuilder out) {
        counters.forEach((name, series) -> {
            out.append("# TYPE ").append(name).append(" counter\n");
            series.forEach((labels, value) -> line(out, name, labels, value.sum()));
        });
        times.forEach((name, series) -> {
            out.append("# TYPE ").append(name).append(" histogram\n");
            series.forEach((labels, value) -> value.write(out, name, labels));
        });
    }

    /** A number as it is now. */
    public static void gauge(StringBuilder out, String name, double value, String... labels) {
        out.append("# TYPE ").append(name).append(" gauge\n");
        line(out, name, text(labels), value);
    }

    private static void line(StringBuilder out, String name, String labels, double value) {
        out.append(name);
        if (!labels.isEmpty()) {
            out.append('{').append(labels).append('}');
        }
        out.append(' ').append(value == Math.rint(value) && Math.abs(value) < 1e15 ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.6f", value)).append('\n');
    }

    private static final class Times {
        private final LongAdder[] within = new LongAdder[BOUNDS.length + 1];
        private final LongAdder nanos = new LongAdder();

        Times() {
            for (int i = 0; i < within.length; i++) {
                within[i] = new LongAdder();
            }
        }

        void add(long taken) {
            int bucket = 0;
            while (bucket < BOUNDS.length && taken / NANOS > BOUNDS[bucket]) {
                bucket++;
            }
            within[bucket].increment();
            nanos.add(taken);
        }

        void write(StringBuilder out, String name, String labels) {
            String before = labels.isEmpty() ? "" : labels + ',';
            long sum = 0;
            for (int i = 0; i < within.length; i++) {
                sum += within[i].sum();
                line(out, name + "_bucket", before + "le=\"" + (i < BOUNDS.length ? String.valueOf(BOUNDS[i]) : "+Inf") + '"', sum);
            }
            line(out, name + "_sum", labels, nanos.sum() / NANOS);
            line(out, name + "_count", labels, sum);
        }
    }
}
