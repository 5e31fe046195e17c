package wf.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import wf.face.Call;
import wf.face.Json;
import wf.face.JsonErrors;
import wf.face.Refusals;

/** Reads the arguments of an operation from JSON, each parameter by its name; what is left over is refused. */
record Arguments(Locale locale) {

    Object[] read(Call call, ObjectNode json) {
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : call.parameters()) {
            arguments.add(read(parameter, json.remove(parameter.getName())));
        }
        if (!json.isEmpty()) {
            throw Refusals.invalidInput(locale, "json.unknown", json.fieldNames().next(), names(call));
        }
        return call.withEmptyRequests(arguments.toArray());
    }

    private Object read(Parameter parameter, JsonNode value) {
        boolean absent = value == null || value.isNull();
        if (absent && parameter.getType() == boolean.class) {
            return false;
        }
        if (absent && parameter.getType().isPrimitive()) {
            throw Refusals.invalidInput(locale, "parameter.missing", parameter.getName(),
                    JsonErrors.expected(parameter.getType(), locale));
        }
        try {
            return absent ? null : Json.MAPPER.treeToValue(value, parameter.getType());
        } catch (JsonProcessingException e) {
            throw JsonErrors.refusal(e, locale, parameter.getName());
        }
    }

    private static String names(Call call) {
        return "operation, " + call.parameters().stream().map(Parameter::getName).collect(Collectors.joining(", "));
    }
}
