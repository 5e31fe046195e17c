package wf.org.ldap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.OrgUnavailable;

/** Whose certificates a directory may show. There is no way to trust all. */
final class Trust {

    private Trust() { }

    /** For one host: the certificates of the setting, or those that this Java trusts. */
    static TrustManager manager(Settings settings, String host) throws OrgUnavailable {
        String file = settings.text(Setting.LDAP_TRUST);
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(file.isEmpty() ? null : store(Path.of(file), settings.text(Setting.LDAP_TRUST_PASSWORD)));
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager chains) {
                    return new HostTrust(chains, host);
                }
            }
            throw new IllegalStateException("This Java checks no certificates");
        } catch (IOException | GeneralSecurityException e) {
            throw new OrgUnavailable("The certificates of the setting " + Setting.LDAP_TRUST.property() + " (" + file
                    + ") cannot be read.", e);
        }
    }

    private static KeyStore store(Path file, String password) throws IOException, GeneralSecurityException {
        byte[] bytes = Files.readAllBytes(file);
        if (!new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")) {
            return KeyStore.getInstance(file.toFile(), password.isEmpty() ? null : password.toCharArray());
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
            store.setCertificateEntry("trusted-" + number++, certificate);
        }
        return store;
    }
}
