package wf.store.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wf.store.Database;

class ScriptTest {

    @ParameterizedTest
    @EnumSource
    void everyDatabaseHasExactlyTheListedScripts(Database database) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "sql", Script.folder(database)))) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(Script.all().stream().map(Script::file).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyScriptNotesItsNumberAtTheEnd(Database database) {
        for (Script script : Script.all()) {
            assertThat(script.file()).startsWith("V" + script.version() + "__");
            assertThat(script.text(database).strip().lines().reduce((first, last) -> last)).hasValueSatisfying(
                    line -> assertThat(line).startsWith("insert into wf_schema (version, applied_at) values ("
                            + script.version() + ", "));
        }
    }
}
