package wf.store;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;

/** The databases that the product knows, and the few sentences in which they differ. */
public enum Database {
    H2("select next value for wf_id"),
    POSTGRESQL("select nextval('wf_id')"),
    MARIADB("select next value for wf_id");

    private final String nextId;

    Database(String nextId) {
        this.nextId = nextId;
    }

    String nextId() {
        return nextId;
    }

    /** Asks what time it is by its clock at this moment, and not when the transaction began. MariaDB knows no zones and answers in UTC. */
    String now() {
        return switch (this) {
            case H2 -> "select current_timestamp(6)";
            case POSTGRESQL -> "select clock_timestamp()";
            case MARIADB -> "select utc_timestamp(6)";
        };
    }

    /** At the end of a query that takes rows to work on: those that another one holds are none of ours. All three know it. */
    String skipsLocked() {
        return " for update skip locked";
    }

    /** Whether one statement of JDBC may be several of SQL, which then are one round trip. The others would need a setting. */
    boolean takesSeveral() {
        return this == POSTGRESQL;
    }

    /** Within a transaction: asks the connection that it holds. */
    static Database of(EntityManager em) {
        Connection connection = em.unwrap(Connection.class);
        try {
            return named(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it is", e);
        }
    }

    /** @throws IllegalArgumentException for a product that is not supported */
    public static Database named(String product) {
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            case "MariaDB" -> MARIADB;
            default -> throw new IllegalArgumentException("the database " + product + " is not supported");
        };
    }
}
