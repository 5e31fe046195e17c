package wf.ws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import wf.contract.AttachRequest;
import wf.contract.DeployRequest;
import wf.contract.History;
import wf.contract.InstanceInfo;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.Problem;
import wf.face.RequestFields;
import wf.refusal.Messages;

/** Makes the OpenAPI document from the ports: what their annotations say, and what holds for all operations. */
final class OpenApiDocument {
    private static final List<Class<?>> PORTS = List.of(DefinitionPort.class, InstancePort.class, WorkItemPort.class,
            AccessPort.class, OrgPort.class, MonitorPort.class, NoticePort.class, MetricsResource.class, FileResource.class, SessionResource.class, ListEvents.class);
    private static final Set<String> OPEN = Set.of("ping", "login", "logout", "enter");
    private static final Set<Class<?>> VERSIONED =
            Set.of(OperationReply.class, OpenReply.class, InstanceInfo.class, History.class);

    /** A body for each operation that takes one, by its name, and the problem that a refusal is. */
    static final JsonNode EXAMPLES = examples();

    private final OpenAPI document;
    private final Map<String, Method> methods = new LinkedHashMap<>();

    private OpenApiDocument() {
        document = new Reader(new OpenAPI()).read(new LinkedHashSet<>(PORTS));
        PORTS.forEach(port -> Arrays.stream(port.getMethods()).forEach(m -> methods.put(m.getName(), m)));
    }

    static String json() throws Exception {
        OpenApiDocument made = new OpenApiDocument();
        made.document.info(new Info().title("Workflow engine").version("v1").description("Every refusal is a problem"
                + " (RFC 9457) with a code; see ProblemDetails. Fields and parameters that are not named here are refused."));
        made.document.servers(List.of(new Server().url(".")));
        made.security();
        made.problems();
        made.document.getPaths().values().forEach(path -> path.readOperations().forEach(made::complete));
        made.document.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> effect(operation, path)));
        made.describe();
        return Json.mapper().copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writerWithDefaultPrettyPrinter().writeValueAsString(made.document) + "\n";
    }

    private void security() {
        document.getComponents()
                .addSecuritySchemes("password", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes("serviceKey", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                        .description("The key of a service account; the header X-WF-Person names the id of the person whom it acts for."))
                .addSecuritySchemes("session", new SecurityScheme().type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE).name("WFSESSION")
                        .description("Set by login. With it, everything but GET needs the header X-WF-CSRF: 1."));
        document.addSecurityItem(new SecurityRequirement().addList("password"));
        document.addSecurityItem(new SecurityRequirement().addList("session"));
        document.addSecurityItem(new SecurityRequirement().addList("serviceKey"));
    }

    private void problems() {
        ModelConverters.getInstance().readAll(ProblemDetails.class).forEach(document.getComponents()::addSchemas);
        Content content = new Content().addMediaType(ProblemDetails.MEDIA_TYPE,
                new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemDetails")).example(EXAMPLES.get("problem")));
        document.getComponents().addResponses("Problem",
                new ApiResponse().description("Refused; the field code tells why, message what to do").content(content));
    }

    private void complete(Operation operation) {
        Method method = methods.getOrDefault(operation.getOperationId(), methods.get("download"));
        ApiResponse success = operation.getResponses().remove("default");
        if (success != null) {
            operation.getResponses().addApiResponse("200", success.description("Done"));
        }
        operation.getResponses().addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem"));
        if (VERSIONED.contains(method.getReturnType())) {
            operation.getResponses().get("200").addHeaderObject("ETag",
                    new Header().description("Version of the instance").schema(new StringSchema()));
        }
        if (OPEN.contains(operation.getOperationId())) {
            operation.security(List.of());
        }
        example(operation);
        if (SparseAnswers.heeds(method)) {
            operation.addParametersItem(new Parameter().in("query").name(SparseAnswers.PARAMETER).schema(new StringSchema())
                    .description("Names of the fields that are wanted, with commas between them and dots into what they hold; all of them, if left out"));
        }
        for (Class<?> type : method.getParameterTypes()) {
            headers(operation, type);
            rawBody(operation, type);
        }
    }

    private void example(Operation operation) {
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().get("application/json").example(EXAMPLES.path(operation.getOperationId()));
        }
    }

    /** What comes of it, as people are told; an operation is called by its method or, where that is no Java name, by the end of its path. */
    private static void effect(Operation operation, String path) {
        Stream.of(operation.getOperationId(), path.substring(path.lastIndexOf('/') + 1)).map(name -> "effect." + name).filter(Messages::has).findFirst()
                .ifPresent(key -> operation.description(Messages.text(Locale.ENGLISH, key) + "\n\n" + Messages.text(Locale.CHINESE, key)));
    }

    private static void headers(Operation operation, Class<?> request) {
        add(operation, request, "opId", "header", "Idempotency-Key", "The client's idempotency key", new StringSchema());
        add(operation, request, "expectedVersion", "header", "If-Match", "Version of the instance as in ETag", new StringSchema());
        add(operation, request, "preview", "query", "preview", "true asks what would happen; nothing is stored", new BooleanSchema());
    }

    private static void add(Operation operation, Class<?> request, String field, String in, String name, String text, Schema<?> schema) {
        if (RequestFields.find(request, field) != null) {
            operation.addParametersItem(new Parameter().in(in).name(name).description(text).schema(schema));
        }
    }

    /**
     * Files may be sent as they are, with their particulars in the URL. Any type is taken, and one is named: generated clients
     * would send the asterisks, and those that make a method of the first type alone get the one with all fields.
     */
    private static void rawBody(Operation operation, Class<?> request) {
        if (request == DeployRequest.class || request == AttachRequest.class) {
            Content content = operation.getRequestBody().getContent();
            MediaType any = content.remove("*/*");
            if (any != null) {
                content.addMediaType("application/octet-stream", any);
            }
            content.forEach((type, media) -> {
                if (!type.equals("application/json")) {
                    media.schema(new StringSchema().format("binary"));
                }
            });
            RawBody.parameters(request).forEach(name -> operation.addParametersItem(
                    new Parameter().in("query").name(name).description("With a file as body").schema(new StringSchema())));
        }
    }

    private void describe() {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        schemas.forEach((name, schema) -> {
            Class<?> type = type(name);
            Javadoc javadoc = new Javadoc(type);
            schema.description(javadoc.ofType());
            Map<?, ?> properties = schema.getProperties() == null ? Map.of() : schema.getProperties();
            properties.forEach((property, of) -> describe((Schema<?>) of, field(type, property.toString())));
        });
    }

    private static void describe(Schema<?> property, String text) {
        if (property.get$ref() == null) {
            property.description(text);
        }
    }

    /** The comment of a field, which may be inherited. */
    private static String field(Class<?> type, String name) {
        for (Class<?> t = type; t != Object.class && t != null; t = t.getSuperclass()) {
            String text = new Javadoc(t).ofField(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static JsonNode examples() {
        try (InputStream file = OpenApiDocument.class.getResourceAsStream("examples.json")) {
            return Json.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String schema) {
        try {
            return schema.equals("ProblemDetails") ? ProblemDetails.class
                    : Class.forName(Problem.class.getPackageName() + "." + schema);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a type that is not in the contract: " + schema, e);
        }
    }
}
