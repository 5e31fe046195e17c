package wf.micro.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Spoils a value that looks right: in one or a few places something stands that does not belong there, or nothing. */
final class Havoc {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Random random;

    Havoc(Random random) {
        this.random = random;
    }

    /** One place in a value. */
    private record Place(JsonNode now, Consumer<JsonNode> set, Runnable remove) { }

    void spoil(ContainerNode<?> whole) {
        for (int times = 1 + random.nextInt(3) / 2; times > 0; times--) {
            List<Place> places = new ArrayList<>();
            collect(whole, places);
            if (places.isEmpty() || random.nextInt(12) == 0) {
                add(whole);
            } else {
                spoil(places.get(random.nextInt(places.size())));
            }
        }
    }

    private void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            List.copyOf(fieldNames(object)).forEach(name -> {
                places.add(new Place(object.get(name), value -> object.set(name, value), () -> object.remove(name)));
                collect(object.get(name), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(new Place(array.get(i), value -> array.set(at, value), () -> array.remove(at)));
                collect(array.get(i), places);
            }
        }
    }

    static List<String> fieldNames(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void add(JsonNode whole) {
        if (whole instanceof ObjectNode object) {
            object.set(random.nextBoolean() ? "class" : "__proto__", anything());
        } else if (whole instanceof ArrayNode array) {
            array.add(anything());
        }
    }

    private void spoil(Place place) {
        switch (random.nextInt(10)) {
            case 0 -> place.remove().run();
            case 1 -> place.set().accept(NODES.nullNode());
            case 2, 3, 4, 5 -> place.set().accept(place.now().isNumber() ? NODES.rawValueNode(new RawValue(Nasty.number(random))) : NODES.textNode(Nasty.text(random)));
            case 6 -> place.set().accept(NODES.rawValueNode(new RawValue(Nasty.number(random))));
            case 7 -> place.set().accept(many(place.now()));
            default -> place.set().accept(anything());
        }
    }

    private ArrayNode many(JsonNode item) {
        ArrayNode list = NODES.arrayNode();
        JsonNode one = item.isArray() && !item.isEmpty() ? item.get(0) : item;
        int most = item.toString().length() > 100 ? 20 : 3000;
        for (int i = random.nextInt(most); i >= 0; i--) {
            list.add(one);
        }
        return list;
    }

    private JsonNode anything() {
        return switch (random.nextInt(7)) {
            case 0 -> NODES.booleanNode(random.nextBoolean());
            case 1 -> NODES.objectNode();
            case 2 -> NODES.arrayNode();
            case 3 -> NODES.arrayNode().add(NODES.nullNode()).add(NODES.arrayNode().add(NODES.objectNode()));
            case 4 -> NODES.objectNode().put("$ref", "x").set("a", NODES.objectNode().set("b", NODES.arrayNode()));
            case 5 -> NODES.rawValueNode(new RawValue(Nasty.number(random)));
            default -> NODES.textNode(Nasty.text(random));
        };
    }
}
