package wf.report;

/** Text inside HTML, XML and SVG: whatever somebody typed, it stays text. */
final class Markup {

    private Markup() { }

    static String escape(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().filter(Markup::isAllowed).forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** What XML 1.0 has no way to write is left out. */
    private static boolean isAllowed(int c) {
        return c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF) || c == '\n' || c == '\t' || c == '\r';
    }
}
