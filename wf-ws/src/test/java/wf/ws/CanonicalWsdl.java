package wf.ws;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A WSDL with everything sorted whose order means nothing: the JVM gives the methods of a class in any order. */
final class CanonicalWsdl {
    private static final Set<String> UNORDERED = Set.of("definitions", "portType", "binding", "schema");

    private CanonicalWsdl() { }

    static String of(Document wsdl) throws Exception {
        sort(wsdl.getDocumentElement());
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.INDENT, "yes");
        transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(wsdl), new StreamResult(text));
        return text.toString().replaceAll("\\s+\\n", "\n") + "\n";
    }

    private static void sort(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; ) {
            Node next = node.getNextSibling();
            if (node instanceof Element child) {
                children.add(child);
                sort(child);
            }
            if (node instanceof Element || node.getNodeValue() != null && node.getNodeValue().isBlank()) {
                element.removeChild(node);
            }
            node = next;
        }
        if (UNORDERED.contains(element.getLocalName())) {
            children.sort(Comparator.comparing(Element::getLocalName).thenComparing(child -> child.getAttribute("name")));
        }
        children.forEach(element::appendChild);
    }
}
