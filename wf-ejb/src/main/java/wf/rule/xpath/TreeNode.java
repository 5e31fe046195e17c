package wf.rule.xpath;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A node of the tree that variables look like to XPath: the root has an element for every variable; a key of a JSON
 * object is a child element; a list is its element repeated, and a list inside a list an element with {@code item}s; what
 * is neither is the text of its element; null is not there. Children are made when they are asked for.
 */
final class TreeNode {

    private enum Kind { ROOT, ELEMENT, TEXT }

    private final Kind kind;
    private final String name;
    private final Object value;
    private final TreeNode parent;
    private List<TreeNode> children;
    /** The place among the siblings. */
    private int place;

    private TreeNode(Kind kind, String name, Object value, TreeNode parent) {
        this.kind = kind;
        this.name = name;
        this.value = value;
        this.parent = parent;
    }

    static TreeNode root(Names names) {
        return new TreeNode(Kind.ROOT, null, names, null);
    }

    static List<TreeNode> elements(String name, Object json, TreeNode parent) {
        List<TreeNode> elements = new ArrayList<>();
        for (Object member : json instanceof List<?> list ? list : json == null ? List.of() : List.of(json)) {
            if (member != null) {
                elements.add(new TreeNode(Kind.ELEMENT, name, member, parent));
            }
        }
        return elements;
    }

    boolean isRoot() {
        return kind == Kind.ROOT;
    }

    boolean isElement() {
        return kind == Kind.ELEMENT;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    String name() {
        return name;
    }

    /** The piece of JSON behind it, or the text. */
    Object value() {
        return value;
    }

    TreeNode parent() {
        return parent;
    }

    TreeNode root() {
        TreeNode top = this;
        while (top.parent != null) {
            top = top.parent;
        }
        return top;
    }

    List<TreeNode> children() {
        if (children == null) {
            children = made();
            for (int i = 0; i < children.size(); i++) {
                children.get(i).place = i;
            }
        }
        return children;
    }

    private List<TreeNode> made() {
        List<TreeNode> made = new ArrayList<>();
        if (value instanceof Names names) {
            new TreeSet<>(names.all()).forEach(variable -> made.addAll(names.elements(variable)));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> made.addAll(elements(String.valueOf(key), member, this)));
        } else if (value instanceof List<?> list) {
            made.addAll(elements("item", list, this));
        } else if (kind == Kind.ELEMENT) {
            made.add(new TreeNode(Kind.TEXT, null, text(value), this));
        }
        return made;
    }

    List<TreeNode> childrenNamed(String childName) {
        return value instanceof Names names ? names.elements(childName)
                : children().stream().filter(child -> childName.equals(child.name)).toList();
    }

    Iterator<TreeNode> followingSiblings() {
        if (parent == null) {
            return List.<TreeNode>of().iterator();
        }
        List<TreeNode> siblings = parent.children();
        return siblings.subList(place + 1, siblings.size()).iterator();
    }

    /** The text of all that is below, as the standard says. */
    String text(Budget budget) {
        if (kind == Kind.TEXT || !(value instanceof Map<?, ?> || value instanceof List<?> || value instanceof Names)) {
            String text = text(value);
            budget.text(text.length());
            return text;
        }
        StringBuilder all = new StringBuilder();
        children().forEach(child -> all.append(child.text(budget)));
        return all.toString();
    }

    /** A number in plain digits, unless its exponent would fill the memory with noughts. */
    private static String text(Object scalar) {
        return scalar instanceof BigDecimal number && Math.abs((long) number.scale()) < 1000 ? number.toPlainString() : scalar.toString();
    }
}
