package wf.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one operation writes, collected in its order and sent in one go on the connection of the running transaction: rows
 * of one table that follow each other are one statement, and where the database takes several statements at once they
 * are one round trip. Rows that are only inserted gain nothing from a persistence context, which would copy and compare
 * each of them.
 */
public final class Writes {

    private static final int MOST_ROWS = 16;
    private static final int MOST_STATEMENTS = 32;
    private final EntityManager em;
    private final Runnable late;
    private final List<Statement> statements = new ArrayList<>();
    private Class<?> rowsOf;
    private final List<Object> rows = new ArrayList<>();

    /** @param late what is done when somebody else was faster */
    Writes(EntityManager em, Runnable late) {
        this.em = em;
        this.late = late;
    }

    /** @param expected how many rows it must change; negative for any number */
    private record Statement(String sql, List<Object> values, int expected, String otherwise) { }

    void insert(Object row) {
        if (row.getClass() != rowsOf || rows.size() == MOST_ROWS) {
            closeRows();
            rowsOf = row.getClass();
        }
        rows.add(row);
    }

    /** One statement for the rows collected so far. */
    private void closeRows() {
        if (!rows.isEmpty()) {
            Table<?> table = Table.of(rowsOf);
            List<Object> values = new ArrayList<>();
            rows.forEach(r -> values.addAll(table.values(r)));
            statements.add(new Statement(table.insert(rows.size()), values, -1, null));
            rows.clear();
        }
    }

    /** Changes or deletes any number of rows. */
    void change(String sql, Object... values) {
        add(sql, values, -1, null);
    }

    /**
     * Changes or deletes so many rows, or has come too late.
     *
     * @param otherwise what the {@link Conflict} says then
     */
    void mustChange(int expected, String otherwise, String sql, Object... values) {
        add(sql, values, expected, otherwise);
    }

    private void add(String sql, Object[] values, int expected, String otherwise) {
        closeRows();
        List<Object> stored = new ArrayList<>();
        for (Object value : values) {
            stored.add(Table.stored(value));
        }
        statements.add(new Statement(sql, stored, expected, otherwise));
    }

    /** Deletes rows by their ids, which must all be there if that is said. */
    void delete(String table, String tenant, Collection<Long> ids, String otherwise) {
        for (List<Long> some : Portions.of(ids)) {
            List<Object> values = new ArrayList<>(List.of(tenant));
            values.addAll(some);
            add("delete from " + table + " where tenant = ? and id in (" + places(some.size()) + ")", values.toArray(), otherwise == null ? -1 : some.size(), otherwise);
        }
    }

    static String places(int values) {
        return String.join(", ", Collections.nCopies(values, "?"));
    }

    /**
     * Sends what has been collected; afterwards there is nothing left to send.
     *
     * @throws Conflict when another transaction was faster, or holds what this one needs
     */
    void send() {
        closeRows();
        if (statements.isEmpty()) {
            return;
        }
        try {
            int together = Database.of(em).takesSeveral() ? MOST_STATEMENTS : 1;
            Connection connection = em.unwrap(Connection.class);
            for (int from = 0; from < statements.size(); from += together) {
                send(connection, statements.subList(from, Math.min(from + together, statements.size())));
            }
        } catch (SQLException e) {
            throw Conflict.behind(e).map(this::tooLate).orElseThrow(() -> new PersistenceException(e));
        }
        statements.clear();
    }

    private Conflict tooLate(Conflict conflict) {
        late.run();
        return conflict;
    }

    private void send(Connection connection, List<Statement> some) throws SQLException {
        String sql = some.size() == 1 ? some.get(0).sql() : some.stream().map(Statement::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            int at = 1;
            for (Statement statement : some) {
                for (Object value : statement.values()) {
                    set(prepared, at++, value);
                }
            }
            prepared.execute();
            for (Statement statement : some) {
                check(statement, prepared.getUpdateCount());
                prepared.getMoreResults();
            }
        }
    }

    /** A null has no type here: the column gives it one. */
    private static void set(PreparedStatement prepared, int at, Object value) throws SQLException {
        if (value == null) {
            prepared.setNull(at, Types.NULL);
        } else {
            prepared.setObject(at, value);
        }
    }

    private void check(Statement statement, int changed) {
        if (statement.expected() >= 0 && changed != statement.expected()) {
            throw tooLate(new Conflict(statement.otherwise()));
        }
    }
}
