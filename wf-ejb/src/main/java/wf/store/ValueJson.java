package wf.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.regex.Pattern;
import wf.contract.ValueType;
import wf.value.Value;

/**
 * The value of a variable in JSON: texts, integers and truth values as what JSON has for them, all others as type and text.
 * Both forms are read, so that a value reads as the same one whichever version wrote it.
 */
final class ValueJson {

    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private ValueJson() { }

    static SimpleModule module() {
        return new SimpleModule("values").addSerializer(Value.class, new Writer()).addDeserializer(Value.class, new Reader());
    }

    private record Typed(ValueType type, String text) { }

    private static final class Writer extends JsonSerializer<Value> {

        @Override
        public void serialize(Value value, JsonGenerator json, SerializerProvider context) throws IOException {
            if (value.type() == ValueType.STRING) {
                json.writeString(value.text());
            } else if (value.type() == ValueType.BOOLEAN && (value.text().equals("true") || value.text().equals("false"))) {
                json.writeBoolean(value.text().equals("true"));
            } else if (value.type() == ValueType.INTEGER && INTEGER.matcher(value.text()).matches()) {
                json.writeNumber(value.text());
            } else {
                context.defaultSerializeValue(new Typed(value.type(), value.text()), json);
            }
        }
    }

    private static final class Reader extends JsonDeserializer<Value> {

        @Override
        public Value deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonToken token = json.currentToken();
            if (token == JsonToken.VALUE_STRING) {
                return new Value(ValueType.STRING, json.getText());
            } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
                return new Value(ValueType.BOOLEAN, json.getText());
            } else if (token == JsonToken.VALUE_NUMBER_INT) {
                return new Value(ValueType.INTEGER, json.getText());
            }
            Typed typed = context.readValue(json, Typed.class);
            return new Value(typed.type(), typed.text());
        }
    }
}
