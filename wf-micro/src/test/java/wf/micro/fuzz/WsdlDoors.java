package wf.micro.fuzz;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaComplexContentExtension;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaEnumerationFacet;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeRestriction;
import org.apache.ws.commons.schema.XmlSchemaType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The doors of SOAP, read off a WSDL that the running product publishes. */
final class WsdlDoors {
    private static final int DEPTH = 6;
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";

    private final XmlSchemaCollection schemas = new XmlSchemaCollection();

    static List<Door> read(String path, String wsdl) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(wsdl.getBytes(StandardCharsets.UTF_8)));
        return new WsdlDoors().doors(path, document);
    }

    private List<Door> doors(String path, Document document) {
        NodeList found = document.getElementsByTagNameNS(SCHEMA, "schema");
        for (int i = found.getLength() - 1; i >= 0; i--) {
            // The contract's types stand behind those of the port, which import them.
            schemas.read((Element) found.item(i), "schema" + i);
        }
        List<Door> doors = new ArrayList<>();
        Element port = (Element) document.getElementsByTagNameNS("*", "portType").item(0);
        NodeList operations = port.getElementsByTagNameNS("*", "operation");
        for (int i = 0; i < operations.getLength(); i++) {
            String name = ((Element) operations.item(i)).getAttribute("name");
            doors.add(new Door(Door.SOAP, name, "POST", path, List.of(), shape(schemas.getTypeByQName(new QName("urn:wf:v1", name)), 0), false));
        }
        return doors;
    }

    private Shape shape(XmlSchemaType type, int depth) {
        if (type instanceof XmlSchemaComplexType complex) {
            Map<String, Shape> fields = new LinkedHashMap<>();
            Set<String> required = new LinkedHashSet<>();
            if (depth < DEPTH) {
                fill(complex, depth, fields, required);
            }
            return Shape.object(fields, required);
        }
        if (type instanceof XmlSchemaSimpleType simple && simple.getContent() instanceof XmlSchemaSimpleTypeRestriction restriction) {
            List<String> words = restriction.getFacets().stream().filter(XmlSchemaEnumerationFacet.class::isInstance)
                    .map(facet -> String.valueOf(facet.getValue())).toList();
            if (!words.isEmpty()) {
                return Shape.word(words);
            }
        }
        return Shape.of(kind(type.getName()));
    }

    private void fill(XmlSchemaComplexType type, int depth, Map<String, Shape> fields, Set<String> required) {
        XmlSchemaParticle particle = type.getParticle();
        if (type.getContentModel() != null && type.getContentModel().getContent() instanceof XmlSchemaComplexContentExtension extension) {
            fill((XmlSchemaComplexType) schemas.getTypeByQName(extension.getBaseTypeName()), depth, fields, required);
            particle = extension.getParticle();
        }
        if (particle instanceof XmlSchemaSequence sequence) {
            sequence.getItems().stream().filter(XmlSchemaElement.class::isInstance).map(XmlSchemaElement.class::cast).forEach(element -> {
                Shape shape = shape(schemas.getTypeByQName(element.getSchemaTypeName()), depth + 1);
                fields.put(element.getName(), element.getMaxOccurs() > 1 ? Shape.list(shape) : shape);
                if (element.getMinOccurs() > 0) {
                    required.add(element.getName());
                }
            });
        }
    }

    private static Shape.Kind kind(String type) {
        return switch (type) {
            case "long", "int", "short", "integer" -> Shape.Kind.WHOLE;
            case "double", "float", "decimal" -> Shape.Kind.NUMBER;
            case "boolean" -> Shape.Kind.TRUTH;
            case "base64Binary" -> Shape.Kind.BYTES;
            case "dateTime" -> Shape.Kind.MOMENT;
            default -> Shape.Kind.TEXT;
        };
    }
}
