package wf.store.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every database that is only prepared has the tables of the newest migration. */
class CreationScriptTest {

    static List<Dialect> dialects() {
        return Dialect.all();
    }

    static Path file(Dialect dialect) {
        return Path.of("..", "sql", dialect.folder(), "create.sql");
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void theScriptIsThatOfTheNewestMigration(Dialect dialect) throws IOException {
        Path file = file(dialect);
        String now = CreationScript.of(SchemaReader.schema(), dialect);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "").as("%s; after a new migration: -Dgolden.update=true", file).isEqualTo(now);
    }
}
