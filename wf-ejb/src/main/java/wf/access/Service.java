package wf.access;

import java.util.Set;

/**
 * The service account that a call comes through, and what it may be used for. The person that it acts for may have to
 * have the right besides: an account never adds one.
 *
 * @param operations names of operations; {@code *} is all but what has to be named
 */
public record Service(String account, Set<String> operations) {
    /** Stands for all people, or all operations. */
    public static final String ALL = "*";

    /** Whoever may do this can be everybody he may act for, in a browser: so nobody gets it with a star. */
    private static final Set<String> TO_BE_NAMED = Set.of("issueEntryToken");

    public Service {
        operations = Set.copyOf(operations);
    }

    public boolean mayCall(String operation) {
        return operations.contains(operation) || operations.contains(ALL) && !TO_BE_NAMED.contains(operation);
    }
}
