package wf.store;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import wf.setting.Setting;
import wf.setting.Settings;

/** Ciphers that fields may be sealed with, both in Galois counter mode; what is sealed says with which. */
enum Ciphering {
    AES("") {
        @Override
        byte[] run(boolean seals, byte[] key, byte[] nonce, byte[] about, byte[] text) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(seals ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(about);
            return cipher.doFinal(text);
        }
    },
    /** GB/T 32907-2016, which Java has not. Its keys have 128 bits: they are made of ours, so that none serves two ciphers. */
    SM4("sm4.") {
        @Override
        byte[] run(boolean seals, byte[] key, byte[] nonce, byte[] about, byte[] text) throws GeneralSecurityException {
            GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
            byte[] own = Arrays.copyOf(Hashing.SM3.of(concatenated("SM4".getBytes(java.nio.charset.StandardCharsets.UTF_8), key)), 16);
            cipher.init(seals, new AEADParameters(new KeyParameter(own), TAG_BITS, nonce, about));
            byte[] out = new byte[cipher.getOutputSize(text.length)];
            try {
                int length = cipher.processBytes(text, 0, text.length, out, 0);
                return Arrays.copyOf(out, length + cipher.doFinal(out, length));
            } catch (InvalidCipherTextException e) {
                throw new GeneralSecurityException(e);
            }
        }
    };

    static final int TAG_BITS = 128;
    private final String mark;

    Ciphering(String mark) {
        this.mark = mark;
    }

    static Ciphering of(Settings settings) {
        String name = settings.text(Setting.SEALING_CIPHER);
        return Arrays.stream(values()).filter(c -> c.name().equals(name)).findFirst().orElseThrow(() -> new IllegalStateException(
                "Setting " + Setting.SEALING_CIPHER.property() + " is '" + name + "' but must be AES or SM4."));
    }

    /** With which a text was sealed: what has no mark is of the one that was the only one before. */
    static Ciphering ofSealed(String sealed) {
        return Optional.of(SM4).filter(sm4 -> sealed.startsWith(sm4.mark)).orElse(AES);
    }

    /** What stands before a sealed text; no letter of base64 is a dot. */
    String mark() {
        return mark;
    }

    abstract byte[] run(boolean seals, byte[] key, byte[] nonce, byte[] about, byte[] text) throws GeneralSecurityException;

    private static byte[] concatenated(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
