package wf.store;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Somebody else wrote first, so this attempt's work is void: the transaction is rolled back, and the whole operation
 * is decided again on the new state (§1.5).
 */
@ApplicationException(rollback = true)
public class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String H2_LOCK = "HYT00";
    private static final String POSTGRESQL_LOCK = "55P03";
    private static final int MARIADB_LOCK = 1205;

    public Conflict(String what) {
        super(what, null, false, false);
    }

    /** The conflict behind a failure of the database: a doubled key, a deadlock, or a row that another one held too long. */
    public static Optional<Conflict> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isClash(sql)) {
                return Optional.of(new Conflict(sql.getMessage()));
            }
        }
        return Optional.empty();
    }

    /** The classes of the standard, and what each database says of a lock that it did not get. */
    private static boolean isClash(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("23") || state.startsWith("40") || state.equals(H2_LOCK) || state.equals(POSTGRESQL_LOCK)
                || state.equals("HY000") && e.getErrorCode() == MARIADB_LOCK;
    }
}
