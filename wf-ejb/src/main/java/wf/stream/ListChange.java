package wf.stream;

/**
 * The list of some people has changed.
 *
 * @param list which one
 * @param audience whose: {@code user:li}, {@code group:finance}, {@code dept:rd}, {@code post:clerk}, as candidates are called
 */
public record ListChange(ListName list, String audience) {

    /** All lists of everybody: what has changed is not known any more. */
    static final ListChange EVERYTHING = new ListChange(null, "*");

    static ListChange of(ListName list, String person) {
        return new ListChange(list, "user:" + person);
    }

    boolean isEverything() {
        return list == null;
    }

    String text() {
        return isEverything() ? audience : list + " " + audience;
    }

    static ListChange read(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? EVERYTHING : new ListChange(ListName.valueOf(text.substring(0, blank)), text.substring(blank + 1));
    }
}
