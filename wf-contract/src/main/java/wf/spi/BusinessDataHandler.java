package wf.spi;

/**
 * A CDI bean that keeps the business data of instances in step when these are deleted, restored or activated (I9). All beans of
 * this type are told.
 *
 * <p>It runs inside the transaction of the operation, as a {@link ProcessBean} does: what it writes by means of that transaction
 * stays exactly when the operation does, and the operation may be tried again. An exception undoes the whole. A preview tells
 * nobody.
 */
public interface BusinessDataHandler {

    /**
     * The instance is about to be deleted.
     *
     * @return why it must not be, for the person who wanted it; null when nothing is against it
     */
    default String beforeDelete(BusinessDataCall call) {
        return null;
    }

    /** The instance was deleted, and can still be restored. */
    default void afterDelete(BusinessDataCall call) { }

    /** A deleted instance was restored, or its variables were set back. */
    default void afterRestore(BusinessDataCall call) { }

    /** An instance that had ended goes on. */
    default void afterActivate(BusinessDataCall call) { }
}
