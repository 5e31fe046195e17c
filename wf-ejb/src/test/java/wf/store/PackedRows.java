package wf.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What stands packed in the tables, for tests that look at the database itself. */
public final class PackedRows {

    private PackedRows() { }

    /** The texts in the column of these rows, none where it is empty. */
    public static List<String> texts(Connection connection, String column, String rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement(); var result = statement.executeQuery("select " + column + " from " + rows)) {
            while (result.next()) {
                if (result.getBytes(1) != null) {
                    texts.add(Packed.text(result.getBytes(1)));
                }
            }
        }
        return texts;
    }

    /** What only somebody who knows how can do: puts another text in the place of the one in the journal. */
    public static void forge(Connection connection, String row, UnaryOperator<String> change) throws SQLException {
        put(connection, row, Packed.of(change.apply(texts(connection, "packed", "wf_journal where " + row).get(0))));
    }

    /** In the place of what is in these rows of the journal comes what nobody ever packed. */
    public static void garble(Connection connection, String rows) throws SQLException {
        put(connection, rows, new byte[] {1, 7});
    }

    private static void put(Connection connection, String rows, byte[] packed) throws SQLException {
        try (var update = connection.prepareStatement("update wf_journal set packed = ? where " + rows)) {
            update.setBytes(1, packed);
            update.executeUpdate();
        }
    }

    /** The rows of an instance as version 11 wrote them. */
    public static void asOfVersion11(Connection connection, long instance) throws SQLException {
        String moving = texts(connection, "moving", "wf_instance where id = " + instance).get(0);
        try (var query = connection.prepareStatement("select lasting from wf_instance where id = " + instance); var row = query.executeQuery();
             var update = connection.prepareStatement("update wf_instance set content = ?, moving = null, lasting = null where id = " + instance)) {
            row.next();
            update.setString(1, moving.substring(0, moving.length() - 1) + "," + row.getString(1).substring(1));
            update.executeUpdate();
        }
        List<String> journal = texts(connection, "packed", "wf_journal where instance_id = " + instance + " order by seq");
        for (int seq = 1; seq <= journal.size(); seq++) {
            try (var update = connection.prepareStatement("update wf_journal set body = ?, packed = null where seq = " + seq + " and instance_id = " + instance)) {
                update.setString(1, journal.get(seq - 1));
                update.executeUpdate();
            }
        }
    }
}
