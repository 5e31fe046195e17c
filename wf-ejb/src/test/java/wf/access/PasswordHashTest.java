package wf.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

    @Test
    void itIsThePublishedAlgorithm() {
        // A published vector of PBKDF2-HMAC-SHA256: password "password", salt "salt", 4096 iterations, 32 bytes.
        PasswordHash hash = PasswordHash.parse("PBKDF2-HMAC-SHA256$4096$" + base64("73616c74") + "$"
                + base64("c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a"));
        assertThat(hash.fits("password")).isTrue();
        assertThat(hash.fits("Password")).isFalse();
    }

    @Test
    void itComesBackFromItsStoredForm() {
        String stored = PasswordHash.of("密码 𠮷 pass", 1000).stored();
        assertThat(stored).startsWith("PBKDF2-HMAC-SHA256$1000$").hasSizeLessThan(200);
        assertThat(PasswordHash.parse(stored).fits("密码 𠮷 pass")).isTrue();
        assertThat(PasswordHash.parse(stored).fits("密码 pass")).isFalse();
    }

    @Test
    void twoOfTheSamePasswordDiffer() {
        assertThat(PasswordHash.of("same", 1000).stored()).isNotEqualTo(PasswordHash.of("same", 1000).stored());
    }

    @Test
    void theSameLetterTypedInAnotherWayFits() {
        assertThat(PasswordHash.of("caf\u00e9-au-lait", 1000).fits("cafe\u0301-au-lait")).isTrue();
    }

    @Test
    void anythingElseIsNoStoredPassword() {
        assertThatThrownBy(() -> PasswordHash.parse("MD5$1$a$b")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PasswordHash.parse("")).isInstanceOf(IllegalStateException.class);
    }

    private static String base64(String hex) {
        return java.util.Base64.getEncoder().encodeToString(java.util.HexFormat.of().parseHex(hex));
    }
}
