package wf.store;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** Where a transaction of the container begins and ends. Only the outermost work comes through here: a call costs as much as a statement. */
@Stateless
public class TransactionBoundary {
    @Resource
    private SessionContext session;

    /** Whatever leaves the work takes it back, also what would leave a caller's own transaction alone. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public <T> T required(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            session.setRollbackOnly();
            throw e;
        }
    }
}
