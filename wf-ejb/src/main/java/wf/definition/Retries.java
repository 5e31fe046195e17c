package wf.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How often work that is done after the commit is tried, before an incident is raised.
 *
 * @param times all attempts, the first one too
 * @param waits pauses as the model wants them, the last one for all further attempts; empty leaves them to the engine
 */
public record Retries(int times, List<Duration> waits) {

    /** The most attempts that a model can ask for. */
    public static final int MAX = 100;
    public static final Retries STANDARD = new Retries(3, List.of());

    public Retries {
        waits = List.copyOf(waits);
    }

    /** The pause after so many failures, counted from 1; empty: as the engine thinks best. */
    public Optional<Duration> waitAfter(int failures) {
        return waits.isEmpty() ? Optional.empty() : Optional.of(waits.get(Math.min(failures, waits.size()) - 1));
    }
}
