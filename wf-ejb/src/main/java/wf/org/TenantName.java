package wf.org;

import java.util.regex.Pattern;

/**
 * What a tenant may be called. Names that come from outside are looked at here before any database sees them: some refuse
 * certain characters with an error.
 */
public final class TenantName {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}_-]{1,40}");

    private TenantName() {
    }

    /** Whether there could be a tenant of this name. */
    public static boolean isPossible(String tenant) {
        return FORM.matcher(tenant).matches();
    }
}
