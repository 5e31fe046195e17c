package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A message from outside. It goes to the one instance that waits for it, else begins an instance of the newest definition
 * that starts at it, else is kept for a while until somebody waits for it.
 */
public class MessageRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The client's idempotency key, at most 64 printable characters; null lets the server make one. In REST the header {@code Idempotency-Key}. */
    public String opId;

    /** True asks who would get it; nothing is sent. In REST also the query parameter {@code preview}. */
    public boolean preview;

    /** Name of the message, as in the model. */
    public String name;

    /** Correlation key: only an instance that waits with the same key gets it; null means waiting without a key. */
    public String key;

    /** Variables that it brings. */
    public List<Property> variables = new ArrayList<>();
}
