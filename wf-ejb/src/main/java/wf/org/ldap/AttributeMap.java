package wf.org.ldap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wf.setting.Family;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.OrgUnavailable;

/**
 * What the fields of departments, people, groups and posts are called in a directory. Each preset is a file beside this
 * class, {@code OPENLDAP.properties}, which is also the list of the fields. A field names attributes with commas between
 * them, of which the first that an entry has counts; a field that is empty is not asked for.
 */
final class AttributeMap {
    private final Properties fields;

    private AttributeMap(Properties fields) {
        this.fields = fields;
    }

    static AttributeMap of(Settings settings) throws OrgUnavailable {
        String preset = settings.text(Setting.LDAP_SCHEMA);
        Properties fields = new Properties();
        if (!preset.matches("[A-Z_]+")) {
            throw unknown(preset);
        }
        try (InputStream in = AttributeMap.class.getResourceAsStream(preset + ".properties")) {
            if (in == null) {
                throw unknown(preset);
            }
            fields.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fields.stringPropertyNames().forEach(field -> settings.named(Family.LDAP_MAP, field)
                .ifPresent(value -> fields.setProperty(field, value.equals("-") ? "" : value)));
        return new AttributeMap(fields);
    }

    private static OrgUnavailable unknown(String preset) {
        return new OrgUnavailable("The setting " + Setting.LDAP_SCHEMA.property() + " is '" + preset
                + "' but must be OPENLDAP, APACHEDS, ACTIVE_DIRECTORY or PLAIN.");
    }

    /** The filter of a kind of entries; empty when the directory has none of them. */
    String filter(String kind) {
        return fields.getProperty(kind + ".filter", "").strip();
    }

    /** The attributes of a field. */
    List<String> names(String field) {
        return Arrays.stream(fields.getProperty(field, "").split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /** All attributes of a kind of entries. */
    Set<String> attributes(String kind) {
        return fields.stringPropertyNames().stream().filter(field -> field.startsWith(kind + ".") && !field.endsWith(".filter"))
                .flatMap(field -> names(field).stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
