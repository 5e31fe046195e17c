package wf.runtime;

import java.util.List;
import java.util.Optional;
import wf.instance.Event;
import wf.instance.ProcessInstance;

/**
 * What an operation came to: the events and the instance after them, or a rejection and nothing else.
 *
 * @param events in the order in which they happened; empty with a rejection
 * @param after the instance after the events
 * @param rejection null when the operation was accepted
 */
public record Decision(List<Event> events, ProcessInstance after, Rejection rejection) {

    public Optional<Rejection> refused() {
        return Optional.ofNullable(rejection);
    }
}
