package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What the Basic Profile 1.1 of WS-I asks of a description, and what this product asks besides, of the golden files, which
 * are what the product sends ({@link WsdlTest}). The numbers are the profile's.
 */
class BasicProfileTest {
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
    private static final Set<String> MAJOR_VERSION_1 = Set.of("urn:wf:v1", "urn:wf:contract:v1");

    static List<Document> documents() throws Exception {
        List<Document> documents = new ArrayList<>();
        for (String port : WsdlTest.ports()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            documents.add(factory.newDocumentBuilder().parse(Path.of("src/test/resources/golden", port + ".wsdl").toFile()));
        }
        return documents;
    }

    private static List<Element> elements(Node below, String namespace, String name) {
        NodeList nodes = below instanceof Document document ? document.getElementsByTagNameNS(namespace, name)
                : ((Element) below).getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Element only(Node below, String namespace, String name) {
        assertThat(elements(below, namespace, name)).as("%s of %s", name, below.getNodeName()).hasSize(1);
        return elements(below, namespace, name).get(0);
    }

    private static List<String> names(List<Element> elements, String attribute) {
        return elements.stream().map(element -> element.getAttribute(attribute)).toList();
    }

    @Test
    void everyGoldenFileIsLookedAt() throws Exception {
        try (var files = Files.list(Path.of("src/test/resources/golden"))) {
            assertThat(documents()).hasSize((int) files.filter(file -> file.toString().endsWith(".wsdl")).count());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void oneBindingOfOnePortIsDocumentLiteralOverHttp(Document wsdl) {
        Element binding = only(wsdl, SOAP, "binding");
        assertThat(binding.getAttribute("transport")).as("R2702").isEqualTo("http://schemas.xmlsoap.org/soap/http");
        assertThat(binding.getAttribute("style")).as("R2705").isEqualTo("document");
        assertThat(names(elements(wsdl, SOAP, "operation"), "style")).as("R2705").containsOnly("document");
        for (String carrier : List.of("body", "fault")) {
            assertThat(names(elements(wsdl, SOAP, carrier), "use")).as("R2706").containsOnly("literal");
            assertThat(names(elements(wsdl, SOAP, carrier), "namespace")).as("R2716").containsOnly("");
            assertThat(names(elements(wsdl, SOAP, carrier), "encodingStyle")).as("R2706").containsOnly("");
        }
        assertThat(elements(wsdl, SOAP, "header")).as("what is in headers no tool writes by itself").isEmpty();
        assertThat(names(elements(wsdl, SOAP, "address"), "location")).as("R2711").hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyOperationIsBoundOnceAndHasNoActionOfItsOwn(Document wsdl) {
        List<String> operations = names(elements(only(wsdl, WSDL, "portType"), WSDL, "operation"), "name");
        assertThat(operations).as("R2304").isNotEmpty().doesNotHaveDuplicates();
        assertThat(names(elements(only(wsdl, WSDL, "binding"), WSDL, "operation"), "name")).as("R2718")
                .containsExactlyInAnyOrderElementsOf(operations);
        for (Element operation : elements(wsdl, SOAP, "operation")) {
            assertThat(operation.hasAttribute("soapAction")).as("R2745").isTrue();
            assertThat(operation.getAttribute("soapAction")).as("the body says what is asked").isEmpty();
        }
        for (Element fault : elements(wsdl, SOAP, "fault")) {
            assertThat(fault.getAttribute("name")).as("R2721, R2754").isNotEmpty()
                    .isEqualTo(((Element) fault.getParentNode()).getAttribute("name"));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyMessageHasOnePartThatIsAnElementOfItsOwn(Document wsdl) {
        List<String> requests = new ArrayList<>();
        for (Element message : elements(wsdl, WSDL, "message")) {
            Element part = only(message, WSDL, "part");
            assertThat(part.hasAttribute("type")).as("R2204").isFalse();
            assertThat(part.getAttribute("element")).as("R2204, R2206").isNotEmpty();
        }
        for (Element operation : elements(only(wsdl, WSDL, "portType"), WSDL, "operation")) {
            String name = operation.getAttribute("name");
            assertThat(only(operation, WSDL, "input").getAttribute("message")).as("wrapped").isEqualTo("tns:" + name);
            assertThat(only(operation, WSDL, "output").getAttribute("message")).as("wrapped").isEqualTo("tns:" + name + "Response");
            assertThat(only(operation, WSDL, "fault").getAttribute("message")).as("declared").isEqualTo("tns:WfFault");
            requests.add(name);
        }
        assertThat(requests).as("R2710: the bodies of no two operations look alike").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theSchemasAreThoseOfTheMajorVersion(Document wsdl) {
        assertThat(wsdl.getDocumentElement().getAttribute("targetNamespace")).isEqualTo("urn:wf:v1");
        assertThat(names(elements(wsdl, SCHEMA, "schema"), "targetNamespace")).as("R2105").doesNotHaveDuplicates()
                .allMatch(MAJOR_VERSION_1::contains);
        assertThat(names(elements(wsdl, SCHEMA, "import"), "schemaLocation")).as("one file holds everything").containsOnly("");
        assertThat(elements(wsdl, WSDL, "import")).isEmpty();
        for (Element element : elements(wsdl, SCHEMA, "element")) {
            for (String name : List.of("type", "ref")) {
                isKnown(element, element.getAttribute(name));
            }
        }
    }

    /** R2101, R2102: a name that is used is in a namespace of this file. */
    private static void isKnown(Element element, String name) {
        if (!name.isEmpty()) {
            String prefix = name.contains(":") ? name.substring(0, name.indexOf(':')) : null;
            assertThat(element.lookupNamespaceURI(prefix)).as(name).matches(n -> SCHEMA.equals(n) || MAJOR_VERSION_1.contains(n));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theTypesAreThoseThatEveryToolKnows(Document wsdl) {
        Set<String> plain = Set.of("string", "boolean", "int", "long", "double", "decimal", "dateTime", "base64Binary");
        for (Element element : elements(wsdl, SCHEMA, "element")) {
            String type = element.getAttribute("type");
            if (type.startsWith("xs:")) {
                assertThat(plain).as("anyType, dates without a zone, lists …").contains(type.substring(3));
            }
        }
        assertThat(elements(wsdl, SCHEMA, "any")).isEmpty();
        assertThat(elements(wsdl, SCHEMA, "anyAttribute")).isEmpty();
        assertThat(elements(wsdl, SCHEMA, "attribute")).as("R2110: arrays of SOAP have one").isEmpty();
        assertThat(names(elements(wsdl, SCHEMA, "complexType"), "name")).as("R2112").noneMatch(name -> name.startsWith("ArrayOf"))
                .noneMatch(name -> name.endsWith("Map") || name.equals("entry"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theFaultSaysCodeSentenceAndWhetherToTryAgain(Document wsdl) {
        Element problem = elements(wsdl, SCHEMA, "complexType").stream()
                .filter(type -> type.getAttribute("name").equals("problem")).findFirst().orElseThrow();
        assertThat(names(elements(problem, SCHEMA, "element"), "name")).contains("code", "message", "retryable", "instanceId");
        Element part = elements(wsdl, WSDL, "message").stream().filter(message -> message.getAttribute("name").equals("WfFault"))
                .map(message -> only(message, WSDL, "part")).findFirst().orElseThrow();
        assertThat(part.getAttribute("element")).as("R2205").isEqualTo("tns:problem");
    }
}
