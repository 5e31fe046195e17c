package wf.instance;

import java.util.List;

/**
 * What a visit remembers because work was sent back to it (§1.3).
 *
 * @param handlers who did the work before and gets it again
 */
public record Rework(List<String> handlers) {

    public Rework {
        handlers = handlers == null ? List.of() : List.copyOf(handlers);
    }
}
