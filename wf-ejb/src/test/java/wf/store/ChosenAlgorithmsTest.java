package wf.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wf.setting.Settings;

/** Hashes and ciphers by name: those of everywhere and those of GB/T. */
class ChosenAlgorithmsTest {

    private static Settings settings(String name, String value) {
        return new Settings(Map.of(name, value)::get, n -> null);
    }

    /** The examples of GB/T 32905-2016 and FIPS 180-4. */
    @Test
    void hashesAreThoseOfTheirStandards() {
        assertThat(Hashing.SM3.hex("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Hashing.SHA_256.hex("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void settingsNameThemAndNothingElse() {
        assertThat(Hashing.of(settings("wf.journal.hash", "SM3"))).isEqualTo(Hashing.SM3);
        assertThat(Ciphering.of(settings("wf.sealing.cipher", "SM4"))).isEqualTo(Ciphering.SM4);
        assertThat(Hashing.of(settings("x", "y"))).isEqualTo(Hashing.SHA_256);
        assertThatThrownBy(() -> Hashing.of(settings("wf.journal.hash", "MD5"))).isInstanceOf(IllegalStateException.class).hasMessageContaining("SM3");
        assertThatThrownBy(() -> Ciphering.of(settings("wf.sealing.cipher", "DES"))).isInstanceOf(IllegalStateException.class).hasMessageContaining("SM4");
    }

    @ParameterizedTest
    @EnumSource
    void whatOneHasSealedIsOpenedWhicheverIsChosenNow(Ciphering sealing) {
        byte[] key = InstanceCipher.newKey();
        byte[] text = "身份证号 110101199003071234".getBytes(StandardCharsets.UTF_8);
        String sealed = new InstanceCipher(key, "default/1", sealing).seal(text);
        for (Ciphering now : Ciphering.values()) {
            assertThat(new InstanceCipher(key, "default/1", now).open(sealed)).hasValueSatisfying(opened -> assertThat(opened).isEqualTo(text));
            assertThat(new InstanceCipher(key, "default/2", now).open(sealed)).as("in another's place").isEmpty();
            assertThat(new InstanceCipher(InstanceCipher.newKey(), "default/1", now).open(sealed)).as("under another key").isEmpty();
        }
        char last = sealed.charAt(sealed.length() - 5);
        assertThat(new InstanceCipher(key, "default/1", sealing).open(sealed.substring(0, sealed.length() - 5) + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 4))).as("changed").isEmpty();
        assertThat(new InstanceCipher(key, "default/1", sealing).open(sealing.mark() + "AAAA")).isEmpty();
        assertThat(new InstanceCipher(key, "default/1", sealing).seal(text)).as("never the same twice").isNotEqualTo(sealed);
    }

    @Test
    void whatOneSealsIsNotWhatTheOtherDoes() throws Exception {
        byte[] key = HexFormat.of().parseHex("0123456789abcdeffedcba98765432100123456789abcdeffedcba9876543210");
        byte[] nonce = HexFormat.of().parseHex("00001234567800000000abcd");
        byte[] sealed = Ciphering.SM4.run(true, key, nonce, new byte[0], new byte[32]);
        assertThat(sealed).hasSize(48);
        assertThat(HexFormat.of().formatHex(sealed)).isNotEqualTo(HexFormat.of().formatHex(Ciphering.AES.run(true, key, nonce, new byte[0], new byte[32])));
    }
}
