package wf.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the guides to signing on and to roles show, exactly as it stands there; only the address is another. */
@ExtendWith(RunningProduct.class)
class SignOnIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern EXAMPLE = Pattern.compile("<!-- example -->\\n```sh\\n(.*?)```", Pattern.DOTALL);

    @Test
    void aSystemActsForAPersonAndLetsHimInOnce(URI product) throws IOException, InterruptedException {
        String output = run("docs/sign-on.md", "\necho SECRETS $key $token", product);
        assertThat(output).contains("\"persons\":[\"group:finance\",\"user:zhao\"]").contains("\"items\"").contains("303 401");
        String[] secrets = output.substring(output.indexOf("SECRETS ")).strip().split(" ");
        assertThat(secrets).hasSize(3);
        Path log = Path.of(System.getProperty("wf.data"), "log", "server.log");
        assertThat(Files.readString(log)).as("a log without secrets").isNotEmpty().doesNotContain(secrets[1], secrets[2]);
    }

    @Test
    void aRoleIsMadeAndGrantedAsTheGuideToRolesShows(URI product) throws IOException, InterruptedException {
        String output = run("docs/roles.md", "", product);
        assertThat(output).contains("\"code\":\"TRAVEL_DESK\"", "\"holder\":\"user:li\"", "\"rights\":[\"instance.read\",\"instance.manage\"]");
    }

    private static String run(String guide, String more, URI product) throws IOException, InterruptedException {
        String commands = EXAMPLE.matcher(Files.readString(ROOT.resolve(guide))).results().map(block -> block.group(1))
                .collect(Collectors.joining("\n")).replace("http://127.0.0.1:8080/", product.toString());
        Process process = new ProcessBuilder("bash", "-ec", commands + more).directory(ROOT.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
