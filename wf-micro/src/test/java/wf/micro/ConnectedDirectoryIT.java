package wf.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** From an empty directory to a signed-in person, by the commands that the README prints; only folder and ports are others. */
class ConnectedDirectoryIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final int PORT = Integer.getInteger("wf.port") + 2;
    private static final int LDAP_PORT = PORT + 10;
    private static final Path FOLDER = Path.of("target/it-directory").toAbsolutePath();

    @Test
    void aPersonOfTheDirectorySignsOn() throws Exception {
        boolean installed = Files.isExecutable(Path.of("/usr/sbin/slapd")) && Files.isExecutable(Path.of("/usr/bin/ldapadd"));
        if (!installed) {
            System.out.println("ConnectedDirectoryIT skipped: there is no slapd here (apt-get install slapd ldap-utils)");
        }
        Assumptions.assumeTrue(installed, "no slapd");
        List<String> blocks = blocks();
        assertThat(blocks).hasSize(3);
        Path data = Path.of(System.getProperty("wf.data")).resolveSibling("it-data-directory");
        Child.empty(data);
        clean();
        try {
            run(blocks.get(0));
            MicroServer server = MicroServer.start(environment(blocks.get(1)), PORT, data, System.out::println);
            try {
                String answer = untilLoaded(blocks.get(2));
                assertThat(answer).contains("\"id\":\"zhao\"", "\"health\":\"GOOD\"", "\"people\":6");
            } finally {
                server.stop();
            }
        } finally {
            clean();
        }
    }

    /** Also of what a run left that was cut off. */
    private static void clean() throws IOException, InterruptedException {
        run("WF_TEST_LDAP_PORT=" + LDAP_PORT + " .ci/directory.sh clean " + FOLDER);
    }

    private static List<String> blocks() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String section = readme.substring(readme.indexOf("## Connect your directory"), readme.indexOf("## Where things are"));
        return BLOCK.matcher(section).results().map(block -> block.group(1).replace("/tmp/wf-directory", FOLDER.toString())
                .replace("33890", Integer.toString(LDAP_PORT)).replace("33891", Integer.toString(LDAP_PORT + 1))
                .replace("localhost:8080", "127.0.0.1:" + PORT)).toList();
    }

    /** What the block exports; the product that it starts is ours, on an H2 of its own. */
    private static Map<String, String> environment(String block) throws IOException, InterruptedException {
        assertThat(block).contains("mvn -q -Prun -Dwf.sample=false");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("WF_"));
        for (String line : run(block.replaceAll("(?m)^mvn.*$", "") + "\nenv").split("\n")) {
            if (line.startsWith("WF_") && !line.startsWith("WF_DB_")) {
                environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return environment;
    }

    private static String untilLoaded(String block) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (true) {
            try {
                return run(block);
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(3_000);
            }
        }
    }

    private static String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-ec", command).directory(ROOT.toFile())
                .redirectErrorStream(true).redirectOutput(Files.createDirectories(Path.of("target")).resolve("it-directory.out").toFile()).start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String output = Files.readString(Path.of("target/it-directory.out"));
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
