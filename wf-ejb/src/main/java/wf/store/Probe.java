package wf.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The statement with which a command begins: the row that it is about, and beside it whether something has been done under
 * its id. It goes past the persistence context, on the connection of the running transaction.
 */
final class Probe {

    private static final String KNOWN = "(select count(*) from wf_journal j where j.tenant = r.tenant and j.op_id = ? and j.sole = 1)"
            + " + (select count(*) from wf_operation o where o.tenant = r.tenant and o.op_id = ?)";

    private Probe() { }

    /**
     * @param type the class of the row
     * @param which the rest of the statement from its conditions on, in which the row is {@code r}
     */
    static <R> Optional<Probed<R>> first(EntityManager em, Class<R> type, String opId, String which, Object... values) {
        Table<R> table = Table.of(type);
        String sql = "select " + table.columns("r") + ", " + KNOWN + " as known from " + table.name() + " r where " + which;
        Connection connection = em.unwrap(Connection.class);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, opId);
            statement.setString(2, opId);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 3, values[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(new Probed<>(table.read(result), result.getLong("known") > 0)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
