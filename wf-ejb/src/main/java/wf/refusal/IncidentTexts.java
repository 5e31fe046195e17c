package wf.refusal;

import java.util.Arrays;
import java.util.Locale;

/**
 * What an incident says to the person who is to mend it, in his language. An incident that comes of what would have been
 * refused to a person keeps the key and the arguments of that sentence; any other has a sentence of its code, around what
 * was found.
 */
public final class IncidentTexts {

    private static final String MARK = "@";
    private static final String BETWEEN = "\t";

    private IncidentTexts() { }

    /** @param node the name by which people know the node */
    public static String text(Locale locale, String code, String node, String detail) {
        String found = detail == null ? "" : detail;
        if (found.startsWith(MARK)) {
            String[] parts = found.substring(MARK.length()).split(BETWEEN, -1);
            return Messages.text(locale, "reject." + parts[0], Arrays.stream(parts).skip(1).toArray());
        }
        String key = "incident." + code;
        return Messages.has(key) ? Messages.text(locale, key, node, found) : found;
    }
}
