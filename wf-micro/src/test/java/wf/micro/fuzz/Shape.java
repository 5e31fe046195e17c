package wf.micro.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a value has to look like, as a document of the product says it, be it OpenAPI or an XML schema.
 *
 * @param words the only ones allowed, if it is one of several
 * @param fields of an object, in the order of the document
 * @param item of a list
 */
record Shape(Kind kind, List<String> words, Map<String, Shape> fields, Set<String> required, Shape item) {
    enum Kind { OBJECT, LIST, TEXT, WHOLE, NUMBER, TRUTH, BYTES, MOMENT }

    static Shape of(Kind kind) {
        return new Shape(kind, List.of(), Map.of(), Set.of(), null);
    }

    static Shape word(List<String> words) {
        return new Shape(Kind.TEXT, List.copyOf(words), Map.of(), Set.of(), null);
    }

    static Shape object(Map<String, Shape> fields, Set<String> required) {
        return new Shape(Kind.OBJECT, List.of(), fields, required, null);
    }

    static Shape list(Shape item) {
        return new Shape(Kind.LIST, List.of(), Map.of(), Set.of(), item);
    }
}
