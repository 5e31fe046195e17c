package wf.org.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.org.source.Remark;
import wf.org.source.Validity;
import wf.setting.Settings;
import wf.spi.OrgDept;
import wf.spi.OrgUnavailable;
import wf.spi.OrgUser;

/** What an attribute map makes of entries, without a directory. */
class LdapOrgBuilderTest {
    private final Map<String, List<LdapEntry>> byFilter = new HashMap<>();

    @Test
    void activeDirectoryHasItsOwnNames() throws OrgUnavailable {
        AttributeMap map = map(Map.of("wf.ldap.schema", "ACTIVE_DIRECTORY"));
        entry(map.filter("dept"), "ou=rd,dc=x", Map.of("objectguid", "0a0b", "ou", "rd", "managedby", "CN=Li Ming,OU=rd,DC=x"));
        entry(map.filter("dept"), "ou=rd,ou=south,dc=x", Map.of("objectguid", "0c0d", "ou", "rd"));
        entry(map.filter("user"), "cn=Li Ming,ou=rd,dc=x", Map.of("samaccountname", "li", "cn", "Li Ming", "title", "chief"));
        entry(map.filter("user"), "cn=Sun,ou=rd,ou=south,dc=x", Map.of("samaccountname", "sun", "displayname", "孙丽", "cn", "Sun",
                "manager", "cn=li ming,ou=RD,dc=x"));
        LdapOrgBuilder builder = builder(map);
        assertThat(builder.loadDepts("t")).extracting((OrgDept d) -> d.id + " " + d.headId).containsExactly("0a0b li", "0c0d null");
        List<OrgUser> users = builder.loadUsers("t");
        assertThat(users).extracting(u -> u.name).containsExactly("Li Ming", "孙丽");
        assertThat(users.get(1).places.get(0).deptId).isEqualTo("0c0d");
        assertThat(users.get(1).places.get(0).leaderId).isEqualTo("li");
        assertThat(users.get(0).places.get(0).jobTitle).isEqualTo("chief");
    }

    @Test
    void singleFieldsAreSetOneByOneAndSwitchedOff() throws OrgUnavailable {
        AttributeMap map = map(Map.of("wf.ldap.schema", "PLAIN", "wf.ldap.map.user.id", "employeeNumber, uid", "wf.ldap.map.user.depts", "-"));
        entry(map.filter("dept"), "ou=rd,dc=x", Map.of("ou", "rd"));
        entry(map.filter("user"), "uid=li,dc=x", Map.of("uid", "li", "employeenumber", "4711", "ou", "rd"));
        LdapOrgBuilder builder = builder(map);
        builder.loadDepts("t");
        OrgUser li = builder.loadUsers("t").get(0);
        assertThat(li.id).isEqualTo("4711");
        assertThat(li.loginName).isEqualTo("li");
        assertThat(li.places).isEmpty();
        assertThat(map.attributes("user")).contains("employeeNumber", "uid").doesNotContain("ou", "-", "");
    }

    @Test
    void accountsOfActiveDirectoryExpireAndThoseThatNeverDoHaveNoEnd() throws OrgUnavailable {
        AttributeMap map = map(Map.of("wf.ldap.schema", "ACTIVE_DIRECTORY"));
        Map.of("li", "134167968000000000", "sun", "0", "qian", "9223372036854775807", "zhao", "soon").forEach((login, expires) ->
                entry(map.filter("user"), "cn=" + login + ",dc=x", Map.of("samaccountname", login, "accountexpires", expires)));
        LdapOrgBuilder builder = builder(map);
        builder.loadDepts("t");
        Map<String, OrgUser> users = new HashMap<>();
        builder.loadUsers("t").forEach(u -> users.put(u.id, u));
        assertThat(users.get("li").validTo).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(users.get("sun").validTo).isNull();
        assertThat(users.get("qian").validTo).isNull();
        assertThat(users.get("zhao").validTo).as("he of whom it cannot be read does not count, and is not gone").isEqualTo(Instant.EPOCH);
        assertThat(builder.remarks()).containsExactly(new Remark(Remark.Kind.VALIDITY_UNFIT, "zhao"));
    }

    @Test
    void anUnknownPresetIsToldOf() {
        for (String preset : List.of("NOVELL", "../x", "openldap")) {
            assertThatThrownBy(() -> map(Map.of("wf.ldap.schema", preset))).isInstanceOf(OrgUnavailable.class).hasMessageContaining("wf.ldap.schema");
        }
    }

    @Test
    void everyPresetHasTheSameFields() throws OrgUnavailable {
        for (String preset : List.of("APACHEDS", "ACTIVE_DIRECTORY", "PLAIN", "OPENLDAP")) {
            AttributeMap map = map(Map.of("wf.ldap.schema", preset));
            assertThat(map.names("user.id")).as(preset).isNotEmpty();
            assertThat(map.names("user.login")).as(preset).isNotEmpty();
            assertThat(map.names("group.member")).as(preset).isNotEmpty();
            assertThat(map.filter("user")).as(preset).startsWith("(").endsWith(")");
        }
    }

    private static AttributeMap map(Map<String, String> settings) throws OrgUnavailable {
        return AttributeMap.of(new Settings(settings::get, name -> null));
    }

    private void entry(String filter, String dn, Map<String, String> attributes) {
        Map<String, List<String>> values = new HashMap<>();
        attributes.forEach((name, value) -> values.put(name, List.of(value)));
        byFilter.computeIfAbsent(filter, key -> new java.util.ArrayList<>()).add(new LdapEntry(DnKey.parse(dn).orElseThrow(), values));
    }

    private LdapOrgBuilder builder(AttributeMap map) {
        return new LdapOrgBuilder(new Entries() {
            @Override
            public List<LdapEntry> find(String filter, Collection<String> attributes) {
                return byFilter.getOrDefault(filter, List.of());
            }

            @Override
            public List<Found> findBy(String filter, List<String> names, String value, Collection<String> attributes) {
                return List.of();
            }

            @Override
            public boolean bind(String dn, String password) {
                return false;
            }
        }, map, 8, new Validity(ZoneOffset.UTC));
    }
}
