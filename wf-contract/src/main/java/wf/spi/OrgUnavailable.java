package wf.spi;

/** The organisation cannot be asked, or not completely; the message says why to an administrator, and holds no secret. */
public class OrgUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public OrgUnavailable(String message) {
        super(message);
    }

    public OrgUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
