package wf.store.migration;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The databases that the product knows, told apart by what the driver says of itself.
 */
public enum Database {
    H2("h2", "H2", "select next value for wf_id"),
    POSTGRESQL("postgresql", "PostgreSQL", "select nextval('wf_id')"),
    MARIADB("mariadb", "MariaDB", "select next value for wf_id");

    private final String folder;
    private final String product;
    private final String nextId;

    Database(String folder, String product, String nextId) {
        this.folder = folder;
        this.product = product;
        this.nextId = nextId;
    }

    /** The folder of its scripts below {@code sql}. */
    public String folder() {
        return folder;
    }

    /** The statement that takes the next block of ids. */
    public String nextId() {
        return nextId;
    }

    /** The database behind a data source. */
    public static Database of(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return of(connection.getMetaData().getDatabaseProductName());
        }
    }

    /** The database behind a connection that the caller holds. */
    public static Database of(Connection connection) throws SQLException {
        return of(connection.getMetaData().getDatabaseProductName());
    }

    static Database of(String product) {
        for (Database database : values()) {
            if (database.product.equalsIgnoreCase(product)) {
                return database;
            }
        }
        throw new SchemaException("The database says that it is '" + product
                + "'. Use H2, PostgreSQL or MariaDB, with the driver of that name.", null);
    }
}
