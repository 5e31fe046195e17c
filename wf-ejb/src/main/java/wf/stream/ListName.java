package wf.stream;

import java.util.Locale;

/** Lists of whose changes people are told, by the names that they have in the API. */
public enum ListName {
    TODO, CLAIMABLE, OVERDUE, DONE, PASSED, TOREAD, READ, STARTED, DRAFTS;

    /** As in the path of the list. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
