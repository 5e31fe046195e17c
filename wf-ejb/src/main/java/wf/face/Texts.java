package wf.face;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the faces themselves say, in the caller's language; what the engine says comes from the engine. */
public final class Texts {
    /** The languages of the product; the first is the one for everybody else. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private Texts() { }

    public static String text(Locale locale, String key, Object... arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle("wf.face.messages", supported(locale),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

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

    private static Locale supported(Locale locale) {
        return locale != null && "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
    }
}
