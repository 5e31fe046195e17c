package wf.store.ddl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What no catalogue remembers: the order in which tables came, and what was written above each. An administrator who reads a
 * script is told what a table is for in the same words, whatever his database.
 */
final class MigrationTexts {

    private static final Path FOLDER = Path.of("..", "sql", "h2");
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*");
    private static final Pattern TABLE = Pattern.compile("(?m)((?:^--.*\\n)*)^create table (\\w+)");

    private MigrationTexts() { }

    /** Names of tables in the order of their first migration, each with the lines of its remark; tables that have gone are among them. */
    static Map<String, List<String>> remarks() {
        Map<String, List<String>> remarks = new LinkedHashMap<>();
        for (Path file : files()) {
            Matcher table = TABLE.matcher(text(file));
            while (table.find()) {
                remarks.put(table.group(2), table.group(1).lines().toList());
            }
        }
        return remarks;
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return new ArrayList<>(files.sorted(Comparator.comparingInt(MigrationTexts::number)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path file) {
        Matcher name = NUMBER.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException(file + " is no migration");
        }
        return Integer.parseInt(name.group(1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
