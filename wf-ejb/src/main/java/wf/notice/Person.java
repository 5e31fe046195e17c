package wf.notice;

import java.util.Locale;

/**
 * A receiver as messages know him.
 *
 * @param mail null where none is known
 * @param mobile null where none is known
 * @param locale Chinese or English
 */
record Person(String id, String name, String mail, String mobile, Locale locale) {

    /** The two languages that there are texts in; Chinese for whoever has said nothing. */
    static Locale language(String said) {
        return said == null || said.isBlank() || said.toLowerCase(Locale.ROOT).startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }

    String language() {
        return locale.getLanguage();
    }
}
