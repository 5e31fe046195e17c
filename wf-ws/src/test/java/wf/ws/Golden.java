package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that say what clients may rely on. A test compares them with what the ports give; whoever means to change the
 * contract writes them anew with {@code -Dgolden.update=true} and shows the difference in his commit.
 */
final class Golden {
    private Golden() { }

    static void check(Path file, String now) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
        }
        assertThat(now).as("%s; if the change is meant: -Dgolden.update=true", file).isEqualTo(Files.readString(file));
    }
}
