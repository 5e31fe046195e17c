package wf.store;

import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Gives beans the container's entity manager, which belongs to the transaction that runs, for their constructors. */
public class EntityManagers {

    @Produces
    @PersistenceContext(unitName = "wf")
    private EntityManager em;
}
