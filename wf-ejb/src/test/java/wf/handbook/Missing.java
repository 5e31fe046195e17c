package wf.handbook;

import java.util.ArrayList;
import java.util.List;
import wf.operation.Operation;
import wf.operation.Scope;

/** What a new operation still lacks for its place in the document, as sentences for whoever writes it. */
final class Missing {

    private final Operation<?> operation;
    private final List<String> missing = new ArrayList<>();

    private Missing(Operation<?> operation) {
        this.operation = operation;
    }

    static List<String> of(Operation<?> operation, Samples samples, Faces faces) {
        Missing missing = new Missing(operation);
        missing.texts();
        if (operation.scope() != Scope.ENGINE) {
            missing.told(new Told(operation), samples, faces);
        }
        return missing.missing;
    }

    private void texts() {
        for (String key : List.of("operation." + operation.name(), "effect." + operation.name())) {
            unless(Keys.all().contains(key), "messages.properties and messages_zh.properties need " + key);
        }
    }

    private void told(Told told, Samples samples, Faces faces) {
        unless(told.number().isPresent(), "the comment of its class has to begin with its number in the specification, like \"F1 提交: \"");
        unless(faces.of(operation.name()).isPresent(), "openapi.json has no POST for it: give it a method in its port in wf-ws, and write that document anew (OpenApiTest)");
        Settings.unnamed(told).forEach(s -> unless(false, "it asks " + s + ": say in Settings which attribute of the model that is"));
        told.requiredByNobody().forEach(f -> unless(false, "the comment of its field " + f + " says required, but nothing refuses a request without it"));
        unless(operation.scope() == Scope.NEW || samples.isPossibleSomewhere(operation), "no instance of Samples is such that it could be done: add one");
    }

    private void unless(boolean holds, String sentence) {
        if (!holds) {
            missing.add(operation.name() + ": " + sentence);
        }
    }
}
