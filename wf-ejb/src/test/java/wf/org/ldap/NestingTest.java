package wf.org.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Groups inside groups, and names that mean the same. */
class NestingTest {
    private final Map<DnKey, List<DnKey>> groups = new HashMap<>();

    @Test
    void aCircleComesToAnEnd() {
        group("cn=a", "cn=b", "uid=li");
        group("cn=b", "cn=c");
        group("cn=c", "cn=a", "uid=sun", "uid=li", "cn=nobody");
        Nesting.Members members = new Nesting(groups, Map.of(key("uid=li"), "li", key("uid=sun"), "sun"), 8).of(key("cn=a"));
        assertThat(members.people()).containsExactly("li", "sun");
        assertThat(members.complete()).isTrue();
    }

    @Test
    void whatLiesTooDeepIsToldOf() {
        group("cn=a", "cn=b");
        group("cn=b", "cn=c");
        group("cn=c", "uid=li");
        Map<DnKey, String> people = Map.of(key("uid=li"), "li");
        assertThat(new Nesting(groups, people, 1).of(key("cn=a"))).isEqualTo(new Nesting.Members(List.of(), false));
        assertThat(new Nesting(groups, people, 2).of(key("cn=a"))).isEqualTo(new Nesting.Members(List.of("li"), true));
    }

    @Test
    void namesCompareWhateverTheyAreWrittenLike() {
        assertThat(key("CN=Amy  Wong+SN=Kroker, ou=People,dc=x")).isEqualTo(key("sn=kroker+cn=amy wong,OU=people, DC=X"));
        assertThat(key("cn=a\\, b,dc=x")).isEqualTo(key("cn=a\\2C b,dc=x")).isNotEqualTo(key("cn=a,cn=b,dc=x"));
        assertThat(DnKey.parse("li")).isEmpty();
        assertThat(DnKey.parse("=,=")).isEmpty();
    }

    private void group(String name, String... members) {
        groups.put(key(name), List.of(members).stream().map(NestingTest::key).toList());
    }

    private static DnKey key(String dn) {
        return DnKey.parse(dn).orElseThrow();
    }
}
