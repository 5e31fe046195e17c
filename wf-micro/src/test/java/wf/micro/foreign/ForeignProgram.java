package wf.micro.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program in a language with libraries of its own, run as a process that gets what it has to know by its environment. */
record ForeignProgram(List<String> command, String probe, String packages) {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SOURCES = Path.of("src/test/resources/foreign").toAbsolutePath();
    private static final Path OUTPUT = Path.of("target/foreign").toAbsolutePath();

    /** Debian's Python, which is the one that Debian's zeep is installed for. */
    static ForeignProgram python(String script) {
        return new ForeignProgram(List.of("/usr/bin/python3", SOURCES.resolve(script).toString()), "import zeep", "python3-zeep");
    }

    static ForeignProgram php(String script) {
        return new ForeignProgram(List.of("php", SOURCES.resolve(script).toString()), "new SoapClient(null, ['location' => 'x', 'uri' => 'x']);",
                "php-cli php-soap");
    }

    /** What openapi-generator makes reads answers in the encoding of the platform, which is therefore named. */
    static ForeignProgram java(String classes, String main) {
        return of(JAVA, "-Dfile.encoding=UTF-8", "-cp", classes, main);
    }

    static ForeignProgram jar(Path jar, String... arguments) {
        return new ForeignProgram(Stream.concat(Stream.of(JAVA, "-jar", jar.toString()), Stream.of(arguments)).toList(), null, null);
    }

    /** Commands as they stand in a page, from the root of the project. */
    static ForeignProgram shell(String commands) {
        return of("bash", "-euc", commands);
    }

    static ForeignProgram of(String... command) {
        return new ForeignProgram(List.of(command), null, null);
    }

    /** Skips the test where the language or its library is missing, and says what to install. */
    ForeignProgram installed() throws InterruptedException {
        boolean found = answers(of(command.get(0), command.get(0).endsWith("php") ? "-r" : "-c", probe));
        if (!found) {
            System.out.println("A foreign SOAP client is skipped: its library is not here (apt-get install " + packages + ")");
        }
        Assumptions.assumeTrue(found, packages);
        return this;
    }

    private static boolean answers(ForeignProgram probe) throws InterruptedException {
        try {
            return probe.run(Map.of(), OUTPUT.resolve("probe.txt")) == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** What it printed, which is kept under the name; it has to end well. */
    String output(String name, Map<String, String> environment) throws IOException, InterruptedException {
        Path file = OUTPUT.resolve(name + ".txt");
        int status = run(environment, file);
        String output = Files.readString(file);
        assertThat(status).as(output).isZero();
        return output;
    }

    private int run(Map<String, String> environment, Path output) throws IOException, InterruptedException {
        Files.createDirectories(OUTPUT);
        ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end: " + Files.readString(output));
        }
        return process.exitValue();
    }
}
