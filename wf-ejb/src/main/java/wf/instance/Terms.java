package wf.instance;

import java.time.Duration;
import java.time.Instant;

/**
 * On which terms an item is to be handled, as its node's model had it when the item came.
 *
 * @param dueAt until when, or null
 * @param followUpAt when its handler wants to look at it again, or null
 * @param priority how urgent it is, or null
 * @param formKey the customer's form that shows it, or null
 */
public record Terms(Instant dueAt, Instant followUpAt, Integer priority, String formKey) {

    public static final Terms NONE = new Terms(null, null, null, null);

    /** The same, until then. */
    public Terms due(Instant at) {
        return new Terms(at, followUpAt, priority, formKey);
    }

    /** The same after the clock stood for so long. */
    Terms later(Duration pause) {
        return new Terms(dueAt == null ? null : dueAt.plus(pause), followUpAt == null ? null : followUpAt.plus(pause), priority, formKey);
    }
}
