package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents that are made of the code; whoever changes what they tell writes them anew with {@code -Dgolden.update=true}. */
public final class Golden {

    private Golden() { }

    /** @param name of the file among the documents of the project */
    public static void check(String name, String now) throws IOException {
        Path file = Path.of("../docs").resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, now);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "").as("docs/%s; if the change is meant: -Dgolden.update=true", name).isEqualTo(now);
    }
}
