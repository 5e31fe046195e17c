package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import wf.face.Json;

class OpenApiTest {
    private static final Path DOCUMENT = Path.of("src/main/resources/wf/ws/openapi.json");

    @Test
    void theDocumentThatIsShippedIsThatOfThePorts() throws Exception {
        Golden.check(DOCUMENT, OpenApiDocument.json());
    }

    @Test
    void eachBodyHasAnExampleThatTheOperationWouldTake() throws Exception {
        JsonNode document = Json.MAPPER.readTree(OpenApiDocument.json());
        Set<String> shown = new TreeSet<>(Set.of("problem"));
        for (JsonNode path : document.get("paths")) {
            for (JsonNode operation : path) {
                JsonNode media = operation.path("requestBody").path("content").path("application/json");
                if (!media.isMissingNode()) {
                    String type = media.at("/schema/$ref").asText().replaceAll(".*/", "wf.contract.");
                    assertThat(media.path("example").isObject()).as(operation.get("operationId").asText()).isTrue();
                    Json.MAPPER.readerFor(Class.forName(type)).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValue(media.get("example"));
                    shown.add(operation.get("operationId").asText());
                }
            }
        }
        assertThat(OpenApiDocument.EXAMPLES.fieldNames()).toIterable().as("no example without an operation").containsExactlyInAnyOrderElementsOf(shown);
        Json.MAPPER.readerFor(ProblemDetails.class).readValue(OpenApiDocument.EXAMPLES.get("problem"));
    }

    @Test
    void itObeysTheRulesOfTheContract() throws Exception {
        JsonNode document = Json.MAPPER.readTree(OpenApiDocument.json());
        assertThat(document.findValues("additionalProperties")).as("no maps").isEmpty();
        for (JsonNode path : document.get("paths")) {
            for (JsonNode operation : path) {
                String id = operation.path("operationId").asText();
                assertThat(operation.path("summary").asText()).as(id).isNotEmpty();
                assertThat(operation.path("responses").has("default")).as(id).isTrue();
                assertThat(operation.path("responses")).as(id).hasSize(2);
            }
        }
        for (JsonNode schema : document.at("/components/schemas")) {
            for (JsonNode property : schema.path("properties")) {
                assertThat(property.has("type") || property.has("$ref")).as("%s of %s", property, schema).isTrue();
            }
        }
    }
}
