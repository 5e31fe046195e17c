package wf.refusal;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Sentences for people, in Chinese and English, from one bundle.
 *
 * <p>Any other language reads English. A missing key is a bug and fails.
 */
public final class Messages {
    private static final String BUNDLE = "wf.messages";
    private static final String NOTHING = "–";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {
    }

    /** Whether there is a sentence of this key. */
    public static boolean has(String key) {
        return ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, Messages.class.getClassLoader(), NO_FALLBACK).containsKey(key);
    }

    /** The sentence of this key in this language; arguments stand at {0}, {1}…, and a dash where there is none: people do not know of null. */
    public static String text(Locale locale, String key, Object... arguments) {
        Locale language = locale == null ? Locale.ENGLISH : locale;
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, language, Messages.class.getClassLoader(), NO_FALLBACK);
        return new MessageFormat(bundle.getString(key), language).format(Arrays.stream(arguments).map(argument -> argument == null ? NOTHING : argument).toArray());
    }
}
