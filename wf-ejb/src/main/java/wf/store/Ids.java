package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/**
 * Ids for everything, taken from one database sequence in blocks, so that an id costs no statement and two nodes never
 * give the same. The block is fetched on the connection of the running transaction: a second connection, taken while
 * the first is held, would hang a pool that is as large as its users.
 */
@Singleton
public class Ids {

    private static final int BLOCK = 10_000;
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
            query = Database.of(em).nextId();
        }
        return ((Number) em.createNativeQuery(query).getSingleResult()).longValue();
    }
}
