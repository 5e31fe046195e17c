package wf.relay;

/** The broker takes nothing now; the message says why. */
public class TopicAway extends Exception {
    private static final long serialVersionUID = 1L;

    public TopicAway(String message, Throwable cause) {
        super(message, cause);
    }
}
