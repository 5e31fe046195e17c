package wf.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.Event;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.Terms;
import wf.instance.WorkItem;

/**
 * What is left out of the JSON of instances and of their journal, because the reader knows it: a time that is the row's
 * own, and what a component of a record usually is. The text stays one that a person can read, and texts of earlier
 * versions, which leave out less, are read as before.
 */
final class Shorthand extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;
    /** Under this name whoever writes or reads tells the row's own time. */
    static final String ROW_TIME = "rowTime";
    private static final Set<String> MOMENTS = Set.of("at", "createdAt", "enteredAt");
    private static final Map<Class<?>, Map<String, Object>> USUAL = Map.of(
            NodeInstance.class, Map.of("state", NodeInstanceState.ACTIVE),
            WorkItem.class, Map.of("kind", WorkItemKind.MAIN, "state", WorkItemState.READY, "terms", Terms.NONE));

    @Override
    public Object findSerializer(Annotated part) {
        return isShort(part) ? new Writer(usual(part)) : null;
    }

    @Override
    public Object findDeserializer(Annotated part) {
        return isShort(part) ? new Reader(part.getRawType(), usual(part)) : null;
    }

    /** {@link Writer} says what is empty. */
    @Override
    public JsonInclude.Value findPropertyInclusion(Annotated part) {
        return isShort(part) ? JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null) : JsonInclude.Value.empty();
    }

    private static boolean isShort(Annotated part) {
        return part instanceof AnnotatedMember member && member.getDeclaringClass().isRecord()
                && (usual(part) != null || part.getRawType() == Instant.class && MOMENTS.contains(name(member)) && isOfInstances(member));
    }

    private static boolean isOfInstances(AnnotatedMember member) {
        return member.getDeclaringClass().getPackage() == Event.class.getPackage();
    }

    /** What the component usually is; null where nothing is usual. */
    private static Object usual(Annotated part) {
        return part instanceof AnnotatedMember member
                ? USUAL.getOrDefault(member.getDeclaringClass(), Map.of()).get(name(member)) : null;
    }

    private static String name(AnnotatedMember member) {
        return member instanceof AnnotatedParameter parameter
                ? member.getDeclaringClass().getRecordComponents()[parameter.getIndex()].getName() : member.getName();
    }

    /** @param usual what need not be written; null for the row's own time */
    private static Object known(Object usual, Object rowTime) {
        return usual != null ? usual : rowTime;
    }

    private static final class Writer extends JsonSerializer<Object> {
        private final Object usual;

        Writer(Object usual) {
            this.usual = usual;
        }

        @Override
        public boolean isEmpty(SerializerProvider context, Object value) {
            return value == null || value.equals(known(usual, context.getAttribute(ROW_TIME)));
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializerProvider context) throws IOException {
            context.findTypedValueSerializer(value.getClass(), true, null).serialize(value, json, context);
        }
    }

    private static final class Reader extends JsonDeserializer<Object> {
        private final Class<?> type;
        private final Object usual;

        Reader(Class<?> type, Object usual) {
            this.type = type;
            this.usual = usual;
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return context.readValue(json, type);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return known(usual, context.getAttribute(ROW_TIME));
        }
    }
}
