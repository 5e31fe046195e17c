package peerbench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What our engine has promised to do at its time, and what its journal says has come of that. */
final class Promised {

    /** A look, the claim of what it found, and when the next is due where it found nothing. */
    static final String CLAIMS = "^select j\\.\\* from wf_job|^update wf_job set lease_owner|^select due_at from wf_job";
    private final DataSource source;

    Promised(DataSource source) {
        this.source = source;
    }

    long left() throws SQLException {
        return ask("select count(*), 0 from wf_job where kind = 'TIMER' and state = 'READY'").effects();
    }

    Clockwork.Fired fired() throws SQLException {
        return ask("select count(*), count(distinct instance_id) from wf_journal where operation = 'trigger'");
    }

    private Clockwork.Fired ask(String query) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return new Clockwork.Fired(row.getLong(1), row.getLong(2));
        }
    }
}
