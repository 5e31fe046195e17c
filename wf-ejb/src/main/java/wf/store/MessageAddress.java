package wf.store;

/**
 * Under what messages and signals are found: a name and a key as they stand in an index. Whoever waits and whoever sends
 * come to the same text, however long theirs was; without a key the text is empty.
 */
public record MessageAddress(String name, String key) {

    private static final int LONGEST = 200;

    public static MessageAddress of(String name, String key) {
        return new MessageAddress(folded(name), folded(key));
    }

    private static String folded(String text) {
        String given = text == null ? "" : text;
        return given.length() <= LONGEST && given.indexOf(0) < 0 ? given : "#" + Journal.sha256(given);
    }
}
