package wf.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the product, as the build wrote it. */
final class ProductVersion {

    static final String TEXT = read();

    private ProductVersion() { }

    private static String read() {
        try (InputStream in = ProductVersion.class.getResourceAsStream("/wf/version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("the version of the product cannot be read", e);
        }
    }
}
