package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wf.face.Catalogue;
import wf.face.Json;

/** The pages of docs/api end with all operations of their group, so that none can be missing there. */
class ApiPagesTest {
    private static final Path FOLDER = Path.of("../docs/api");
    private static final Set<String> ON_ALL_FACES = Catalogue.GROUPS.stream().flatMap(group -> Arrays.stream(group.getMethods())).map(Method::getName)
            .collect(Collectors.toSet());
    private static final String HEADING = "## All operations\n";

    @Test
    void eachPageListsTheOperationsOfItsGroup() throws Exception {
        Map<String, StringBuilder> tables = tables();
        assertThat(tables).hasSize(7);
        for (Map.Entry<String, StringBuilder> table : tables.entrySet()) {
            Path page = FOLDER.resolve(table.getKey() + ".md");
            String written = Files.readString(page).split(HEADING)[0].stripTrailing();
            Golden.check(page, written + "\n\n" + HEADING + "\nOver SOAP, JMS and EJB they have the same names, but for those marked with an asterisk, which REST has alone.\n\n| Operation | REST | What |\n|---|---|---|\n" + table.getValue());
        }
    }

    private static Map<String, StringBuilder> tables() throws Exception {
        Map<String, StringBuilder> tables = new TreeMap<>();
        Json.MAPPER.readTree(OpenApiDocument.json()).get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method ->
                tables.computeIfAbsent(method.getValue().at("/tags/0").asText().toLowerCase(Locale.ROOT), group -> new StringBuilder())
                        .append(row(method.getKey(), path.getKey(), method.getValue()))));
        return tables;
    }

    private static String row(String method, String path, JsonNode operation) {
        String name = operation.get("operationId").asText();
        return "| `%s`%s | `%s %s` | %s |\n".formatted(name, ON_ALL_FACES.contains(name) ? "" : " *", method.toUpperCase(Locale.ROOT), path, operation.get("summary").asText());
    }
}
