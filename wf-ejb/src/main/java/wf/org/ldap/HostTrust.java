package wf.org.ldap;

import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts a chain that the given manager trusts, if its first certificate is that of the host of the settings. The transport
 * below compares with the name that a reverse lookup gives for an address, which is whatever its owner says.
 */
final class HostTrust extends X509ExtendedTrustManager {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;
    private final X509TrustManager chains;
    private final String host;

    HostTrust(X509TrustManager chains, String host) {
        this.chains = chains;
        this.host = host.startsWith("[") ? host.substring(1, host.length() - 1) : host.toLowerCase(Locale.ROOT);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        chains.checkServerTrusted(chain, authType);
        Collection<List<?>> names = chain[0].getSubjectAlternativeNames();
        if (names == null || names.stream().noneMatch(name -> names((int) name.get(0), name.get(1)))) {
            throw new CertificateException("the certificate is not that of " + host);
        }
    }

    private boolean names(int kind, Object name) {
        boolean isAddress = host.matches("[0-9.]+") || host.contains(":");
        if (kind == ADDRESS && isAddress) {
            return address(host).equals(address((String) name));
        }
        return kind == DNS && !isAddress && fits(((String) name).toLowerCase(Locale.ROOT));
    }

    /** A star stands for one whole label, the first of at least three. */
    private boolean fits(String name) {
        int dot = host.indexOf('.');
        return name.equals(host) || dot > 0 && name.equals("*" + host.substring(dot)) && host.indexOf('.', dot + 1) > 0;
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("nobody is a client here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return chains.getAcceptedIssuers();
    }
}
