package wf.store.ddl;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The statements of a script, without remarks and without what only the program reads that sends them. */
final class Statements {

    private Statements() { }

    static List<String> of(Dialect dialect) {
        return of(CreationScript.of(SchemaReader.schema(), dialect));
    }

    private static List<String> of(String script) {
        String sql = script.lines().filter(line -> !line.startsWith("--") && !line.equals("go")).collect(Collectors.joining("\n"));
        return Arrays.stream(sql.split(";\\s*\\n|;\\s*$")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
}
