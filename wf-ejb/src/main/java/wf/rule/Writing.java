package wf.rule;

import java.nio.charset.StandardCharsets;
import wf.value.Value;

/**
 * How a value is written into the text around it. What comes out of a variable stays a value there: it can neither close
 * a quotation nor open an element nor begin another part of an address.
 */
public enum Writing {
    /** As it is. */
    PLAIN {
        @Override
        String of(String before, Value value) {
            return value.text();
        }
    },
    /** In addresses and forms: everything but letters, digits and four signs is encoded (RFC 3986 clause 2.3). */
    URL {
        @Override
        String of(String before, Value value) {
            StringBuilder encoded = new StringBuilder();
            for (byte b : value.text().getBytes(StandardCharsets.UTF_8)) {
                boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "-._~".indexOf(b) >= 0;
                encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
            }
            return encoded.toString();
        }
    },
    /** In XML, as text or inside an attribute; characters that XML cannot have are left out. */
    XML {
        @Override
        String of(String before, Value value) {
            StringBuilder escaped = new StringBuilder();
            value.text().codePoints().filter(Writing::isXml).forEach(c -> escaped.append(switch (c) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> Character.toString(c);
            }));
            return escaped.toString();
        }
    },
    /** In JSON: inside quotes the characters of a text, elsewhere a whole value with the quotes that it needs. */
    JSON {
        @Override
        String of(String before, Value value) {
            if (!isQuoted(before)) {
                return value.toJson();
            }
            String quoted = Value.of(value.text()).toJson();
            return quoted.substring(1, quoted.length() - 1);
        }

        @Override
        String ofNull(String before) {
            return isQuoted(before) ? "" : "null";
        }
    };

    /** @param before the text so far, in which the value is to stand */
    public String written(String before, Object value) {
        return value == null ? ofNull(before) : of(before, Value.of(value));
    }

    abstract String of(String before, Value value);

    String ofNull(String before) {
        return "";
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    private static boolean isQuoted(String before) {
        boolean quoted = false;
        for (int i = 0; i < before.length(); i++) {
            if (before.charAt(i) == '"') {
                quoted = !quoted;
            } else if (quoted && before.charAt(i) == '\\') {
                i++;
            }
        }
        return quoted;
    }
}
