package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A signal from outside: it reaches everybody who waits for it now, and is not kept.
 */
public class SignalRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The client's idempotency key, at most 64 printable characters; null lets the server make one. In REST the header {@code Idempotency-Key}. */
    public String opId;

    /** Name of the signal, as in the model. */
    public String name;

    /** Variables that it brings. */
    public List<Property> variables = new ArrayList<>();
}
