package wf.conformance;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Compares two XML files as XML: names and attributes with their namespaces, texts, comments, and the order of it all. */
final class XmlDifference {

    private XmlDifference() { }

    /** The first difference, if there is one. */
    static Optional<String> between(byte[] one, byte[] other) throws Exception {
        return differ(document(one), document(other), "");
    }

    static int count(byte[] xml, String namespace, String name) throws Exception {
        return document(xml).getElementsByTagNameNS(namespace, name).getLength();
    }

    private static Document document(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setCoalescing(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        Document document = builder.parse(new ByteArrayInputStream(xml));
        document.normalizeDocument();
        return document;
    }

    private static Optional<String> differ(Node one, Node other, String path) {
        if (!describe(one).equals(describe(other))) {
            return Optional.of(path + ": " + describe(one) + " became " + describe(other));
        }
        List<Node> children = children(one);
        List<Node> others = children(other);
        if (children.size() != others.size()) {
            return Optional.of(path + "/" + one.getNodeName() + ": " + children.size() + " nodes became " + others.size());
        }
        for (int i = 0; i < children.size(); i++) {
            Optional<String> difference = differ(children.get(i), others.get(i), path + "/" + one.getNodeName());
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static String describe(Node node) {
        return node.getNodeType() + " {" + node.getNamespaceURI() + "}" + node.getLocalName() + attributes(node)
                + (node.getNodeValue() == null ? "" : node.getNodeValue());
    }

    private static Map<String, String> attributes(Node node) {
        Map<String, String> attributes = new TreeMap<>();
        NamedNodeMap all = node.getAttributes();
        for (int i = 0; all != null && i < all.getLength(); i++) {
            attributes.put("{" + all.item(i).getNamespaceURI() + "}" + all.item(i).getLocalName(), all.item(i).getNodeValue());
        }
        return attributes;
    }

    private static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }
}
