package wf.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.setting.Settings;

class ProxiesTest {

    private static Proxies proxies(String listed) {
        return new Proxies(new Settings(Map.of("wf.proxies", listed)::get, name -> null));
    }

    @Test
    void nobodyIsBelievedUnlessHeIsListed() {
        assertThat(proxies(" ").isListed("127.0.0.1")).isFalse();
        Proxies some = proxies("10.1.2.3, 192.168.4.0/22,2001:db8::/32");
        assertThat(some.isListed("10.1.2.3")).isTrue();
        assertThat(some.isListed("10.1.2.4")).isFalse();
        assertThat(some.isListed("192.168.7.255")).isTrue();
        assertThat(some.isListed("192.168.8.0")).isFalse();
        assertThat(some.isListed("2001:db8:1::5")).isTrue();
        assertThat(some.isListed("::ffff:10.1.2.3")).as("the same as IPv6 writes it").isTrue();
        assertThat(some.isListed("evil.example")).isFalse();
        assertThat(some.isListed(null)).isFalse();
    }

    @Test
    void theClientIsTheLastWhomAProxyDoesNotVouchFor() {
        Proxies two = proxies("10.0.0.1,10.0.0.2");
        assertThat(two.client("203.0.113.9", "198.51.100.1")).as("an unlisted sender says nothing").isEqualTo("203.0.113.9");
        assertThat(two.client("10.0.0.1", null)).isEqualTo("10.0.0.1");
        assertThat(two.client("10.0.0.1", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(two.client("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2")).as("what the client itself wrote is in front").isEqualTo("198.51.100.1");
        assertThat(two.client("10.0.0.1", "1.1.1.1, evil.example")).isEqualTo("10.0.0.1");
        assertThat(two.client("10.0.0.1", ",,,")).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.256", "/8", "10.0.0.0/-1"})
    void aListThatCannotBeReadStopsTheStart(String listed) {
        assertThatThrownBy(() -> proxies(listed)).isInstanceOf(IllegalStateException.class).hasMessageContaining("WF_PROXIES");
    }
}
