package wf.micro;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A certified OpenID provider on loopback, which knows us as {@code wf} and everybody by the name that he types. */
final class OpenIdProvider implements AutoCloseable {
    static final String SECRET = "a-secret-of-the-test-and-of-nothing-else";
    private static final Path FOLDER = Path.of("src/test/oidc").toAbsolutePath();
    private static final Path INSTALL = Path.of("../wf-web/build/install.mjs").toAbsolutePath().normalize();

    private final URI issuer;
    private final Process process;

    private OpenIdProvider(URI issuer, Process process) {
        this.issuer = issuer;
        this.process = process;
    }

    static OpenIdProvider start(int port, URI product) throws IOException, InterruptedException {
        install();
        Process process = new ProcessBuilder("node", "provider.mjs", Integer.toString(port), product.resolve("api/v1/enter").toString(), product.toString())
                .directory(FOLDER.toFile()).redirectErrorStream(true).start();
        CountDownLatch ready = new CountDownLatch(1);
        Thread reader = new Thread(() -> read(process, ready), "openid-provider");
        reader.setDaemon(true);
        reader.start();
        if (!ready.await(120, TimeUnit.SECONDS)) {
            process.destroy();
            throw new IOException("the OpenID provider of the test does not start");
        }
        return new OpenIdProvider(URI.create("http://127.0.0.1:" + port), process);
    }

    /**
     * Without the standard streams of this process: Node makes those that it inherits non-blocking, for whoever has them
     * too, and through them the build talks with its tests.
     */
    private static void install() throws IOException, InterruptedException {
        Path said = Files.createTempFile("wf-oidc-install", ".txt");
        try {
            Process install = new ProcessBuilder("node", INSTALL.toString()).directory(FOLDER.toFile())
                    .redirectErrorStream(true).redirectOutput(said.toFile()).start();
            install.getOutputStream().close();
            if (!install.waitFor(3, TimeUnit.MINUTES)) {
                install.destroyForcibly();
                throw new IOException("npm did not install the OpenID provider of the test within three minutes");
            }
            if (install.exitValue() != 0) {
                throw new IOException("npm could not install the OpenID provider of the test: " + Files.readString(said));
            }
        } finally {
            Files.delete(said);
        }
    }

    private static void read(Process process, CountDownLatch ready) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("provider is ready")) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI issuer() {
        return issuer;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
