package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * Somebody who is not in the organisation any more and holds open work.
 */
public class VanishedHandler implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Who. */
    public Person person;

    /** How many open items he holds. */
    public long items;

    /** When the oldest of them came. */
    public Date oldestAt;
}
