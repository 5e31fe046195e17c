package wf.store;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** Where a transaction of the container begins and ends. Only the outermost work comes through here: a call costs as much as a statement. */
@Stateless
public class TransactionBoundary {

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public <T> T required(Supplier<T> work) {
        return work.get();
    }
}
