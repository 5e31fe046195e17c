package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The WSDL of each port as clients get it: compared with its golden file, and with the rules that every one obeys. */
class WsdlTest {
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
    static FaceServer wf;

    @BeforeAll
    static void start() throws Exception {
        wf = new FaceServer();
    }

    @AfterAll
    static void stop() throws Exception {
        wf.close();
    }

    static List<String> ports() {
        return List.of("DefinitionPort", "InstancePort", "WorkItemPort", "AccessPort", "OrgPort", "MonitorPort", "NoticePort");
    }

    private static Document wsdl(String port) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(wf.url + "/services/" + port + "?wsdl");
    }

    @ParameterizedTest
    @MethodSource("ports")
    void isThatOfTheGoldenFile(String port) throws Exception {
        Golden.check(Path.of("src/test/resources/golden/" + port + ".wsdl"),
                CanonicalWsdl.of(wsdl(port)).replace(wf.url, "http://127.0.0.1"));
    }

    /** So one golden file is enough for both. */
    @ParameterizedTest
    @MethodSource("ports")
    void forSoap12DiffersInItsBindingAlone(String port) throws Exception {
        assertThat(CanonicalWsdl.of(wsdl("soap12/" + port)).replace("http://schemas.xmlsoap.org/wsdl/soap12/", SOAP)
                .replace("soap12:", "soap:").replace("xmlns:soap12=", "xmlns:soap=").replace(wf.url + "/services/soap12/", "http://127.0.0.1/services/"))
                .isEqualTo(Files.readString(Path.of("src/test/resources/golden/" + port + ".wsdl")));
    }

    @ParameterizedTest
    @MethodSource("ports")
    void obeysTheRules(String port) throws Exception {
        Document wsdl = wsdl(port);
        for (Element element : elements(wsdl, SCHEMA, "element")) {
            assertThat(element.getAttribute("type") + element.getAttribute("ref")).as(element.getAttribute("name"))
                    .isNotEmpty().doesNotContain("any").doesNotEndWith(":date").doesNotContain("Map");
        }
        assertThat(elements(wsdl, SCHEMA, "any")).isEmpty();
        for (Element binding : elements(wsdl, SOAP, "binding")) {
            assertThat(binding.getAttribute("style")).isEqualTo("document");
        }
        for (Element body : elements(wsdl, SOAP, "body")) {
            assertThat(body.getAttribute("use")).isEqualTo("literal");
        }
        for (Element operation : elements(wsdl, WSDL, "operation")) {
            assertThat(operation.getElementsByTagNameNS(WSDL, "fault").getLength())
                    .as(operation.getAttribute("name")).isEqualTo(1);
        }
        for (Element part : elements(wsdl, WSDL, "part")) {
            assertThat(part.getAttribute("name")).as("wrapped").isIn("parameters", "WfFault");
        }
    }

    private static List<Element> elements(Document document, String namespace, String name) {
        NodeList nodes = document.getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
