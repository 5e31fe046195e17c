package wf.call;

/** A call did not work. The sentence is for people and holds no secret. */
public final class CallFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    private CallFailed(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    /** It may work later: nobody was there, or he had no time. */
    static CallFailed forNow(String message) {
        return new CallFailed(message, true);
    }

    /** It will not work again either, as long as neither model nor configuration changes. */
    static CallFailed forGood(String message) {
        return new CallFailed(message, false);
    }

    boolean isRetryable() {
        return retryable;
    }
}
