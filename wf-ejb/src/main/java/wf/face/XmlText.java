package wf.face;

/** Texts that XML can carry: some control characters and halves of others it cannot, not even escaped. */
public final class XmlText {

    private XmlText() { }

    /** The text with a replacement character for each that is impossible; the same object where there is none. */
    public static String possible(String text) {
        if (text == null || text.codePoints().allMatch(XmlText::isPossible)) {
            return text;
        }
        StringBuilder possible = new StringBuilder(text.length());
        text.codePoints().map(c -> isPossible(c) ? c : '\uFFFD').forEach(possible::appendCodePoint);
        return possible.toString();
    }

    private static boolean isPossible(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
