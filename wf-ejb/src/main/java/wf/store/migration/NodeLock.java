package wf.store.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import wf.store.Database;

/**
 * Lets one node at a time look at the tables and change them.
 *
 * <p>Flyway locks its history table, but only once that exists: in an empty database two nodes could still both begin.
 * The servers offer a named lock that ends with its connection, so a node that dies leaves none behind. H2 is used by
 * one process only; there a lock of the process does.
 */
final class NodeLock implements AutoCloseable {
    private static final int SECONDS = 300;
    private static final ReentrantLock PROCESS = new ReentrantLock();

    private final Database database;
    private final Connection connection;

    private NodeLock(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** Waits up to five minutes for the other node. */
    static NodeLock take(Database database, DataSource source) throws SQLException {
        PROCESS.lock();
        Connection connection = null;
        try {
            connection = source.getConnection();
            NodeLock lock = new NodeLock(database, connection);
            lock.take();
            return lock;
        } catch (SQLException | RuntimeException e) {
            PROCESS.unlock();
            if (connection != null) {
                connection.close();
            }
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            switch (database) {
                case POSTGRESQL -> ask("select pg_advisory_unlock(hashtext('wf schema'))");
                case MARIADB -> ask("select release_lock(concat('wf schema ', database()))");
                case H2 -> { }
            }
        } finally {
            PROCESS.unlock();
        }
    }

    private void take() throws SQLException {
        boolean taken = switch (database) {
            case POSTGRESQL -> untilTrue("select pg_try_advisory_lock(hashtext('wf schema'))");
            case MARIADB -> ask("select get_lock(concat('wf schema ', database()), " + SECONDS + ")");
            case H2 -> true;
        };
        if (!taken) {
            throw new SchemaException("Another node has been changing the tables for " + SECONDS
                    + " seconds. Look at its log, and start this node when it has finished.", null);
        }
    }

    private boolean untilTrue(String query) throws SQLException {
        for (int tries = 0; tries < SECONDS * 4; tries++) {
            if (ask(query)) {
                return true;
            }
            pause();
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaException("The start was interrupted while another node changed the tables.", e);
        }
    }

    private boolean ask(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query); ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
