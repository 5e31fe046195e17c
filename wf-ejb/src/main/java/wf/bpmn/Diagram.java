package wf.bpmn;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * How a process is drawn: the diagram interchange (BPMN DI) of its file, for showing what has come of each node. It is
 * read from the text itself, since the compiled process knows nothing of places.
 *
 * @param shapes in the order of the file, so that pools and sub-processes come before what lies in them
 */
public record Diagram(List<Shape> shapes, List<Edge> edges) {

    /** @param type BPMN element, {@code userTask} */
    public record Shape(String element, String type, String name, double x, double y, double width, double height) { }

    public record Edge(String element, String name, List<Point> points) { }

    public record Point(double x, double y) { }

    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";

    public Diagram {
        shapes = List.copyOf(shapes);
        edges = List.copyOf(edges);
    }

    /**
     * The first plane of the file that shows one of these nodes; empty where there is none.
     *
     * @param xml a file that was deployed, so that it is known to be harmless
     */
    public static Diagram read(byte[] xml, Set<String> nodes) {
        try {
            Reader reader = new Reader(XmlScan.FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml)));
            reader.read();
            return reader.planes.stream().filter(p -> p.shapes.stream().anyMatch(s -> nodes.contains(s.element()))).findFirst()
                    .map(p -> new Diagram(p.shapes.stream().map(reader::named).toList(), p.edges.stream().map(reader::named).toList()))
                    .orElse(new Diagram(List.of(), List.of()));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("not well-formed, although it was deployed", e);
        }
    }

    public boolean isEmpty() {
        return shapes.isEmpty();
    }

    private record Plane(List<Shape> shapes, List<Edge> edges) { }

    /** One pass through the file: elements come before the planes that show them, or after. */
    private static final class Reader {
        private final XMLStreamReader xml;
        private final Map<String, String> types = new HashMap<>();
        private final Map<String, String> names = new LinkedHashMap<>();
        private final List<Plane> planes = new ArrayList<>();
        private String shape;
        private String edge;
        private List<Point> points = new ArrayList<>();
        private boolean inLabel;

        Reader(XMLStreamReader xml) {
            this.xml = xml;
        }

        void read() throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    begin();
                } else if (event == XMLStreamReader.END_ELEMENT) {
                    end();
                }
            }
        }

        private void begin() {
            String id = xml.getAttributeValue(null, "id");
            if (DomModelElement.BPMN.equals(xml.getNamespaceURI()) && id != null) {
                types.put(id, xml.getLocalName());
                names.put(id, xml.getAttributeValue(null, "name"));
                return;
            }
            switch (xml.getLocalName()) {
                case "BPMNPlane" -> planes.add(new Plane(new ArrayList<>(), new ArrayList<>()));
                case "BPMNShape" -> shape = element();
                case "BPMNEdge" -> edge = element();
                case "BPMNLabel" -> inLabel = true;
                case "Bounds" -> bounds();
                case "waypoint" -> points.add(new Point(number("x"), number("y")));
                default -> { }
            }
        }

        private void end() {
            if (!DI.equals(xml.getNamespaceURI())) {
                return;
            }
            switch (xml.getLocalName()) {
                case "BPMNShape" -> shape = null;
                case "BPMNLabel" -> inLabel = false;
                case "BPMNEdge" -> {
                    if (edge != null && points.size() > 1 && !planes.isEmpty()) {
                        last().edges().add(new Edge(edge, null, List.copyOf(points)));
                    }
                    edge = null;
                    points = new ArrayList<>();
                }
                default -> { }
            }
        }

        /** Labels have bounds of their own. */
        private void bounds() {
            if (shape != null && !inLabel && !planes.isEmpty()) {
                last().shapes().add(new Shape(shape, null, null, number("x"), number("y"), number("width"), number("height")));
            }
        }

        private Plane last() {
            return planes.get(planes.size() - 1);
        }

        /** A qualified name; elements of other files are not shown. */
        private String element() {
            String name = xml.getAttributeValue(null, "bpmnElement");
            return name == null ? null : name.substring(name.indexOf(':') + 1);
        }

        private double number(String attribute) {
            try {
                return Double.parseDouble(xml.getAttributeValue(null, attribute));
            } catch (NumberFormatException | NullPointerException e) {
                return 0;
            }
        }

        Shape named(Shape bare) {
            return new Shape(bare.element(), types.getOrDefault(bare.element(), ""), names.get(bare.element()), bare.x(), bare.y(), bare.width(), bare.height());
        }

        Edge named(Edge bare) {
            return new Edge(bare.element(), names.get(bare.element()), bare.points());
        }
    }
}
