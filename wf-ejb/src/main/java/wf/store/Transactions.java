package wf.store;

import java.util.function.Supplier;

/** Transactions as this product uses them, in a container and without one. */
public interface Transactions {

    /** Runs the work in the caller's transaction, or in a new one that ends with it. */
    <T> T required(Supplier<T> work);

    /** Whether the caller has a transaction of his own, so that the work cannot be tried again here. */
    boolean isActive();

    /** Runs the action once the current transaction has committed; not at all when it does not. */
    void afterCommit(Runnable action);

    /** Runs the action once the current transaction has ended, however it did, and after everything else. */
    void afterEnd(Object key, Runnable action);

    /** Whether something will run for this key when the current transaction ends. */
    boolean isHeld(Object key);
}
