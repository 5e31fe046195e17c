package wf.call;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Reading on a data source of the customer's. The connection only reads, whatever the query says, and what it may have done
 * all the same is rolled back.
 */
public final class ReadOnly {

    private ReadOnly() { }

    /** What is read. */
    public interface Work<T, X extends Exception> {
        T with(Connection connection) throws SQLException, X;
    }

    public static <T, X extends Exception> T on(DataSource source, Work<T, X> work) throws SQLException, X {
        try (Connection connection = source.getConnection()) {
            boolean commits = connection.getAutoCommit();
            connection.setReadOnly(true);
            try {
                connection.setAutoCommit(false);
                return work.with(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(commits);
                connection.setReadOnly(false);
            }
        }
    }
}
