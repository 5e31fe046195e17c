package wf.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples, by the commands that the README prints; only the address is another one. */
@Tag("smoke")
@ExtendWith(RunningProduct.class)
class ExamplesIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    /** The code blocks of the README that have to do with the examples. */
    static List<String> commands() throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve("README.md"))).results().map(block -> block.group(1))
                .filter(command -> command.contains("docs/examples/")).toList();
    }

    @Test
    void theReadmeShowsEveryExample() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/examples"))) {
            List<String> scripts = files.map(ROOT::relativize).map(Path::toString).filter(name -> name.endsWith(".sh")).toList();
            String printed = String.join("", commands());
            assertThat(scripts).isNotEmpty().allMatch(printed::contains);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void runsToItsLastLine(String command, URI product) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-ec", command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().put("WF_URL", product.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).containsPattern("(Instance \\d+ is COMPLETED|Version \\d+ is compared with version \\d+)\\.");
        assertThat(process.exitValue()).as(output).isZero();
    }
}
