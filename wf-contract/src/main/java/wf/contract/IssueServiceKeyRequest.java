package wf.contract;

/**
 * Asks for a new key of a service account.
 */
public class IssueServiceKeyRequest extends AccessRequest {
    private static final long serialVersionUID = 1L;

    /** Days for which it opens; at most 400, and 365 if not given. */
    public Integer days;

    /** The key that it takes the place of, if any: that ends now, or after {@link #graceMinutes}. */
    public String replaces;

    /** Minutes for which the replaced key still opens, at most a week of them; none if not given. */
    public Integer graceMinutes;

    /** Whether programs may send a digest of the key in its place (WS-Security UsernameToken over SOAP); the key is then also kept encrypted, under the master key of the installation. No, if not given. */
    public Boolean digest;
}
