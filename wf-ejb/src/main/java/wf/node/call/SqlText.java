package wf.node.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One query with named parameters, {@code where id = :id}, taken apart: values are bound and never become text of it.
 *
 * @param positional the query with a question mark for each parameter
 * @param parameters their names, in order
 */
public record SqlText(String positional, List<String> parameters) {

    /** Words that only stand in statements that change something, or whose effect stays. */
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "merge", "create", "alter", "drop", "truncate",
            "grant", "revoke", "call", "exec", "execute", "into", "lock", "set", "commit", "rollback", "do", "copy", "load");

    public SqlText {
        parameters = List.copyOf(parameters);
    }

    /**
     * Reads a query.
     *
     * @throws IllegalArgumentException if it is anything but one select
     */
    public static SqlText of(String text) {
        return new Scan(text.strip()).query();
    }

    private static final class Scan {
        private final String text;
        private final StringBuilder out = new StringBuilder();
        private final List<String> parameters = new ArrayList<>();
        private String first;
        private int at;

        Scan(String text) {
            this.text = text;
        }

        SqlText query() {
            while (at < text.length()) {
                step(text.charAt(at));
            }
            if (!"select".equals(first) && !"with".equals(first)) {
                throw new IllegalArgumentException("it does not begin with SELECT");
            }
            return new SqlText(out.toString(), parameters);
        }

        private void step(char c) {
            if (c == '\'' || c == '"' || c == '`') {
                take(closing(c) - at);
            } else if (text.startsWith("--", at) || text.startsWith("/*", at) || c == '#') {
                throw new IllegalArgumentException("it has a comment");
            } else if (c == ';' || c == '?' || c == '$' || c == '\\') {
                throw new IllegalArgumentException("it has a " + c);
            } else if (text.startsWith("::", at)) {
                take(2);
            } else if (c == ':' && at + 1 < text.length() && isStart(text.charAt(at + 1))) {
                at++;
                parameters.add(word());
                out.append('?');
            } else if (isStart(c)) {
                read(word());
            } else {
                take(1);
            }
        }

        private void read(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (WRITES.contains(lower)) {
                throw new IllegalArgumentException("it has the word " + word);
            }
            first = first == null ? lower : first;
            out.append(word);
        }

        /** Behind the quotation; a doubled quotation mark ends one and begins the next. */
        private int closing(char quote) {
            int close = text.indexOf(quote, at + 1);
            if (close < 0 || text.substring(at, close).indexOf('\\') >= 0) {
                throw new IllegalArgumentException("it has a " + quote + " without its end");
            }
            return close + 1;
        }

        private void take(int length) {
            out.append(text, at, at + length);
            at += length;
        }

        private String word() {
            int from = at;
            while (at < text.length() && (isStart(text.charAt(at)) || Character.isDigit(text.charAt(at)))) {
                at++;
            }
            return text.substring(from, at);
        }

        private static boolean isStart(char c) {
            return Character.isLetter(c) || c == '_';
        }
    }
}
