package wf.contract;

import java.io.Serializable;

/**
 * Work that came to somebody who is away, and went on to his deputy (§6.7).
 */
public class ForwardedWork implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The item that came. */
    public long workItemId;

    /** To whom it came. */
    public Person principal;

    /** To whom it went on. */
    public Person deputy;

    /** By which grant. */
    public long grantId;
}
