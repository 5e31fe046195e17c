package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What every write operation takes (§0.6). Sent as it is for operations that need nothing more.
 */
public class OperationRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The client's idempotency key, at most 64 printable characters; null lets the server make one. In REST the header {@code Idempotency-Key}. */
    public String opId;

    /** The person for whom the caller acts as deputy, else null. */
    public String onBehalfOf;

    /** 意见: free text, at most 4000 characters. */
    public String opinion;

    /** The instance version that the caller has seen; when it is no longer current the answer is STALE_VERSION. In REST the header {@code If-Match}. */
    public Long expectedVersion;

    /** True asks what would happen; nothing is stored (§0.6). In REST also the query parameter {@code preview}. */
    public boolean preview;

    /** Variables to set with it, where it begins a process, hands in work or sets right an incident; other operations take none. */
    public List<Property> variables = new ArrayList<>();
}
