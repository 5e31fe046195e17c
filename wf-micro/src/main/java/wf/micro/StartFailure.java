package wf.micro;

/** The server did not become ready. The message is for the person who started it: what happened, what to do. */
public final class StartFailure extends Exception {
    private static final long serialVersionUID = 1L;

    StartFailure(String message) {
        super(message);
    }
}
