package wf.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wf.value.Value;

/**
 * How far a repeated activity has come.
 *
 * @param planned instances in all; 0 while a condition decides anew each time
 * @param started instances begun
 * @param ended instances that came to their end
 * @param elements one for each planned instance; where a number said how many, only those of the instances added later
 * @param outputs what the ended ones gave, in the order of their ends
 */
public record LoopProgress(int planned, int started, int ended, List<Value> elements, List<Value> outputs) {

    public LoopProgress {
        elements = List.copyOf(elements);
        outputs = List.copyOf(outputs);
    }

    public static LoopProgress of(int planned, List<Value> elements) {
        return new LoopProgress(planned, 0, 0, elements, List.of());
    }

    public int active() {
        return started - ended;
    }

    public boolean isAllStarted() {
        return started >= planned;
    }

    /** The element of the instance that begins next, if there is one for it. */
    public Optional<Value> next() {
        int at = started - (planned - elements.size());
        return at < 0 || at >= elements.size() ? Optional.empty() : Optional.of(elements.get(at));
    }

    LoopProgress oneStarted() {
        return new LoopProgress(planned, started + 1, ended, elements, outputs);
    }

    LoopProgress oneEnded(Value output) {
        return new LoopProgress(planned, started, ended + 1, elements, output == null ? outputs : plus(outputs, output));
    }

    LoopProgress oneMore(Value element) {
        return new LoopProgress(planned + 1, started, ended, element == null ? elements : plus(elements, element), outputs);
    }

    /** One that was begun is taken back, as if it had never been planned. */
    LoopProgress oneWithdrawn() {
        return new LoopProgress(planned - 1, started - 1, ended, elements.isEmpty() ? elements : elements.subList(1, elements.size()), outputs);
    }

    private static List<Value> plus(List<Value> some, Value one) {
        List<Value> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }
}
