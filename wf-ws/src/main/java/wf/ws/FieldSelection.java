package wf.ws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import wf.contract.Problem;
import wf.face.Refusals;
import wf.face.RequestFields;

/**
 * The fields of an answer that a caller wants: names of the contract's beans with dots between them, {@code items.id,next}.
 * What is named without going on comes whole; what cannot be in the answer is refused, since a misspelt name would look
 * like a field that is empty.
 */
final class FieldSelection {
    private static final Package CONTRACT = Problem.class.getPackage();

    private final Map<String, FieldSelection> fields = new LinkedHashMap<>();
    private boolean whole;

    private FieldSelection() { }

    /** @param type of the answer, {@link wf.contract.WorkItemPage} */
    static FieldSelection of(String paths, Class<?> type, Locale locale) {
        FieldSelection selection = new FieldSelection();
        for (String path : paths.split(",", -1)) {
            selection.add(path.strip(), type, locale);
        }
        return selection;
    }

    /** Whether answers of this type have fields to choose from. */
    static boolean isOf(Class<?> type) {
        return CONTRACT.equals(type.getPackage()) && !type.isEnum();
    }

    private void add(String path, Class<?> type, Locale locale) {
        FieldSelection at = this;
        Class<?> of = type;
        for (String name : path.split("\\.", -1)) {
            Field field = isOf(of) ? RequestFields.find(of, name) : null;
            if (field == null) {
                throw Refusals.invalidInput(locale, "fields.unknown", path, names(of));
            }
            at = at.fields.computeIfAbsent(name, n -> new FieldSelection());
            of = element(field);
        }
        at.whole = true;
    }

    private static String names(Class<?> type) {
        return isOf(type) ? Arrays.stream(type.getFields()).map(Field::getName).sorted().collect(Collectors.joining(", ")) : "–";
    }

    /** Of a list what stands in it. */
    private static Class<?> element(Field field) {
        if (Collection.class.isAssignableFrom(field.getType())) {
            Type element = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            return element instanceof Class<?> type ? type : Object.class;
        }
        return field.getType();
    }

    /** Takes away what was not asked for. */
    JsonNode from(JsonNode answer) {
        if (!whole && answer instanceof ObjectNode object) {
            object.retain(fields.keySet());
            fields.forEach((name, selection) -> selection.from(object.path(name)));
        } else if (!whole) {
            answer.forEach(this::from);
        }
        return answer;
    }
}
