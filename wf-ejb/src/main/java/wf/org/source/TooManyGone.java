package wf.org.source;

/**
 * So much of an organisation has vanished at its source that a fault there is likelier than a reform: a right taken away, a
 * filter mistyped, half a replica. Nothing is changed, until somebody who has looked says that it is right.
 */
public final class TooManyGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyGone(String message) {
        super(message);
    }
}
