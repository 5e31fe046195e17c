package wf.notice;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with places in them: {@code ${instance.title}}. A place is replaced by its value and nothing else; values are not looked
 * through again, and nothing is ever executed, so whoever may write a template can do no more than write.
 */
final class Words {

    private static final Pattern PLACE = Pattern.compile("\\$\\{\\s*([A-Za-z][A-Za-z0-9_.]*)\\s*}");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private Words() { }

    static String filled(String template, Map<String, String> values, UnaryOperator<String> escaped) {
        Matcher place = PLACE.matcher(template);
        StringBuilder text = new StringBuilder();
        while (place.find()) {
            String value = values.get(place.group(1));
            place.appendReplacement(text, Matcher.quoteReplacement(value == null ? "" : escaped.apply(value)));
        }
        return place.appendTail(text).toString();
    }

    /** The places that a text has. */
    static Set<String> places(String template) {
        Set<String> places = new LinkedHashSet<>();
        PLACE.matcher(template).results().forEach(r -> places.add(r.group(1)));
        return places;
    }

    /** In one line: a subject with a second line would be a header of its own. */
    static String line(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /** Cut, but not within a character. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1) + "…";
    }
}
