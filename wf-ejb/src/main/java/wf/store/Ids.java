package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import wf.store.migration.Database;

/**
 * Ids for everything, taken from one database sequence in blocks, so that an id costs no statement and two nodes never
 * give the same. The block is fetched on the connection of the running transaction: a second connection, taken while
 * the first is held, would hang a pool that is as large as its users.
 */
@Singleton
public class Ids {

    private static final int BLOCK = 1000;
    private final EntityManager em;
    private String query;
    private long next;
    private long end;

    @Inject
    public Ids(EntityManager em) {
        this.em = em;
    }

    public synchronized long next() {
        if (next == end) {
            next = fetch();
            end = next + BLOCK;
        }
        return next++;
    }

    private long fetch() {
        if (query == null) {
            query = nextIdQuery();
        }
        return ((Number) em.createNativeQuery(query).getSingleResult()).longValue();
    }

    private String nextIdQuery() {
        try {
            return Database.of(em.unwrap(Connection.class)).nextId();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it is", e);
        }
    }
}
