package wf.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import wf.contract.OperationRequest;
import wf.instance.Event;

/**
 * JSON of what is stored: instance bodies, journal events, drafts, replies. Events carry their name, so that the journal
 * can be read again in any later version ({@link EventVersions}). The core's records need no annotation for it, and only their components are
 * written: what can be computed from them is not stored beside them.
 */
public final class Json {

    /** Gives events their names. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    private interface Named { }

    /** What a request is besides what it asks for. */
    @JsonIgnoreProperties({"opId", "preview", "expectedVersion"})
    private interface Asked { }

    private static final ObjectMapper MAPPER = mapper(EventVersions.CURRENT);
    private static final ObjectMapper BEANS = beans();
    private static final ObjectMapper INSTANCES = instances(MAPPER);
    private static final ObjectMapper REQUESTS = MAPPER.copy().addMixIn(OperationRequest.class, Asked.class);

    private Json() { }

    private static ObjectMapper mapper(EventVersions versions) {
        ObjectMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule())
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .addMixIn(Event.class, Named.class).build();
        // Most visits and jobs have no values of their own; an empty map reads as none.
        mapper.configOverride(Map.class).setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null));
        Stream.of(Event.class.getPermittedSubclasses()).flatMap(g -> Stream.of(g.getPermittedSubclasses()))
                .forEach(e -> mapper.registerSubtypes(new NamedType(e, versions.name(e.asSubclass(Event.class)))));
        return mapper;
    }

    private static ObjectMapper beans() {
        ObjectMapper mapper = MAPPER.copy();
        mapper.configOverride(List.class).setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null));
        return mapper;
    }

    /** Also reads what was written before there was a {@link Shorthand}. */
    private static ObjectMapper instances(ObjectMapper like) {
        ObjectMapper mapper = like.copy();
        mapper.registerModule(ValueJson.module());
        mapper.setAnnotationIntrospector(AnnotationIntrospector.pair(new Shorthand(), mapper.getSerializationConfig().getAnnotationIntrospector()));
        mapper.configOverride(List.class).setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null))
                .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        for (Class<?> primitive : List.of(boolean.class, int.class)) {
            mapper.configOverride(primitive).setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_DEFAULT, null));
        }
        return mapper;
    }

    public static String write(Object value) {
        return write(MAPPER, value);
    }

    /**
     * What a row of an instance or of its journal says.
     *
     * @param rowTime the row's own time, which is not repeated
     */
    static String write(Object value, Instant rowTime) {
        try {
            return INSTANCES.writer().withAttribute(Shorthand.ROW_TIME, rowTime).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getName(), e);
        }
    }

    static <T> T read(String text, Class<T> type, Instant rowTime) {
        try {
            return INSTANCES.readerFor(type).withAttribute(Shorthand.ROW_TIME, rowTime).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a stored " + type.getSimpleName(), e);
        }
    }

    /** A bean of the contract: its empty lists are left out, since a new bean begins with them. */
    public static String writeBean(Object bean) {
        return write(BEANS, bean);
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getName(), e);
        }
    }

    /**
     * The body of a journal row of any age.
     *
     * @param rowTime when the row's operation happened
     */
    static JournalBody readJournal(String text, Instant rowTime) {
        return EventVersions.CURRENT.isEmpty() ? read(text, JournalBody.class, rowTime)
                : readJournal(text, rowTime, EventVersions.CURRENT, INSTANCES);
    }

    /** The same as a program of these versions reads it. */
    static JournalBody readJournal(String text, Instant rowTime, EventVersions versions) {
        return readJournal(text, rowTime, versions, instances(mapper(versions)));
    }

    private static JournalBody readJournal(String text, Instant rowTime, EventVersions versions, ObjectMapper mapper) {
        try {
            JsonNode body = mapper.readTree(text);
            versions.convert(body);
            return mapper.readerFor(JournalBody.class).withAttribute(Shorthand.ROW_TIME, rowTime).readValue(body);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read a stored journal", e);
        }
    }

    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a stored " + type.getSimpleName(), e);
        }
    }

    public static <T> T read(String text, TypeReference<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a stored " + type.getType(), e);
        }
    }

    /** What a request asks for: without its id, whether it is a preview, and which version it was meant for. */
    public static String asked(Object request) {
        if (request instanceof OperationRequest) {
            return write(REQUESTS, request);
        }
        Map<String, Object> content = fields(request);
        content.keySet().removeAll(Set.of("opId", "preview", "expectedVersion"));
        return write(content);
    }

    /** The same for people who read it later: without files, and without what was not sent. */
    public static String told(Object request) {
        if (request instanceof OperationRequest) {
            return write(REQUESTS, request);
        }
        Map<String, Object> content = fields(request);
        content.keySet().removeAll(Set.of("opId", "preview", "expectedVersion"));
        content.values().removeIf(value -> value == null || value instanceof byte[]);
        return write(content);
    }

    /** The same text after its tree was changed. */
    static String changed(String text, Consumer<JsonNode> change) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            change.accept(tree);
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read what is stored", e);
        }
    }

    /** The fields of a bean by name, those that are null left out; the map may be changed. */
    public static Map<String, Object> fields(Object bean) {
        return MAPPER.convertValue(bean, new TypeReference<Map<String, Object>>() { });
    }
}
