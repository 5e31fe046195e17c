package wf.store.migration;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The databases that the product knows, told apart by what the driver says of itself.
 */
public enum Database {
    H2("h2", "H2"),
    POSTGRESQL("postgresql", "PostgreSQL"),
    MARIADB("mariadb", "MariaDB");

    private final String folder;
    private final String product;

    Database(String folder, String product) {
        this.folder = folder;
        this.product = product;
    }

    /** The folder of its scripts below {@code sql}. */
    public String folder() {
        return folder;
    }

    /** The database behind a data source. */
    public static Database of(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return of(connection.getMetaData().getDatabaseProductName());
        }
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
