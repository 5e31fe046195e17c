package wf.bpmn;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A process as the list of its elements, each with its settings: what two versions are compared by. An element is what a
 * modeller draws or names, with an id of its own; what stands inside it (a condition, a timer, a form field) is a setting
 * of it, also where the file gives that an id, which editors do as they please.
 */
final class Outline {

    private static final Set<String> CONTAINERS = Set.of("definitions", "process", "subProcess", "transaction",
            "adHocSubProcess", "collaboration", "laneSet", "childLaneSet", "lane");
    private static final Set<String> NEVER_ELEMENTS = Set.of("documentation", "extensionElements", "ioSpecification", "multiInstanceLoopCharacteristics", "standardLoopCharacteristics", "property", "resourceRole",
            "performer", "humanPerformer", "potentialOwner", "completionCondition", "dataInputAssociation",
            "dataOutputAssociation", "correlationSubscription", "monitoring", "auditing", "import", "extension", "relationship");

    /** What the standard takes for said when a file says nothing: some editors write it down, others do not. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(Map.entry("isInterrupting", "true"),
            Map.entry("parallelMultiple", "false"), Map.entry("cancelActivity", "true"), Map.entry("startQuantity", "1"),
            Map.entry("completionQuantity", "1"), Map.entry("isForCompensation", "false"), Map.entry("implementation", "##unspecified"),
            Map.entry("processType", "None"), Map.entry("isClosed", "false"), Map.entry("gatewayDirection", "Unspecified"),
            Map.entry("instantiate", "false"), Map.entry("eventGatewayType", "Exclusive"), Map.entry("triggeredByEvent", "false"),
            Map.entry("isSequential", "false"), Map.entry("behavior", "All"), Map.entry("isCollection", "false"),
            Map.entry("textFormat", "text/plain"), Map.entry("associationDirection", "None"));
    /** What flows say already. */
    private static final Set<String> IMPLIED = Set.of("incoming", "outgoing");

    /** An element: its kind, its name or null, its settings by name. */
    record Element(String type, String name, Map<String, String> settings) { }

    private final String key;
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Map<String, String> drawings = new TreeMap<>();

    private Outline(String key) {
        this.key = key;
    }

    /** The process with this key, and what the file defines beside its processes: messages, errors, pools. */
    static Outline read(byte[] xml, String key) {
        Outline outline = new Outline(key);
        outline.addChildren(XmlTree.read(xml), "");
        return outline;
    }

    /** By id, in the order of the file. The process itself has the empty id: that of a copy differs and means nothing. */
    Map<String, Element> elements() {
        return elements;
    }

    /** Where and how the diagram shows an element; null where it does not. */
    String drawing(String elementId) {
        return drawings.get(elementId);
    }

    private void addChildren(XmlTree container, String containerId) {
        for (XmlTree child : container.children()) {
            if (child.name().endsWith("}BPMNDiagram")) {
                addDrawings(child);
            } else if (isElement(container, child) && !isOtherProcess(child)) {
                add(child, containerId);
            }
        }
    }

    private static boolean isElement(XmlTree container, XmlTree child) {
        return child.isBpmn() && !child.id().isEmpty() && CONTAINERS.contains(container.name())
                && !NEVER_ELEMENTS.contains(child.name());
    }

    private boolean isOtherProcess(XmlTree element) {
        return element.name().equals("process") && !element.id().equals(key);
    }

    private void add(XmlTree element, String containerId) {
        boolean isProcess = element.name().equals("process");
        Map<String, String> settings = new LinkedHashMap<>();
        if (!containerId.isEmpty()) {
            settings.put("parent", containerId);
        }
        addSettings(element, "", settings);
        String id = isProcess ? "" : element.id();
        elements.put(id, new Element(element.name(), settings.get("name"), settings));
        addChildren(element, isProcess ? "" : id);
    }

    private static void addSettings(XmlTree element, String path, Map<String, String> settings) {
        element.attributes().forEach((name, value) -> {
            if (!name.equals("id") && !value.equals(DEFAULTS.get(name))) {
                settings.put(path + name, value);
            }
        });
        Map<String, Integer> alike = new HashMap<>();
        inside(element).filter(c -> !isElement(element, c) && !IMPLIED.contains(c.name()))
                .forEach(c -> addSetting(c, path + place(c, alike), settings));
    }

    /** The children, with those of extension elements as if they stood outside. */
    private static Stream<XmlTree> inside(XmlTree element) {
        return element.children().stream().flatMap(c -> c.name().equals("extensionElements") ? c.children().stream() : Stream.of(c));
    }

    private static void addSetting(XmlTree child, String place, Map<String, String> settings) {
        if (child.name().equals("flowNodeRef")) {
            settings.put(place, "");
            return;
        }
        if (!child.text().isEmpty() || isBare(child)) {
            settings.put(place, child.text());
        }
        addSettings(child, place + "/", settings);
    }

    private static boolean isBare(XmlTree element) {
        return element.children().isEmpty() && element.attributes().keySet().stream().allMatch("id"::equals);
    }

    /** Where a child stands: by what names it, so that a new one in front does not change all after it, else by counting. */
    private static String place(XmlTree child, Map<String, Integer> alike) {
        String label = child.name().equals("flowNodeRef") ? child.text()
                : child.attribute("name").isEmpty() ? child.attribute("key") : child.attribute("name");
        String place = label.isEmpty() ? child.name() : child.name() + "[" + label + "]";
        int number = alike.merge(place, 1, Integer::sum);
        return number == 1 ? place : place + "#" + number;
    }

    private void addDrawings(XmlTree diagram) {
        for (XmlTree child : diagram.children()) {
            String elementId = child.attribute("bpmnElement");
            if (child.name().endsWith("}BPMNShape") || child.name().endsWith("}BPMNEdge")) {
                StringBuilder look = new StringBuilder();
                draw(child, look);
                drawings.merge(elementId, look.toString(), String::concat);
            } else {
                addDrawings(child);
            }
        }
    }

    private static void draw(XmlTree shape, StringBuilder look) {
        shape.attributes().forEach((name, value) -> {
            if (!name.equals("id")) {
                look.append(name).append('=').append(plain(value)).append(' ');
            }
        });
        shape.children().forEach(c -> draw(c, look.append(c.name()).append(' ')));
    }

    /** {@code 100}, {@code 100.0} and {@code 100.00} are the same place. */
    private static String plain(String value) {
        return value.matches("-?\\d+\\.\\d+") ? value.replaceFirst("\\.?0+$", "") : value;
    }
}
