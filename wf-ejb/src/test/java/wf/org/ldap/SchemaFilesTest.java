package wf.org.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.ldif.LdifEntry;
import org.apache.directory.api.ldap.model.ldif.LdifReader;
import org.junit.jupiter.api.Test;
import wf.setting.Settings;
import wf.spi.OrgUnavailable;

/** Our schema comes in three forms, which must say the same, and the attribute map must know no other attributes of ours. */
class SchemaFilesTest {
    private static final Path FOLDER = Path.of("../ldap-schema");
    private static final Pattern DEFINED = Pattern.compile("\\( (2\\.25\\.[0-9.]+) NAME '(\\w+)'");

    @Test
    void theThreeFormsDefineTheSame() throws IOException, LdapException {
        Map<String, String> schema = defined("openldap/wf.schema");
        assertThat(schema).hasSize(18);
        assertThat(defined("openldap/wf.ldif")).isEqualTo(schema);
        assertThat(apacheds()).isEqualTo(schema);
    }

    @Test
    void theMapKnowsNoOtherAttributesOfOurs() throws IOException, OrgUnavailable {
        Set<String> known = new TreeSet<>(defined("openldap/wf.schema").keySet());
        AttributeMap map = AttributeMap.of(new Settings(name -> null, name -> null));
        for (String kind : Set.of("dept", "user", "group", "post")) {
            assertThat(map.attributes(kind)).filteredOn(name -> name.startsWith("wf")).isSubsetOf(known);
        }
    }

    @Test
    void theSampleIsReadable() throws IOException, LdapException {
        try (LdifReader reader = new LdifReader(FOLDER.resolve("sample.ldif").toFile())) {
            int entries = 0;
            for (LdifEntry entry : reader) {
                entries += entry.getDn().isEmpty() ? 0 : 1;
            }
            assertThat(entries).isEqualTo(19);
        }
    }

    private static Map<String, String> defined(String file) throws IOException {
        String text = Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);
        Matcher found = DEFINED.matcher(file.endsWith(".ldif") ? text.replace("\n ", "") : text.replaceAll("\\s+", " "));
        Map<String, String> all = new TreeMap<>();
        while (found.find()) {
            all.put(found.group(2), found.group(1));
        }
        return all;
    }

    private static Map<String, String> apacheds() throws IOException, LdapException {
        Map<String, String> all = new TreeMap<>();
        try (LdifReader reader = new LdifReader(FOLDER.resolve("apacheds/wf.ldif").toFile())) {
            for (LdifEntry entry : reader) {
                if (entry.get("m-oid") != null) {
                    all.put(entry.get("m-name").getString(), entry.get("m-oid").getString());
                }
            }
        }
        return all;
    }
}
