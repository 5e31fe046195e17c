package wf.org.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wf.call.Outcome;
import wf.conformance.Corpora;
import wf.org.OrgSnapshot;
import wf.scenario.Standalone;
import wf.spi.OrgUnavailable;
import wf.store.MutableClock;
import wf.store.TestDatabase;

/** A directory that knows nothing of our schema loads by the attribute map alone. */
@Tag("directory")
class PlanetExpressTest {
    private static final String BASE = "ou=people,dc=planetexpress,dc=com";

    @Test
    void aForeignDirectoryIsReadByAttributeMapAlone() throws IOException, SQLException, OrgUnavailable {
        Corpora.needed();
        Slapd.start();
        Slapd.fresh("dc=planetexpress,dc=com", BASE, ldif());
        Map<String, String> settings = new HashMap<>(Slapd.settings("planet"));
        settings.put("wf.ldap.user", "cn=admin,dc=planetexpress,dc=com");
        settings.put("wf.ldap.base", "dc=planetexpress,dc=com");
        settings.put("wf.ldap.schema", "PLAIN");
        settings.put("wf.ldap.map.group.filter", "(objectClass=group)");
        var source = TestDatabase.H2.migrated();
        try (Standalone node = new Standalone(source, null, new MutableClock(),
                (definition, job) -> new Outcome.Failed("nothing is called", false), Slapd.of(settings))) {
            node.orgLoads.schedule();
            node.shifts.work();
            OrgSnapshot now = node.organisation.of("planet");
            assertThat(now.people()).extracting(p -> p.id())
                    .containsExactlyInAnyOrder("amy", "bender", "fry", "hermes", "leela", "professor", "zoidberg");
            assertThat(now.person("professor").orElseThrow().member().name()).isEqualTo("Professor Farnsworth");
            assertThat(now.person("amy").orElseThrow().memberships()).containsExactly("dept:people");
            assertThat(now.membersOf("group:ship_crew")).containsExactlyInAnyOrder("fry", "leela", "bender");
            assertThat(now.membersOf("group:admin_staff")).containsExactlyInAnyOrder("professor", "hermes");
            assertThat(node.sources.isRight("planet", "ldap", "fry", "fry", "fry")).isTrue();
            assertThat(node.sources.isRight("planet", "ldap", "amy", "amy", "amy")).isTrue();
            assertThat(node.sources.isRight("planet", "ldap", "amy", "amy", "fry")).isFalse();
        }
    }

    private static String ldif() throws IOException {
        try (Stream<Path> files = Files.list(Corpora.file("ldap/planetexpress"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".ldif")).sorted().toList()) {
                all.append(Files.readString(file, StandardCharsets.UTF_8)).append("\n\n");
            }
            return all.toString();
        }
    }

}
