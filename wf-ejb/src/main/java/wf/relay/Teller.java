package wf.relay;

import java.util.List;

/** Tells people. */
public interface Teller {

    /**
     * Notes whom it concerns, in the transaction in which it is settled that it is told.
     *
     * @param told of one tenant, in their order
     * @return what is to be done once that is committed
     */
    Runnable tell(String tenant, List<Told> told);
}
