package wf.face;

import java.util.List;
import java.util.Locale;

/** The languages in which callers are answered. */
public final class Languages {
    /** The languages of the product; the first is the one for everybody else. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private Languages() { }

    /** The language in which somebody with this {@code Accept-Language} is answered. */
    public static Locale accepted(String acceptLanguage) {
        try {
            Locale found = acceptLanguage == null ? null
                    : Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return found == null ? LANGUAGES.get(0) : found;
        } catch (IllegalArgumentException malformed) {
            return LANGUAGES.get(0);
        }
    }
}
