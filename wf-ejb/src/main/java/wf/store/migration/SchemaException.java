package wf.store.migration;

/**
 * The product cannot work with this database as it is; the message says what a person has to do.
 */
public class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
