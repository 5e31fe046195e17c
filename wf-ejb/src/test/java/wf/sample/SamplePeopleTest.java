package wf.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.access.Credentials;
import wf.access.EntryTokens;
import wf.access.PasswordCheck;
import wf.access.PasswordPolicy;
import wf.access.ServiceAccounts;
import wf.access.Sessions;
import wf.access.SignOn;
import wf.org.OrgPerson;
import wf.org.OrgStore;
import wf.org.RoleStore;
import wf.org.ldap.LdapDirectory;
import wf.org.source.OrgSources;
import wf.org.Organisation;
import wf.setting.Settings;
import wf.store.MasterSeal;
import wf.store.Ids;
import wf.store.TestDatabase;
import wf.store.TestPersistence;

class SamplePeopleTest {

    @Test
    void theSamplePeopleCanSignOnAndStandWhereTheyShould() throws Exception {
        try (TestPersistence database = new TestPersistence(TestDatabase.H2)) {
            Settings settings = new Settings(Map.of("wf.password.iterations", "1000")::get, name -> null);
            OrgStore store = new OrgStore(database.entityManager());
            Credentials credentials = new Credentials(database.entityManager(), store);
            PasswordCheck passwords = new PasswordCheck(credentials, database,
                    new OrgSources(settings, new LdapDirectory(settings, database), java.util.List.of(), database), settings);
            assertThat(database.required(store::isEmpty)).isTrue();
            database.run(() -> new SamplePeople(store, new RoleStore(database.entityManager(), store, new Ids(database.entityManager())), credentials, passwords).load("default"));
            assertThat(database.required(store::isEmpty)).isFalse();

            Organisation organisation = new Organisation(store, database, settings);
            assertThat(organisation.of("default").person("li").orElseThrow().memberships())
                    .containsExactly("dept:rd", "dept:office", "post:legal", "post:rd-head");
            assertThat(organisation.of("default").membersOf("group:finance")).containsExactly("sun", "wang", "zhou");
            assertThat(organisation.of("default").member("admin").orElseThrow().administrator()).isTrue();

            SignOn signOn = new SignOn(organisation, passwords, new PasswordPolicy(settings), credentials,
                    new Sessions(database.entityManager(), settings), new ServiceAccounts(database.entityManager(), new MasterSeal(settings), InstantSource.system()),
                    new EntryTokens(database.entityManager(), settings, InstantSource.system()), database, settings);
            for (OrgPerson person : organisation.of("default").people()) {
                assertThat(signOn.byPassword(person.loginName(), SamplePeople.PASSWORD, "UI", null, Locale.CHINESE).person())
                        .isEqualTo(person.id());
                assertIsInTheSampleDirectory(person);
            }
        }
    }

    private static void assertIsInTheSampleDirectory(OrgPerson person) throws IOException {
        String ldif = Files.readString(Path.of("..", "ldap-schema", "sample.ldif"));
        assertThat(ldif).contains("uid: " + person.loginName() + "\n").contains("mail: " + person.mail() + "\n");
    }
}
