package wf.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the README, run as they are printed there. */
@Tag("smoke")
@ExtendWith(RunningProduct.class)
class ExamplesIT {
    @ParameterizedTest
    @ValueSource(strings = {"docs/examples/contract-rest.sh", "docs/examples/contract-soap.sh"})
    void takesTheContractToItsEnd(String command, URI product) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(Path.of("..").toFile()).redirectErrorStream(true);
        builder.environment().put("WF_URL", product.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).containsPattern("Instance \\d+ is COMPLETED\\.");
        assertThat(process.exitValue()).as(output).isZero();
    }
}
