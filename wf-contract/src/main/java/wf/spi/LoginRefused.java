package wf.spi;

/** What a request shows is wrong, or cannot be checked now. */
public class LoginRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean down;

    /** @param message for the log; never a secret */
    public LoginRefused(String message) {
        this(message, false);
    }

    private LoginRefused(String message, boolean down) {
        super(message);
        this.down = down;
    }

    /** Who should say so does not answer. */
    public static LoginRefused down(String message) {
        return new LoginRefused(message, true);
    }

    public boolean isDown() {
        return down;
    }
}
