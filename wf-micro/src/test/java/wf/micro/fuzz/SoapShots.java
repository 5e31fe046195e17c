package wf.micro.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Requests to a door of SOAP. */
final class SoapShots {
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
    private static final String SECURITY = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    private final Maker maker;
    private final Random random;

    SoapShots(Stock stock, Random random, boolean sparing) {
        this.maker = new Maker(stock, random, sparing);
        this.random = random;
    }

    Shot good(int number, Door door, String person) {
        return shot(number, door, person, envelope(content(door, maker.value("", door.body()))), headers(person), "");
    }

    Shot spoiled(int number, Door door, String person) {
        ObjectNode value = (ObjectNode) maker.value("", door.body());
        int kind = random.nextInt(20);
        if (kind < 10) {
            new Havoc(random).spoil(value);
            return shot(number, door, person, envelope(content(door, value)), headers(person), "value");
        }
        List<String> headers = headers(person);
        String good = envelope(content(door, value));
        if (kind < 12) {
            String what = Heads.spoil(headers, random);
            return shot(number, door, person, good, headers, what);
        } else if (kind < 13) {
            return new Shot(number, door, person, List.of("PUT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH").get(random.nextInt(6)), "/" + door.path(), headers, good.getBytes(StandardCharsets.UTF_8), "method");
        } else if (kind < 14) {
            return new Shot(number, door, person, "POST", Address.spoiled("/" + door.path(), random), headers, good.getBytes(StandardCharsets.UTF_8), "address");
        } else if (kind < 16) {
            return bytes(number, door, person, headers, good);
        }
        return shot(number, door, person, odd(door, good, headers), headers, "envelope");
    }

    private static Shot shot(int number, Door door, String person, String envelope, List<String> headers, String spoiled) {
        return new Shot(number, door, person, "POST", "/" + door.path(), headers, envelope.getBytes(StandardCharsets.UTF_8), spoiled);
    }

    private static List<String> headers(String person) {
        List<String> headers = new ArrayList<>(Heads.of(person, "text/xml;charset=UTF-8"));
        headers.addAll(List.of("SOAPAction", "\"\""));
        return headers;
    }

    private static String envelope(String body) {
        return "<?xml version='1.0' encoding='UTF-8'?><soap:Envelope xmlns:soap='" + SOAP_11 + "' xmlns:wf='urn:wf:v1' xmlns:c='urn:wf:contract:v1'"
                + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><soap:Body>" + body + "</soap:Body></soap:Envelope>";
    }

    private String content(Door door, JsonNode arguments) {
        StringBuilder xml = new StringBuilder();
        element(xml, "wf:" + door.operation(), arguments, 0);
        return xml.toString();
    }

    /** The arguments of an operation have no namespace, what is in them has that of the contract. */
    private void element(StringBuilder xml, String name, JsonNode value, int depth) {
        if (value.isArray()) {
            value.forEach(item -> element(xml, name, item, depth));
        } else if (value.isNull()) {
            xml.append('<').append(name).append(" xsi:nil='true'/>");
        } else {
            xml.append('<').append(name).append('>');
            if (value instanceof ObjectNode object) {
                Havoc.fieldNames(object).forEach(field -> element(xml, (depth == 0 ? "" : "c:") + field.replace("$", "_"), object.get(field), depth + 1));
            } else {
                // A raw number prints itself, quotes and all else is text.
                escaped(xml, value.isTextual() ? value.asText() : value.toString());
            }
            xml.append("</").append(name).append('>');
        }
    }

    /** What XML knows no sign for goes as a reference or as it is, and neither is allowed. */
    private void escaped(StringBuilder xml, String text) {
        boolean references = random.nextBoolean();
        text.codePoints().forEach(c -> {
            if (c == '<') {
                xml.append("&lt;");
            } else if (c == '&') {
                xml.append("&amp;");
            } else if (c < 32 && references) {
                xml.append("&#").append(c).append(';');
            } else {
                xml.appendCodePoint(c);
            }
        });
    }

