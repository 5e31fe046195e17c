package wf.micro.face;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import wf.face.Json;

/**
 * Every way into the product, made from what it publishes about itself: an operation that is added is tried without anybody
 * having to think of it.
 *
 * @param known what arguments of these names are, or of these operations and names; others get a value of their type
 */
record Doors(Map<String, String> known) {
    private static final int DEPTH = 4;

    /** One request that could be sent. */
    record Door(String operation, String method, String path, String body) {
        /** Whether it is sent without anything that it could hold. */
        boolean isEmpty() {
            return body != null && (body.equals("{}") || body.contains("<request/>"));
        }

        @Override
        public String toString() {
            return operation + " " + method + " " + path + (body == null ? "" : " " + (body.length() > 200 ? body.substring(0, 200) + "…" : body));
        }
    }

    /** Over REST, each with as little as can be sent and, where there is a body, with all that can be. */
    List<Door> rest(JsonNode document) {
        List<Door> doors = new ArrayList<>();
        document.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
            JsonNode operation = method.getValue();
            String name = operation.get("operationId").asText();
            String filled = path.getKey();
            StringBuilder query = new StringBuilder();
            for (JsonNode parameter : operation.path("parameters")) {
                String argument = parameter.get("name").asText();
                String value = known.getOrDefault(name + "." + argument, value(argument, parameter.get("schema")));
                if (parameter.get("in").asText().equals("path")) {
                    filled = filled.replace("{" + parameter.get("name").asText() + "}", encoded(value));
                } else if (parameter.path("required").asBoolean() || known.containsKey(name + "." + parameter.get("name").asText())) {
                    query.append(query.length() == 0 ? "?" : "&").append(parameter.get("name").asText()).append('=').append(encoded(value));
                }
            }
            String verb = method.getKey().toUpperCase(java.util.Locale.ROOT);
            JsonNode schema = operation.path("requestBody").path("content").path("application/json").path("schema");
            boolean sends = !schema.isMissingNode();
            doors.add(new Door(name, verb, filled + query, sends || verb.equals("POST") ? "{}" : null));
            if (sends) {
                doors.add(new Door(name, verb, filled + query, example(document, schema, 0)));
            }
        }));
        return doors;
    }

    private String example(JsonNode document, JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return example(document, document.at(schema.get("$ref").asText().substring(1)), depth);
        } else if (schema.path("type").asText().equals("array")) {
            return depth >= DEPTH ? "[]" : "[" + example(document, schema.get("items"), depth + 1) + "]";
        } else if (!schema.has("properties")) {
            return schema.path("type").asText().matches("integer|boolean|number") ? value("", schema) : Json.MAPPER.valueToTree(value("", schema)).toString();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        schema.get("properties").fields().forEachRemaining(field -> {
            if (!field.getKey().matches("opId|preview|expectedVersion|onBehalfOf") && depth < DEPTH) {
                fields.put(field.getKey(), known.containsKey(field.getKey()) && !field.getValue().has("$ref") && !field.getValue().has("items") && !field.getValue().has("enum")
                        ? known(field.getKey(), field.getValue()) : example(document, field.getValue(), depth + 1));
            }
        });
        List<String> members = new ArrayList<>();
        fields.forEach((name, value) -> members.add("\"" + name + "\":" + value));
        return "{" + String.join(",", members) + "}";
    }

    private String known(String name, JsonNode schema) {
        return schema.path("type").asText().equals("integer") ? known.get(name) : Json.MAPPER.valueToTree(known.get(name)).toString();
    }

    private String value(String name, JsonNode schema) {
        if (known.containsKey(name)) {
            return known.get(name);
        } else if (schema.has("enum")) {
            return schema.get("enum").get(0).asText();
        }
        return switch (schema.path("type").asText()) {
            case "integer", "number" -> "1";
            case "boolean" -> "true";
            default -> switch (schema.path("format").asText()) {
                case "byte" -> "eA==";
                case "date-time" -> "2030-01-01T00:00:00Z";
                default -> "x";
            };
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Over SOAP: the operations of a WSDL, with the elements that its schema asks for. */
    List<Door> soap(String port, String wsdl) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new java.io.ByteArrayInputStream(wsdl.getBytes(StandardCharsets.UTF_8)));
        Map<String, Element> types = new LinkedHashMap<>();
        NodeList complex = document.getElementsByTagNameNS("*", "complexType");
        for (int i = 0; i < complex.getLength(); i++) {
            Element schema = (Element) complex.item(i).getParentNode();
            if (schema.getAttribute("targetNamespace").equals("urn:wf:v1")) {
                types.put(((Element) complex.item(i)).getAttribute("name"), (Element) complex.item(i));
            }
        }
        List<Door> doors = new ArrayList<>();
        NodeList operations = ((Element) document.getElementsByTagNameNS("*", "portType").item(0)).getElementsByTagNameNS("*", "operation");
        for (int i = 0; i < operations.getLength(); i++) {
            String name = ((Element) operations.item(i)).getAttribute("name");
            StringBuilder body = new StringBuilder("<wf:" + name + ">");
            NodeList arguments = types.get(name).getElementsByTagNameNS("*", "element");
            for (int a = 0; a < arguments.getLength(); a++) {
                Element argument = (Element) arguments.item(a);
                String type = argument.getAttribute("type").replaceFirst(".*:", "");
                if (argument.getAttribute("name").equals("request")) {
                    body.append("<request/>");
                } else if (!argument.getAttribute("minOccurs").equals("0") || known.containsKey(argument.getAttribute("name"))) {
                    String value = known.getOrDefault(name + "." + argument.getAttribute("name"), known.getOrDefault(argument.getAttribute("name"), type.matches("long|int") ? "1" : type.equals("boolean") ? "true" : "x"));
                    body.append('<').append(argument.getAttribute("name")).append('>').append(value)
                            .append("</").append(argument.getAttribute("name")).append('>');
                }
            }
            doors.add(new Door(name, "POST", port, Soap.envelope(body + "</wf:" + name + ">")));
        }
        return doors;
    }
}
