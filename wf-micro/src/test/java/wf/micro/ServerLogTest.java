package wf.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    Path directory;

    @Test
    void whatTheServerSaysAboutTheDeploymentIsQuotedWithTheFirstRootCause() throws IOException {
        ServerLog log = log("""
                2026-11-21 04:57:31.000 SEVERE pool jdbc.exc_create_mc
                java.lang.RuntimeException: outer
                \tat wf.Some.thing(Some.java:1)
                Caused by: java.lang.RuntimeException: middle
                Caused by: java.net.ConnectException: Connection refused
                2026-11-21 04:57:32.000 SEVERE core Exception while loading the app : no connection
                \tat wf.Some.thing(Some.java:1)
                """);
        assertThat(log.deploymentFailed()).isTrue();
        assertThat(log.firstError()).isEqualTo("\n  2026-11-21 04:57:32.000 SEVERE core Exception while loading the app : no connection"
                + "\n  Caused by: java.net.ConnectException: Connection refused");
    }

    @Test
    void aQuietLogHasNothingToQuote() throws IOException {
        ServerLog log = log("2026-11-21 04:57:31.000 INFO core all is well\n");
        assertThat(log.deploymentFailed()).isFalse();
        assertThat(log.firstError()).isEmpty();
    }

    @Test
    void theLogBeforeIsKept() throws IOException {
        log("old\n");
        log("new\n");
        assertThat(directory.resolve("server.log.1")).content().isEqualTo("old\n");
    }

    private ServerLog log(String text) throws IOException {
        ServerLog log = new ServerLog(directory);
        Files.writeString(log.file(), text);
        return log;
    }
}
