package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * A token that lets a person in, once: the browser is sent to {@code /api/v1/enter?target=…&token=…}.
 */
public class EntryToken implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The token; it is kept nowhere. */
    public String token;

    /** The page that it is for, and no other. */
    public String target;

    /** Until when it counts; a minute at most. */
    public Date expiresAt;
}
