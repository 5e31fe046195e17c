package wf.handbook;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** Keys of the product's sentences. */
final class Keys {

    private static final Set<String> ALL = new TreeSet<>(ResourceBundle.getBundle("wf.messages", Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).keySet());
    private static final String REFUSAL = "reject.";

    private Keys() { }

    static Set<String> all() {
        return ALL;
    }

    /** Whether a constant names the sentence of a refusal, with its prefix or without. */
    static boolean isRefusal(String constant) {
        return ALL.contains(REFUSAL + refusal(constant));
    }

    static String refusal(String constant) {
        return constant.startsWith(REFUSAL) ? constant.substring(REFUSAL.length()) : constant;
    }
}
