package wf.store;

/** What fits into a column of text: whoever sends more is not refused for what only explains. */
public final class Column {

    private Column() { }

    /** Without the sign that a database keeps in no text; null stays null. */
    public static String clean(String text) {
        return text == null ? null : text.replace('\0', ' ');
    }

    /** At most so many signs; null stays null. */
    public static String fit(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    /** The same; empty for null. */
    public static String filled(String text, int most) {
        return text == null ? "" : fit(text, most);
    }
}
