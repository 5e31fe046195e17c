package peerbench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * What the engine does beside the instances while they are measured: looks for jobs that are due, tells others what
 * happened. The harness counts its statements among those of the instances; here they stand by themselves.
 */
final class Beside {

    /** Statements on these tables that no operation of an instance sends. */
    private static final String TICK = "query ~* '(from|update) wf_job\\M'";
    private static final String RELAY = "(query ~* '(from|update) wf_outbox\\M' or query ~* 'wf_notice\\M')";
    private final DataSource source;
    private final String peer;
    private final long since = System.nanoTime();

    Beside(DataSource source, String peer) {
        this.source = source;
        this.peer = peer;
    }

    void print() throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            print("tick", statement, TICK);
            print("relay", statement, RELAY);
        }
    }

    private void print(String what, Statement statement, String which) throws SQLException {
        try (ResultSet row = statement.executeQuery("select coalesce(sum(calls), 0), coalesce(sum(total_exec_time), 0) from pg_stat_statements"
                + " where dbid = (select oid from pg_database where datname = current_database()) and " + which)) {
            row.next();
            double seconds = (System.nanoTime() - since) / 1e9;
            System.out.printf(Locale.ROOT, "BESIDE %s %s statements=%d in %.0f s (%.2f/s) database=%.1f ms%n", peer, what, row.getLong(1), seconds,
                    row.getLong(1) / seconds, row.getDouble(2));
        }
    }
}
