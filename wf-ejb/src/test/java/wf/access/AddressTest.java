package wf.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {

    @Test
    void oneSubscriberIsOnePlace() {
        assertThat(Address.place("2001:db8::1")).isEqualTo(Address.place("2001:db8:0:0:ffff::2"));
        assertThat(Address.place("2001:db8::1")).isNotEqualTo(Address.place("2001:db8:0:1::1"));
        assertThat(Address.place("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Address.place("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void whatIsNoAddressIsAPlaceOfItsOwn() {
        assertThat(Address.place(null)).isEqualTo("null");
        assertThat(Address.place("unknown")).isEqualTo("unknown");
        assertThat(Address.place("1:2:3")).isEqualTo("1:2:3");
    }
}
