package wf.store.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Makes sure that an instant written here means the same everywhere.
 *
 * <p>MariaDB's columns for it have no zone, and its driver writes the machine's local time into them unless the URL says
 * otherwise. Two nodes in different zones would disagree, and in spring an hour would be lost; so the product refuses to
 * start and names the parameters.
 */
final class InstantCheck {
    private static final Instant INSTANT = Instant.parse("2024-03-31T01:30:00.123456Z");
    private static final int PROBE = 0;

    private final DataSource source;

    InstantCheck(DataSource source) {
        this.source = source;
    }

    void run() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT version FROM wf_schema WHERE version = ? AND applied_at = ?")) {
            query.setInt(1, PROBE);
            query.setTimestamp(2, Timestamp.from(INSTANT));
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SchemaException("The database connection turns times into a local zone. Add "
                            + "connectionTimeZone=UTC&preserveInstants=true to the URL of the data source.", null);
                }
            }
        }
    }
}
