package wf.rule.xpath;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jaxen.DefaultNavigator;
import org.jaxen.NamedAccessNavigator;
import org.jaxen.XPath;

/** The way of the library through the nodes, every step of it counted. There are no attributes, comments or namespaces. */
final class Tree extends DefaultNavigator implements NamedAccessNavigator {

    private static final long serialVersionUID = 1L;
    private final transient Budget budget;

    Tree(Budget budget) {
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    private static Iterator<TreeNode> counted(Iterator<TreeNode> nodes, Runnable count) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return nodes.hasNext();
            }

            @Override
            public TreeNode next() {
                count.run();
                return nodes.next();
            }
        };
    }

    @Override
    public Iterator<TreeNode> getChildAxisIterator(Object node) {
        budget.step();
        return node instanceof TreeNode known ? counted(known.children().iterator(), budget::step) : Collections.emptyIterator();
    }

    @Override
    public Iterator<TreeNode> getChildAxisIterator(Object node, String localName, String prefix, String uri) {
        budget.step();
        if (!(node instanceof TreeNode known)) {
            return Collections.emptyIterator();
        }
        if (!known.isRoot()) {
            budget.steps(known.children().size());
        }
        return counted(known.childrenNamed(localName).iterator(), budget::step);
    }

    @Override
    public Iterator<TreeNode> getFollowingSiblingAxisIterator(Object node) {
        budget.step();
        return node instanceof TreeNode known ? counted(known.followingSiblings(), budget::sibling) : Collections.emptyIterator();
    }

    @Override
    public Iterator<TreeNode> getParentAxisIterator(Object node) {
        TreeNode parent = getParentNode(node);
        return parent == null ? Collections.emptyIterator() : List.of(parent).iterator();
    }

    @Override
    public TreeNode getParentNode(Object node) {
        budget.step();
        return node instanceof TreeNode known ? known.parent() : null;
    }

    @Override
    public Object getDocumentNode(Object node) {
        return node instanceof TreeNode known ? known.root() : null;
    }

    @Override
    public Iterator<TreeNode> getAttributeAxisIterator(Object node) {
        return Collections.emptyIterator();
    }

    @Override
    public Iterator<TreeNode> getAttributeAxisIterator(Object node, String localName, String prefix, String uri) {
        return Collections.emptyIterator();
    }

    @Override
    public Iterator<TreeNode> getNamespaceAxisIterator(Object node) {
        return Collections.emptyIterator();
    }

    @Override
    public boolean isDocument(Object node) {
        return node instanceof TreeNode known && known.isRoot();
    }

    @Override
    public boolean isElement(Object node) {
        return node instanceof TreeNode known && known.isElement();
    }

    @Override
    public boolean isText(Object node) {
        return node instanceof TreeNode known && known.isText();
    }

    @Override
    public String getElementName(Object node) {
        return ((TreeNode) node).name();
    }

    @Override
    public String getElementQName(Object node) {
        return ((TreeNode) node).name();
    }

    @Override
    public String getElementNamespaceUri(Object node) {
        return "";
    }

    @Override
    public String getElementStringValue(Object node) {
        return ((TreeNode) node).text(budget);
    }

    @Override
    public String getTextStringValue(Object node) {
        return ((TreeNode) node).text(budget);
    }

    @Override
    public boolean isAttribute(Object node) {
        return false;
    }

    @Override
    public boolean isNamespace(Object node) {
        return false;
    }

    @Override
    public boolean isComment(Object node) {
        return false;
    }

    @Override
    public boolean isProcessingInstruction(Object node) {
        return false;
    }

    @Override
    public String getAttributeNamespaceUri(Object node) {
        return null;
    }

    @Override
    public String getAttributeName(Object node) {
        return null;
    }

    @Override
    public String getAttributeQName(Object node) {
        return null;
    }

    @Override
    public String getCommentStringValue(Object node) {
        return null;
    }

    @Override
    public String getAttributeStringValue(Object node) {
        return null;
    }

    @Override
    public String getNamespaceStringValue(Object node) {
        return null;
    }

    @Override
    public String getNamespacePrefix(Object node) {
        return null;
    }

    @Override
    public XPath parseXPath(String text) {
        throw new UnsupportedOperationException("an expression makes no further one");
    }
}
