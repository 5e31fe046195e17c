package wf.micro;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * One Payara Micro with the product, as a child process on 127.0.0.1. It ends with this JVM, whatever ends that.
 * <p>
 * {@code wf.home} names the folder with the server and the archives (the build leaves it in {@code target/home});
 * every other {@code wf.*} system property is handed on to the server, {@code WF_JAVA_OPTS} is added to its options.
 */
public final class MicroServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    /** After the server says that it has finished, the application answers soon, which on a busy machine is not at once, or never. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final Duration STILL_STARTING = Duration.ofSeconds(10);

    private final Process process;
    private final URI url;
    private final ServerLog log;
    private final Thread stopAtExit = new Thread(this::stopChild, "wf-stop");

    private MicroServer(Process process, URI url, ServerLog log) {
        this.process = process;
        this.url = url;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    public static MicroServer start(Map<String, String> environment, int port, Path data) throws StartFailure {
        return start(environment, port, data, line -> { });
    }

    /** Returns when the product answers. */
    public static MicroServer start(Map<String, String> environment, int port, Path data, Consumer<String> progress)
            throws StartFailure {
        requireFree(port);
        try {
            Path absolute = data.toAbsolutePath().normalize();
            requireUnused(absolute);
            Map<String, String> complete = Database.complete(environment, absolute);
            ServerLog log = new ServerLog(absolute.resolve("log"));
            progress.accept("Starting. Data: " + absolute + "  Log: " + log.file()
                    + "  Database: " + Database.product(complete.get("WF_DB_URL")));
            ProcessBuilder builder = new ProcessBuilder(command(complete, port, absolute))
                    .redirectErrorStream(true).redirectOutput(log.file().toFile());
            builder.environment().clear();
            builder.environment().putAll(complete);
            MicroServer server = new MicroServer(builder.start(), new URI("http://127.0.0.1:" + port + "/"), log);
            server.waitUntilReady(progress);
            return server;
        } catch (IOException | URISyntaxException e) {
            throw new StartFailure("The server could not be started: " + e);
        }
    }

    public URI url() {
        return url;
    }

    public Path log() {
        return log.file();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Waits until the server ends by itself; answers its exit code. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Stops in order; after a while by force. */
    public void stop() {
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
        stopChild();
    }

    /** As kill -9. */
    public void kill() {
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        stop();
    }

    private void stopChild() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            // It has ended already, or will not listen.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        process.onExit().join();
    }

    private void waitUntilReady(Consumer<String> progress) throws StartFailure {
        long begin = System.nanoTime();
        long nextNote = STILL_STARTING.toSeconds();
        long finished = -1;
        boolean broker = false;
        while (!answers()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
            if (!process.isAlive()) {
                throw process.exitValue() == Child.DATA_IN_USE ? dataInUse()
                        : failure("The server ended while starting (exit code " + process.exitValue() + ").");
            }
            if (!broker && log.mentions("wf-rar was successfully deployed")) {
                broker = true;
                progress.accept("The server and the message broker are up (" + seconds + " s); deploying the application.");
            }
            if (finished < 0 && log.mentions("ready in")) {
                finished = seconds;
            }
            if (finished >= 0 && (log.deploymentFailed() || seconds - finished > ANSWER_LIMIT.toSeconds())) {
                throw failure("The application was not deployed.");
            }
            if (seconds > START_LIMIT.toSeconds()) {
                throw failure("The application did not answer within " + START_LIMIT.toMinutes() + " minutes.");
            }
            if (seconds >= nextNote) {
                progress.accept("Still starting (" + seconds + " s).");
                nextNote += STILL_STARTING.toSeconds();
            }
            pause();
        }
    }

    private StartFailure failure(String what) {
        stop();
        return new StartFailure(what + " See " + log.file() + log.firstError());
    }

    private boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.resolve("api/v1/ping").toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return false;
            }
            try (InputStream body = connection.getInputStream()) {
                body.readAllBytes();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() throws StartFailure {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while starting.");
        }
    }

    private static void requireFree(int port) throws StartFailure {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure("Port " + port + " is taken by another program (or not allowed). Choose another one, for example -Dwf.port="
                    + (port + 10) + " (" + e.getMessage() + ")");
        }
    }

    /** Asked here too, before the log of a running server would be moved away. */
    private static void requireUnused(Path data) throws IOException, StartFailure {
        try (DataLock lock = new DataLock(data)) {
            if (!lock.held()) {
                throw dataInUse();
            }
        }
    }

    private static StartFailure dataInUse() {
        return new StartFailure("Another server is running on the same data directory. Stop it first, or choose another with -Dwf.data=…");
    }

    private static List<String> command(Map<String, String> environment, int port, Path data) throws IOException {
        Path classes = classes();
        Path home = Path.of(System.getProperty("wf.home", classes.resolveSibling("home").toString())).toAbsolutePath();
        Path jar = home.resolve("payara-micro.jar");
        Path temporary = Files.createDirectories(data.resolve("tmp"));
        Path settings = Files.createDirectories(data.resolve("run"));

        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        // The serial collector and the first compiler only: half the memory and half the start-up time.
        command.addAll(List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + temporary, "-Dfile.encoding=UTF-8"));
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith("wf.") && !name.equals("wf.data")) {
                command.add("-D" + name + "=" + System.getProperty(name));
            }
        }
        command.add("-Dwf.data=" + data);
        if (System.getProperty("wf.node") == null && !environment.containsKey("WF_NODE")) {
            // The same after each start, so that what an operator has stopped stays so.
            command.add("-Dwf.node=" + InetAddress.getLoopbackAddress().getHostName() + ":" + port);
        }
        String more = environment.getOrDefault("WF_JAVA_OPTS", "").trim();
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split("\\s+")));
        }
        command.addAll(openings(jar));
        command.addAll(List.of("-cp", jar + System.getProperty("path.separator") + classes, Child.class.getName()));
        command.addAll(List.of("--nocluster", "--disablephonehome", "--port", String.valueOf(port),
                "--prebootcommandfile", copy("preboot.txt", settings).toString(),
                "--postbootcommandfile", copy("postboot.txt", settings).toString(),
                "--postdeploycommandfile", copy("postdeploy.txt", settings).toString(),
                "--logproperties", copy("logging.properties", settings).toString(),
                "--addlibs", home.resolve("lib").toString(),
                "--deploy", home.resolve("wf-rar.rar").toString(),
                "--deploy", home.resolve("wf.war").toString(), "--contextroot", "/"));
        return command;
    }

    private static Path classes() throws IOException {
        try {
            return Path.of(MicroServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Path copy(String name, Path directory) throws IOException {
        Path target = directory.resolve(name);
        try (InputStream in = MicroServer.class.getResourceAsStream(name)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    /** What the jar's manifest opens counts only with {@code java -jar}; we start our own class in front of it. */
    private static List<String> openings(Path jar) throws IOException {
        List<String> options = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            for (String attribute : List.of("Add-Opens", "Add-Exports")) {
                for (String name : manifest.getValue(attribute).trim().split("\\s+")) {
                    options.add("--" + attribute.toLowerCase() + "=" + name + "=ALL-UNNAMED");
                }
            }
        }
        return options;
    }
}
