package wf.rule.jexl;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with {@code ${…}} in it, taken apart: parts are plain text or the expression between the braces. {@code #{…}}, the
 * deferred form of other engines, is the same.
 */
record Template(List<Part> parts) {

    record Part(String text, boolean isExpression) { }

    static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int open = opening(text, 0); open >= 0; open = opening(text, at)) {
            if (open > at) {
                parts.add(new Part(text.substring(at, open), false));
            }
            int close = closing(text, open + 2);
            parts.add(new Part(text.substring(open + 2, close), true));
            at = close + 1;
        }
        if (at < text.length()) {
            parts.add(new Part(text.substring(at), false));
        }
        return new Template(List.copyOf(parts));
    }

    /** Whether the whole text is one expression, so that its value keeps its type. */
    boolean isExpression() {
        return parts.size() == 1 && parts.get(0).isExpression();
    }

    private static int opening(String text, int from) {
        for (int brace = text.indexOf('{', from + 1); brace > 0; brace = text.indexOf('{', brace + 1)) {
            char before = text.charAt(brace - 1);
            if (before == '$' || before == '#') {
                return brace - 1;
            }
        }
        return -1;
    }

    private static int closing(String text, int from) {
        int depth = 1;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("${ without }");
    }
}
