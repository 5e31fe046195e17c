package wf.micro.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ContainerNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import wf.face.Json;

/** Requests to a door of REST. */
final class RestShots {
    /** Half of a pair of surrogates can be written in this way only. */
    private static final JsonMapper ESCAPED = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "FOO", "get");

    private final Maker maker;
    private final Random random;

    RestShots(Stock stock, Random random, boolean sparing) {
        this.maker = new Maker(stock, random, sparing);
        this.random = random;
    }

    Shot good(int number, Door door, String person) {
        JsonNode body = door.body() == null ? null : maker.value("request", door.body());
        return shot(number, door, person, door.method(), target(door, false), headers(door, person), json(body), "");
    }

    Shot spoiled(int number, Door door, String person) {
        JsonNode body = door.body() == null ? null : maker.value("request", door.body());
        int kind = random.nextInt(20);
        if (kind < 10 && body instanceof ContainerNode<?> container) {
            new Havoc(random).spoil(container);
            return shot(number, door, person, door.method(), target(door, false), headers(door, person), json(body), "value");
        } else if (kind < 13 && body != null) {
            return shot(number, door, person, door.method(), target(door, false), headers(door, person), broken(json(body)), "text");
        } else if (kind < 14 && door.isRaw()) {
            List<String> headers = headers(door, person);
            Heads.set(headers, "Content-Type", "application/octet-stream");
            return shot(number, door, person, door.method(), target(door, true), headers, BadFiles.draw(random), "file");
        } else if (kind < 16) {
            List<String> headers = headers(door, person);
            String what = Heads.spoil(headers, random);
            return shot(number, door, person, door.method(), target(door, false), headers, json(body), what);
        } else if (kind < 17) {
            return shot(number, door, person, METHODS.get(random.nextInt(METHODS.size())), target(door, false), headers(door, person), json(body), "method");
        } else if (kind < 18 || door.arguments().isEmpty()) {
            return shot(number, door, person, door.method(), Address.spoiled(target(door, false), random), headers(door, person), json(body), "address");
        }
        return shot(number, door, person, door.method(), target(door, true), headers(door, person), json(body), "argument");
    }

    private static Shot shot(int number, Door door, String person, String method, String target, List<String> headers, byte[] body, String spoiled) {
        return new Shot(number, door, person, method, target, headers, body, spoiled);
    }

    private static List<String> headers(Door door, String person) {
        return new ArrayList<>(Heads.of(person, door.body() == null ? null : "application/json"));
    }

    private String target(Door door, boolean odd) {
        String path = "/" + door.path();
        StringBuilder query = new StringBuilder();
        List<Door.Argument> arguments = door.arguments().stream().filter(a -> !a.place().equals("header")).toList();
        Door.Argument worst = odd && !arguments.isEmpty() ? arguments.get(random.nextInt(arguments.size())) : null;
        for (Door.Argument argument : arguments) {
            String value = argument != worst ? argument.name().equals("preview") ? "true" : maker.value(argument.name(), argument.shape()).asText()
                    : random.nextInt(4) == 0 ? Nasty.number(random) : Nasty.text(random);
            if (argument.place().equals("path")) {
                path = path.replace("{" + argument.name() + "}", Address.encoded(argument == worst || !value.isEmpty() ? value : "x"));
            } else if (argument.isRequired() || argument == worst || maker.has(argument.name())) {
                query.append(query.length() == 0 ? "?" : "&").append(argument.name()).append('=').append(Address.encoded(value));
            }
        }
        String target = path + query;
        return target.length() > 7000 ? target.substring(0, 7000).replaceFirst("%.?$", "") : target;
    }

    private byte[] json(JsonNode body) {
        try {
            if (body == null) {
                return null;
            }
            String escaped = ESCAPED.writeValueAsString(body);
            return (escaped.contains("\\uD") || random.nextBoolean() ? escaped : Json.MAPPER.writeValueAsString(body)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No JSON any more, or hardly. */
    private byte[] broken(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        return switch (random.nextInt(26)) {
            case 0 -> new byte[0];
            case 1 -> bytes("null");
            case 2 -> bytes("[" + text + "]");
            case 3 -> bytes("\"" + text.replace("\"", "'") + "\"");
            case 4 -> bytes(text + text);
            case 5 -> bytes(text + " x");
            case 6 -> bytes("\ufeff" + text);
            case 7 -> text.getBytes(StandardCharsets.UTF_16);
            case 8 -> joined(bytes("{\"opId\":\""), new byte[] {(byte) 0xc0, (byte) 0xaf, (byte) 0xff, (byte) 0xed, (byte) 0xa0, (byte) 0x80}, bytes("\"}"));
            case 9 -> bytes("[".repeat(100_000));
            case 10 -> bytes("{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000));
            case 11 -> bytes("{\"variables\":" + "[".repeat(990) + "]".repeat(990) + "}");
            case 12 -> bytes(text.replaceFirst("\\{", "{\"opId\":\"a\",\"opId\":\"b\","));
            case 13 -> bytes(text.replace('"', '\''));
            case 14 -> bytes("/* x */" + text);
            case 15 -> bytes(text.replace(":", ": NaN,\"x\":"));
            case 16 -> bytes("<request/>");
            case 17 -> bytes("   ");
            case 18 -> bytes("{\"" + "k".repeat(60_000) + "\":1}");
            case 19 -> bytes(text.replaceFirst("\\{", "{\"opinion\":\"" + "x".repeat(random.nextInt(20) == 0 ? 16_000_000 : 200_000) + "\","));
            case 20 -> bytes("{" + "\"a%d\":1,".repeat(5000) + "\"b\":1}");
            case 21 -> joined(bytes(text), new byte[] {0, 0, 0});
            case 22 -> bytes("{\"opId\":\"\\ud800\",\"opinion\":\"\\u0000\"}");
            case 23 -> bytes(text.replace("{", "{,"));
            default -> Arrays.copyOf(json, random.nextInt(json.length));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
