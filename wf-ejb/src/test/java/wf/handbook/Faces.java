package wf.handbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where operations are called: their ways over REST, as the API's own document has them, and the examples that take these. */
final class Faces {

    private static final Path DOCUMENT = Path.of("../wf-ws/src/main/resources/wf/ws/openapi.json");
    private static final Path EXAMPLES = Path.of("../docs/examples");

    /** @param port the SOAP port, which has the same operation */
    record Way(String path, String port, String method) { }

    private final List<Way> ways = new ArrayList<>();

    Faces() {
        JsonNode paths = read(DOCUMENT);
        paths.get("paths").fields().forEachRemaining(p -> p.getValue().fields().forEachRemaining(m -> {
            if (m.getKey().equals("post")) {
                ways.add(new Way(p.getKey(), m.getValue().path("tags").path(0).asText() + "Port", m.getValue().get("operationId").asText()));
            }
        }));
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Way> of(String operation) {
        return ways.stream().filter(w -> w.method().equals(operation) || w.path().endsWith("/" + operation)).findFirst();
    }

    /** Names of the examples that call it. */
    List<String> examples(String operation) {
        Pattern path = Pattern.compile(of(operation).orElseThrow().path().replaceAll("\\{\\w+}", ".+?") + "[\"'?\\s]");
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(f -> f.toString().endsWith(".sh") && path.matcher(text(f)).find()).map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
