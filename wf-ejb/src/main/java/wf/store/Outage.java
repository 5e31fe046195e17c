package wf.store;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;

/** The database is away for now: nothing was decided, and the same may be tried again when it is back. */
public class Outage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Connection (08), resources (53), and what PostgreSQL says while it stops or starts (57P). */
    private static final Pattern STATES = Pattern.compile("08...|53...|57P..");

    public Outage(Throwable cause) {
        super(cause);
    }

    /** Whether a failure comes of a connection that could not be had, or was lost. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceException || cause instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException e) {
        return e instanceof SQLNonTransientConnectionException || e instanceof SQLTransientConnectionException || e instanceof SQLRecoverableException
                || e.getSQLState() != null && STATES.matcher(e.getSQLState()).matches();
    }
}
