package wf.call;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathNodes;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XML from outside. It has no document type, so that nothing can be defined in it or fetched by it. Names count without
 * their namespaces, as they do in the expressions of models.
 */
final class Xml {

    private static final double EXACT = 9_007_199_254_740_992d;
    private static final int MAX_DEPTH = 200;

    private Xml() { }

    /** @param what what it is, for people: the answer, the body */
    static Document read(String text, String what) throws CallFailed {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(SILENT);
            Document document = builder.parse(new InputSource(new StringReader(text)));
            withoutNamespaces(document, document.getDocumentElement(), 0);
            return document;
        } catch (SAXException e) {
            throw CallFailed.forGood(what + " is no harmless XML: " + Calls.excerpt(String.valueOf(e.getMessage())));
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }

    /** The parser of the JDK would write every mistake to the standard error stream. */
    private static final ErrorHandler SILENT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {
            // A warning is no reason to refuse an answer.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };

    private static void withoutNamespaces(Document document, Element element, int depth) throws CallFailed {
        if (depth > MAX_DEPTH) {
            throw CallFailed.forGood("the answer is nested more than " + MAX_DEPTH + " deep");
        }
        for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                element.removeAttributeNode(attribute);
            } else if (attribute.getNamespaceURI() != null && !element.hasAttribute(attribute.getLocalName())) {
                document.renameNode(attribute, null, attribute.getLocalName());
            }
        }
        Element plain = (Element) document.renameNode(element, null, element.getLocalName());
        for (Element child : children(plain)) {
            withoutNamespaces(document, child, depth + 1);
        }
    }

    static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element one) {
                children.add(one);
            }
        }
        return children;
    }

    /** The first child of this name, or null. */
    static Element child(Element element, String name) {
        return element == null ? null : children(element).stream().filter(c -> c.getTagName().equals(name)).findFirst().orElse(null);
    }

    static String text(Element element) {
        return element == null ? "" : element.getTextContent().strip();
    }

    // ---- parts ----

    /** What an XPath gives: nothing, a text, a list of texts, a number, true or false. */
    static Object at(Document document, String path) throws CallFailed {
        try {
            XPathFactory factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            XPath xpath = factory.newXPath();
            return plain(xpath.evaluateExpression(withoutPrefixes(path), document));
        } catch (XPathExpressionException | XPathFactoryConfigurationException e) {
            throw CallFailed.forGood("the path " + path + " cannot be followed: " + Calls.excerpt(String.valueOf(e.getMessage())));
        }
    }

    private static Object plain(XPathEvaluationResult<?> result) {
        return switch (result.type()) {
            case NODESET -> texts((XPathNodes) result.value());
            case NUMBER -> number((Double) result.value());
            default -> result.value();
        };
    }

    private static Object texts(XPathNodes nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(n -> texts.add(n.getTextContent().strip()));
        return texts.size() > 1 ? texts : texts.isEmpty() ? null : texts.get(0);
    }

    private static Object number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return null;
        }
        return number == Math.rint(number) && Math.abs(number) <= EXACT ? (Object) (long) number : BigDecimal.valueOf(number);
    }

    /** {@code m:total} means {@code total}; axes and what stands in quotes stay. */
    static String withoutPrefixes(String path) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '"' || c == '\'') {
                int close = path.indexOf(c, at + 1);
                int end = close < 0 ? path.length() : close + 1;
                plain.append(path, at, end);
                at = end;
            } else {
                int next = at;
                while (next < path.length() && path.charAt(next) != '"' && path.charAt(next) != '\'') {
                    next++;
                }
                plain.append(path.substring(at, next).replaceAll("[A-Za-z_][A-Za-z0-9_.-]*:(?=[A-Za-z_*])", ""));
                at = next;
            }
        }
        return plain.toString();
    }
}
