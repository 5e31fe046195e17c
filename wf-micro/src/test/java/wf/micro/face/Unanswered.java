package wf.micro.face;

/** No answer came: whether the operation was done is not known. */
public final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswered(Throwable cause) {
        super(cause);
    }
}
