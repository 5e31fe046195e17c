package wf.org.ldap;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.directory.api.ldap.model.exception.LdapInvalidDnException;
import org.apache.directory.api.ldap.model.name.Ava;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.api.ldap.model.name.Rdn;

/**
 * A distinguished name in a form that compares: whoever writes a member down may use another case, other spaces, another
 * escape or another order of the parts of one name than the entry has.
 *
 * @param names from the entry up to the root
 */
record DnKey(List<String> names) {

    static DnKey of(Dn dn) {
        List<String> names = new ArrayList<>();
        for (Rdn rdn : dn.getRdns()) {
            List<String> parts = new ArrayList<>();
            for (Ava ava : rdn) {
                parts.add(ava.getType().toLowerCase(Locale.ROOT) + '=' + folded(ava.getValue().getString()));
            }
            parts.sort(null);
            names.add(String.join("\u0000", parts));
        }
        return new DnKey(names);
    }

    /** Empty when the text is no name. */
    static Optional<DnKey> parse(String text) {
        try {
            return text.indexOf('=') < 0 ? Optional.empty() : Optional.of(of(new Dn(text)));
        } catch (LdapInvalidDnException e) {
            return Optional.empty();
        }
    }

    /** The next one above; empty above the root. */
    Optional<DnKey> parent() {
        return names.size() < 2 ? Optional.empty() : Optional.of(new DnKey(names.subList(1, names.size())));
    }

    private static String folded(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
