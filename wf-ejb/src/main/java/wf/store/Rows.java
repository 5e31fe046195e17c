package wf.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows as they are stored now, for what every operation reads: on the connection of the running transaction, past the
 * persistence context, which would copy them and keep what it has seen before. What is sent later must be flushed first.
 */
public final class Rows {

    private static final String KNOWN = "(select count(*) from wf_journal j where j.tenant = r.tenant and j.op_id = ? and j.sole = 1)"
            + " + (select count(*) from wf_operation o where o.tenant = r.tenant and o.op_id = ?)";

    private Rows() { }

    /**
     * @param type the class of the rows
     * @param which the rest of the statement from its conditions on, in which a row is {@code r}
     */
    static <R> List<R> of(EntityManager em, Class<R> type, String which, Object... values) {
        Table<R> table = Table.of(type);
        String sql = "select " + table.columns("r") + " from " + table.name() + " r where " + which;
        return em.isJoinedToTransaction() ? read(em, sql, table::read, values) : withoutTransaction(em, type, sql, values);
    }

    /**
     * @param alias what the rows are called in the rest of the statement
     * @param from the rest of the statement from its tables on
     */
    public static <R> List<R> query(EntityManager em, Class<R> type, String alias, String from, List<Object> values) {
        Table<R> table = Table.of(type);
        String sql = "select " + table.columns(alias) + from;
        Object[] stored = values.stream().map(Table::stored).toArray();
        return em.isJoinedToTransaction() ? read(em, sql, table::read, stored) : withoutTransaction(em, type, sql, stored);
    }

    /** The number that a statement answers with. */
    public static long number(EntityManager em, String sql, List<Object> values) {
        Object[] stored = values.stream().map(Table::stored).toArray();
        return em.isJoinedToTransaction() ? read(em, sql, r -> r.getLong(1), stored).get(0)
                : ((Number) filled(em.createNativeQuery(sql), stored).getSingleResult()).longValue();
    }

    /** Changes rows in their order with everything else that the transaction sends; answers how many. */
    static int change(EntityManager em, String sql, Object... values) {
        return filled(em.createNativeQuery(sql), Stream.of(values).map(Table::stored).toArray()).executeUpdate();
    }

    private static Query filled(Query query, Object... values) {
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    /** There is no connection to ask for then. */
    @SuppressWarnings("unchecked")
    private static <R> List<R> withoutTransaction(EntityManager em, Class<R> type, String sql, Object... values) {
        return filled(em.createNativeQuery(sql, type), values).getResultList();
    }

    /** The first row, and beside it whether something has been done under the id: the statement with which a command begins. */
    static <R> Optional<Probed<R>> probed(EntityManager em, Class<R> type, String opId, String which, Object... values) {
        Table<R> table = Table.of(type);
        String sql = "select " + table.columns("r") + ", " + KNOWN + " as known from " + table.name() + " r where " + which;
        List<Object> all = new ArrayList<>(List.of(opId, opId));
        all.addAll(List.of(values));
        return read(em, sql, r -> new Probed<>(table.read(r), r.getLong("known") > 0), all.toArray()).stream().findFirst();
    }

    private interface Reader<T> {
        T read(ResultSet result) throws SQLException;
    }

    private static <T> List<T> read(EntityManager em, String sql, Reader<T> reader, Object... values) {
        try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
