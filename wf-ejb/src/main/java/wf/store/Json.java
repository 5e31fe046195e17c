package wf.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.stream.Stream;
import wf.instance.Event;

/**
 * JSON of what is stored: instance bodies, journal events, drafts. Events carry their name, so that the journal can be
 * read again in any later version. The core's records need no annotation for it.
 */
public final class Json {

    /** Gives events their names. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    private interface Named { }

    private static final ObjectMapper MAPPER = mapper();

    private Json() { }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .addMixIn(Event.class, Named.class).build();
        Stream.of(Event.class.getPermittedSubclasses()).flatMap(g -> Stream.of(g.getPermittedSubclasses()))
                .forEach(mapper::registerSubtypes);
        return mapper;
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getName(), e);
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

    /** The fields of a bean by name, those that are null left out; the map may be changed. */
    public static Map<String, Object> fields(Object bean) {
        return MAPPER.convertValue(bean, new TypeReference<Map<String, Object>>() { });
    }
}
