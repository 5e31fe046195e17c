package wf.store;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/** Transactions of the container, by the means that every server has. */
@Singleton
public class ContainerTransactions implements Transactions {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry registry;
    @Inject
    private TransactionBoundary boundary;

    @Override
    public <T> T required(Supplier<T> work) {
        return isActive() ? work.get() : boundary.required(work);
    }

    @Override
    public boolean isActive() {
        return registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void afterCommit(Runnable action) {
        endings().afterCommit(action);
    }

    @Override
    public void afterEnd(Object key, Runnable action) {
        endings().always(key, action);
    }

    @Override
    public boolean isHeld(Object key) {
        Endings endings = (Endings) registry.getResource(Endings.class);
        return endings != null && endings.isHeld(key);
    }

    /** One for each transaction, so that the order of what it brings does not depend on the server. */
    private Endings endings() {
        Endings endings = (Endings) registry.getResource(Endings.class);
        if (endings == null) {
            endings = new Endings();
            registry.putResource(Endings.class, endings);
            registry.registerInterposedSynchronization(new Ending(endings));
        }
        return endings;
    }

    private record Ending(Endings endings) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Everything was flushed before; there is nothing left to do.
        }

        @Override
        public void afterCompletion(int status) {
            endings.ended(status == Status.STATUS_COMMITTED);
        }
    }
}
