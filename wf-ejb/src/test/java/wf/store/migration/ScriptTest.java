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

    /** Types differ, and nothing else may: what one database got, the others must get too. */
    @ParameterizedTest
    @EnumSource
    void everyDatabaseHasTheSameTablesColumnsAndIndexes(Database database) {
        for (Script script : Script.all()) {
            assertThat(outline(script.text(database))).as(script.path(database)).isEqualTo(outline(script.text(Database.H2)));
        }
    }

    private static List<String> outline(String script) {
        return script.lines().filter(line -> !line.isBlank() && !line.startsWith("--")).map(ScriptTest::outlineOf).toList();
    }

    /** A column by its name and whether it may be empty, the end of a table without its options, anything else as it is. */
    private static String outlineOf(String line) {
        if (line.startsWith(")")) {
            return ")";
        }
        if (line.startsWith("insert into wf_schema") || line.startsWith("create sequence")) {
            return line.substring(0, line.indexOf("wf_"));
        }
        if (line.startsWith("drop index")) {
            return line.replace(";", "").split(" on ")[0]; // MariaDB names the table too
        }
        if (line.startsWith("  ") && !line.matches("  (primary|unique|constraint) .*")) {
            return line.strip().split(" ")[0] + (line.contains("not null") ? " not null" : "");
        }
        return line;
    }
}
