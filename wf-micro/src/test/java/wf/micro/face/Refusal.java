package wf.micro.face;

/**
 * What came back instead of a reply.
 *
 * @see wf.contract.Problem
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String sentence;
    private final String raw;

    Refusal(int status, String code, String sentence, String raw) {
        super(status + " " + code + ": " + sentence);
        this.status = status;
        this.code = code;
        this.sentence = sentence;
        this.raw = raw;
    }

    /** As in HTTP, also on faces without HTTP. */
    public int status() {
        return status;
    }

    /** A name of {@link wf.contract.ErrorCode}, or empty. */
    public String code() {
        return code;
    }

    /** What the caller is told to do. */
    public String sentence() {
        return sentence;
    }

    /** The answer as it came. */
    public String raw() {
        return raw;
    }
}
