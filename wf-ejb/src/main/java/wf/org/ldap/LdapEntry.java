package wf.org.ldap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of one entry.
 *
 * @param attributes by their names in small letters, without options; binary ones in hexadecimal
 */
record LdapEntry(DnKey dn, Map<String, List<String>> attributes) {

    /** The values of the first of these attributes that it has. */
    List<String> all(List<String> names) {
        return names.stream().map(name -> attributes.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()))
                .filter(values -> !values.isEmpty()).findFirst().orElse(List.of());
    }

    /** The first value of the first of these attributes that it has. */
    Optional<String> first(List<String> names) {
        return all(names).stream().findFirst();
    }
}
