package wf.node.call;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code {secret:crm}} in a header stands for a secret of the configuration. The model, the job and the journal hold the
 * name; the secret itself comes in when the request is sent. A secret belongs to the endpoint of its name and is sent
 * nowhere else, so that whoever may write models cannot have it sent to himself.
 */
public final class Secret {

    private static final Pattern PLACE = Pattern.compile("\\{secret:([A-Za-z][A-Za-z0-9._-]{0,99})}");

    private Secret() { }

    /** The names of all secrets in the text, in order. */
    public static List<String> in(String text) {
        return PLACE.matcher(text).results().map(r -> r.group(1)).toList();
    }

    /** The text with its secrets in their places. */
    public static String filled(String text, UnaryOperator<String> secrets) {
        return PLACE.matcher(text).replaceAll(r -> Matcher.quoteReplacement(secrets.apply(r.group(1))));
    }

    /** Whether the secret may be sent to the endpoint: {@code crm} and {@code crm.token} belong to {@code crm}. */
    public static boolean belongs(String secret, String endpoint) {
        return endpoint != null && (secret.equals(endpoint) || secret.startsWith(endpoint + "."));
    }
}