    /** The same in other bytes. */
    private Shot bytes(int number, Door door, String person, List<String> headers, String good) {
        byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
        byte[] wrong = switch (random.nextInt(8)) {
            case 0 -> new byte[0];
            case 1 -> ("\ufeff" + good).getBytes(StandardCharsets.UTF_8);
            case 2 -> good.getBytes(StandardCharsets.UTF_16);
            case 3 -> good.replace("UTF-8", "GB18030").replace("<soap:Body>", "<soap:Body><!-- 流程 -->").getBytes(Charset.forName("GB18030"));
            case 4 -> good.replace("UTF-8", "UTF-99").getBytes(StandardCharsets.UTF_8);
            case 5 -> good.replace("<soap:Body>", "<soap:Body>\u00ff").getBytes(StandardCharsets.ISO_8859_1);
            case 6 -> good.replace("UTF-8", "IBM037").getBytes(StandardCharsets.UTF_8);
            default -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
        };
        return new Shot(number, door, person, "POST", "/" + door.path(), headers, wrong, "bytes");
    }

    private String odd(Door door, String good, List<String> headers) {
        String doctype = BadFiles.DOCTYPES.get(random.nextInt(BadFiles.DOCTYPES.size()));
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> good.replace("?>", "?>" + doctype).replace("<soap:Body>", "<soap:Body>&k;&e;");
            case 3 -> good.replace(SOAP_11, SOAP_12);
            case 4 -> {
                Heads.set(headers, "Content-Type", "application/soap+xml;charset=UTF-8");
                yield good.replace(SOAP_11, SOAP_12);
            }
            case 5 -> good.replace(SOAP_11, "urn:no-soap");
            case 6 -> headed(good, "<x:must xmlns:x='urn:x' soap:mustUnderstand='1'/>");
            case 7 -> headed(good, "<a:ReplyTo xmlns:a='" + ADDRESSING + "'><a:Address>http://127.0.0.1:1/</a:Address></a:ReplyTo><a:MessageID xmlns:a='" + ADDRESSING + "'>x</a:MessageID>");
            case 8 -> headed(good, "<s:Security xmlns:s='" + SECURITY + "' soap:mustUnderstand='1'><s:UsernameToken><s:Username>admin</s:Username></s:UsernameToken></s:Security>");
            case 9 -> good.replace("<soap:Body>", "<soap:Body " + BadFiles.manyAttributes() + ">");
            case 10 -> good.replace("<soap:Body>", "<soap:Body>" + "<a>".repeat(100_000));
            case 11 -> good.replace("<soap:Body>", "<soap:Body>" + "<a>".repeat(3000) + "</a>".repeat(3000));
            case 12 -> good.replace("</soap:Envelope>", "<soap:Body/></soap:Envelope>");
            case 13 -> envelope("");
            case 14 -> envelope("just text");
            case 15 -> envelope("<wf:" + door.operation() + "/><wf:" + door.operation() + "/>");
            case 16 -> good.replace("<wf:" + door.operation() + ">", "<wf:" + door.operation() + "><xop:Include xmlns:xop='http://www.w3.org/2004/08/xop/include' href='" + (random.nextBoolean() ? "file:///etc/passwd" : "cid:x") + "'/>");
            case 17 -> good.replace("wf:" + door.operation(), "wf:" + "n".repeat(70_000));
            case 18 -> envelope("<wf:" + door.operation() + " xsi:type='c:submitRequest' href='#1'/>");
            case 19 -> good.replace("<soap:Body>", "<soap:Body><![CDATA[").replace("</soap:Body>", "]]></soap:Body>");
            case 20 -> envelope("<soap:Fault><faultcode>soap:Client</faultcode><faultstring>x</faultstring></soap:Fault>");
            case 21 -> good + good;
            case 22 -> good.replace("urn:wf:contract:v1", "urn:wf:contract:v2");
            default -> good.replace("</soap:Body>", "<!-- " + "x".repeat(random.nextInt(10) == 0 ? 16_000_000 : 100_000) + " --></soap:Body>");
        };
    }

    private static String headed(String good, String header) {
        return good.replace("<soap:Body>", "<soap:Header>" + header + "</soap:Header><soap:Body>");
    }
}
