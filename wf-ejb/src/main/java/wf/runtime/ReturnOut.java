package wf.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Work that goes back out of a called instance (§1.3): what the instance that called it is told, and does in a decision of its own.
 *
 * @param target the earlier visit there
 * @param waits whether it waits for the branches beside the call
 * @param allOfSplit whether all parts of a merged split go on again
 * @param direct whether a ticket is kept
 * @param restores whether its variables become what they were when the target was entered
 */
public record ReturnOut(long target, boolean waits, boolean allOfSplit, boolean direct, boolean restores) {

    /** How a called instance has ended that was left so. */
    public static final String TOLD = "RETURNED";

    /** As it travels: the target, and what else is to be. */
    public String text() {
        return target + (waits ? " WAIT" : "") + (allOfSplit ? " ALL" : "") + (direct ? " DIRECT" : "") + (restores ? " RESTORE" : "");
    }

    public static ReturnOut of(String text) {
        List<String> words = Arrays.asList(text.split(" "));
        Set<String> manner = Set.copyOf(words.subList(1, words.size()));
        return new ReturnOut(Long.parseLong(words.get(0)), manner.contains("WAIT"), manner.contains("ALL"), manner.contains("DIRECT"), manner.contains("RESTORE"));
    }
}
