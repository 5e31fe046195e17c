package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Has the database count tables that have grown to double the size since it last did. A database that has never counted a
 * table takes every index for as good as every other, and each connection keeps the plan that it made then: one that reads
 * all rows of a tenant costs more with every row. PostgreSQL looks for itself once a minute, which is long for a table that
 * fills from nothing; after a restore it has counted nothing at all. H2 and MariaDB count as they write.
 */
@Singleton
public class Counting {

    /** A page more or less says nothing about a table as small as this. */
    private static final int SMALL = 16;
    private static final String GROWN = "select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace"
            + " and c.relkind = 'r' and c.relname ~ '^wf_[a-z_]+$' and pg_has_role(c.relowner, 'USAGE')"
            + " and pg_relation_size(c.oid) > 2 * greatest(c.relpages, " + SMALL + ") * current_setting('block_size')::bigint"
            + " order by c.relname";
    private final EntityManager em;
    private final Transactions transactions;

    @Inject
    public Counting(EntityManager em, Transactions transactions) {
        this.em = em;
        this.transactions = transactions;
    }

    /** Answers the names of the tables that were counted; those that another node is counting are left to it. */
    public List<String> count() {
        List<String> grown = transactions.required(this::grown);
        for (String table : grown) {
            transactions.required(() -> em.createNativeQuery("analyze (skip_locked) " + table).executeUpdate());
        }
        return grown;
    }

    @SuppressWarnings("unchecked")
    private List<String> grown() {
        return Database.of(em) == Database.POSTGRESQL ? em.createNativeQuery(GROWN).getResultList() : List.of();
    }
}
