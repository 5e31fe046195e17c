package wf.micro;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The database settings of the environment, completed: H2 in the data directory where nothing is said. */
final class Database {
    private static final Map<String, String> DRIVERS = Map.of(
            "h2", "org.h2.Driver",
            "postgresql", "org.postgresql.Driver",
            "mariadb", "org.mariadb.jdbc.Driver");

    private Database() { }

    static Map<String, String> complete(Map<String, String> environment, Path data) throws StartFailure {
        Map<String, String> complete = new HashMap<>(environment);
        if (isBlank(complete.get("WF_DB_URL"))) {
            // WRITE_DELAY=0: what was answered as done survives a kill -9. DB_CLOSE_ON_EXIT=FALSE: else the database closes itself
            // at the same moment as the server stops, and what the server still wants to write is lost.
            complete.put("WF_DB_URL", "jdbc:h2:file:" + data.resolve("db").resolve("wf") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
            complete.putIfAbsent("WF_DB_USER", "wf");
            complete.putIfAbsent("WF_DB_PASSWORD", "wf");
        }
        complete.computeIfPresent("WF_DB_URL", (name, url) -> withOurParameters(url));
        String driver = DRIVERS.get(product(complete.get("WF_DB_URL")));
        if (driver == null) {
            throw new StartFailure("WF_DB_URL names a database that is not supported. It begins with jdbc:h2:, "
                    + "jdbc:postgresql: or jdbc:mariadb:");
        }
        for (String name : new String[] {"WF_DB_USER", "WF_DB_PASSWORD"}) {
            if (isBlank(complete.get(name))) {
                // The server refuses a pool with an empty property, with a message that does not say so.
                throw new StartFailure(name + " is not set. Set it in the environment beside WF_DB_URL.");
            }
        }
        complete.put("WF_DB_DRIVER", driver);
        return complete;
    }

    /**
     * MariaDB alone begins with another isolation; asked of the pool, PostgreSQL would pay a statement a borrow. And its
     * driver alone would write times in the zone of the machine.
     */
    private static String withOurParameters(String url) {
        if (!product(url).equals("mariadb")) {
            return url;
        }
        String complete = with(url, "transactionIsolation", "READ-COMMITTED");
        complete = with(complete, "connectionTimeZone", "UTC");
        return with(complete, "preserveInstants", "true");
    }

    private static String with(String url, String parameter, String value) {
        if (url.contains(parameter + "=")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + parameter + "=" + value;
    }

    /** The part of {@code jdbc:postgresql://…} that names the product; never the rest, which may hold a password. */
    static String product(String url) {
        String[] parts = url.split(":", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
