package wf.spi;

/** What an {@link OrgBuilder} knows of changes since the last load. */
public class OrgChanges {
    /** Whether everything is as it was, so that nothing need be loaded. */
    public boolean nothing;

    /** What to ask with the next time; null when it cannot tell changes. */
    public String token;

    /** It cannot tell: everything is loaded. */
    public static OrgChanges unknown() {
        return new OrgChanges();
    }
}
