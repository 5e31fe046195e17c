package wf.instance;

import java.util.List;

/**
 * What a visit remembers because work was sent back, to it or from it (§1.3).
 *
 * @param handlers who did the work before and gets it again
 * @param ticket what stood where before, for handing the work straight back; or null
 * @param awaits the earlier visit to which the work goes from here once the branches beside have come to rest; or null
 * @param again the earlier visit whose called instance is called anew, with what that one had left; null where none is
 */
public record Rework(List<String> handlers, Ticket ticket, Long awaits, Long again) {

    public Rework {
        handlers = handlers == null ? List.of() : List.copyOf(handlers);
    }

    /** Work that comes back to these people. */
    public static Rework to(List<String> handlers, Ticket ticket) {
        return new Rework(handlers, ticket, null, null);
    }

    /** Work that is to go back to that visit. */
    public static Rework awaiting(long nodeInstanceId) {
        return new Rework(List.of(), null, nodeInstanceId, null);
    }

    /** The instance that this visit called is called anew. */
    public static Rework calling(long nodeInstanceId) {
        return new Rework(List.of(), null, null, nodeInstanceId);
    }
}
