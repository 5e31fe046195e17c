package wf.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import wf.bpmn.Diagram;
import wf.bpmn.Diagram.Edge;
import wf.bpmn.Diagram.Point;
import wf.bpmn.Diagram.Shape;
import wf.refusal.Messages;

/** Draws a diagram as SVG: no scripts, no links, all names as text. Whoever can read BPMN recognises the shapes. */
record DiagramSvg(Diagram diagram, Map<String, NodeColour> colours, Set<String> taken, Locale locale) {

    private static final double MARGIN = 20;
    private static final double LEGEND = 34;
    private static final int LETTER = 7;
    private static final int IDEOGRAM = 13;
    private static final int LINE = 15;
    private static final Set<String> FRAMES = Set.of("participant", "lane", "group", "subProcess", "transaction", "adHocSubProcess");

    String draw(String title) {
        double left = xs().min().orElse(0) - MARGIN;
        double top = ys().min().orElse(0) - MARGIN;
        double width = Math.max(420, xs().max().orElse(0) + MARGIN - left);
        double height = ys().max().orElse(0) + MARGIN + LEGEND - top;
        StringBuilder svg = new StringBuilder(4_000);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"").append(number(left)).append(' ').append(number(top)).append(' ')
                .append(number(width)).append(' ').append(number(height)).append("\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n<title>")
                .append(Markup.escape(title)).append("</title>\n<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"9\""
                        + " markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\"><path d=\"M0 0L10 5L0 10z\" fill=\"#555\"/></marker></defs>\n");
        diagram.shapes().stream().filter(s -> FRAMES.contains(s.type())).forEach(s -> shape(svg, s));
        diagram.edges().forEach(e -> edge(svg, e));
        diagram.shapes().stream().filter(s -> !FRAMES.contains(s.type())).forEach(s -> shape(svg, s));
        legend(svg, left + MARGIN, top + height - LEGEND + 8);
        return svg.append("</svg>\n").toString();
    }

    private DoubleStream xs() {
        return DoubleStream.concat(diagram.shapes().stream().flatMapToDouble(s -> DoubleStream.of(s.x(), s.x() + s.width())),
                diagram.edges().stream().flatMap(e -> e.points().stream()).mapToDouble(Point::x));
    }

    private DoubleStream ys() {
        return DoubleStream.concat(diagram.shapes().stream().flatMapToDouble(s -> DoubleStream.of(s.y(), s.y() + s.height())),
                diagram.edges().stream().flatMap(e -> e.points().stream()).mapToDouble(Point::y));
    }

    private void shape(StringBuilder svg, Shape shape) {
        NodeColour colour = colours.getOrDefault(shape.element(), NodeColour.UNTOUCHED);
        svg.append("<g data-node=\"").append(Markup.escape(shape.element())).append("\" data-state=\"").append(colour).append("\" fill=\"")
                .append(FRAMES.contains(shape.type()) && !colour.isOpen() ? "none" : colour.fill).append("\" stroke=\"").append(colour.stroke)
                .append("\" stroke-width=\"").append(colour.width).append('"')
                .append(colour == NodeColour.CANCELLED ? " stroke-dasharray=\"5 3\"" : "").append('>');
        outline(svg, shape, colour);
        label(svg, shape);
        svg.append("</g>\n");
    }

    private static void outline(StringBuilder svg, Shape shape, NodeColour colour) {
        double x = shape.x() + shape.width() / 2;
        double y = shape.y() + shape.height() / 2;
        if (shape.type().endsWith("Gateway")) {
            svg.append("<path d=\"M").append(number(x)).append(' ').append(number(shape.y())).append('L').append(number(shape.x() + shape.width()))
                    .append(' ').append(number(y)).append('L').append(number(x)).append(' ').append(number(shape.y() + shape.height()))
                    .append('L').append(number(shape.x())).append(' ').append(number(y)).append("z\"/>");
            mark(svg, shape, x, y, colour);
        } else if (isEvent(shape)) {
            circle(svg, x, y, shape.width() / 2, shape.type().equals("endEvent") ? "4" : null);
            if (shape.type().startsWith("intermediate") || shape.type().equals("boundaryEvent")) {
                circle(svg, x, y, shape.width() / 2 - 3, null);
            }
        } else {
            svg.append("<rect x=\"").append(number(shape.x())).append("\" y=\"").append(number(shape.y())).append("\" width=\"")
                    .append(number(shape.width())).append("\" height=\"").append(number(shape.height())).append("\" rx=\"")
                    .append(shape.type().equals("participant") || shape.type().equals("lane") ? 0 : 10).append("\"/>");
        }
    }

    private static boolean isEvent(Shape shape) {
        return shape.type().endsWith("Event");
    }

    private static void circle(StringBuilder svg, double x, double y, double radius, String width) {
        svg.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y)).append("\" r=\"").append(number(radius)).append('"')
                .append(width == null ? "" : " stroke-width=\"" + width + "\"").append("/>");
    }

    /** What kind of gateway it is. */
    private static void mark(StringBuilder svg, Shape shape, double x, double y, NodeColour colour) {
        String mark = switch (shape.type()) {
            case "parallelGateway" -> "+";
            case "inclusiveGateway" -> "○";
            case "complexGateway" -> "✱";
            case "eventBasedGateway" -> "◎";
            default -> "×";
        };
        svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y + 7)).append("\" text-anchor=\"middle\" font-size=\"22\" stroke=\"none\" fill=\"")
                .append(colour.stroke).append("\">").append(mark).append("</text>");
    }

    /** Inside what has room for it, below all else; at the top of what others lie in. */
    private static void label(StringBuilder svg, Shape shape) {
        boolean inside = !isEvent(shape) && !shape.type().endsWith("Gateway");
        List<String> lines = lines(shape.name(), inside ? shape.width() - 12 : 110);
        double y = FRAMES.contains(shape.type()) ? shape.y() + LINE
                : inside ? shape.y() + shape.height() / 2 - (lines.size() - 1) * LINE / 2.0 + 4 : shape.y() + shape.height() + LINE;
        for (String line : lines) {
            svg.append("<text x=\"").append(number(shape.x() + shape.width() / 2)).append("\" y=\"").append(number(y))
                    .append("\" text-anchor=\"middle\" stroke=\"none\" fill=\"#111\">").append(Markup.escape(line)).append("</text>");
            y += LINE;
        }
    }

    /** At most four lines; an ideogram is as wide as two letters, and may end a line anywhere. */
    static List<String> lines(String name, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        for (String word : name == null ? new String[0] : name.strip().split("(?<=[\\s\\p{IsHan}])|(?=\\p{IsHan})")) {
            double needed = word.codePoints().mapToDouble(c -> c < 0x2E80 ? LETTER : IDEOGRAM).sum();
            if (used > 0 && used + needed > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
                used = 0;
            }
            line.append(word);
            used += needed;
        }
        if (!line.isEmpty()) {
            lines.add(line.toString().strip());
        }
        return lines.size() <= 4 ? lines : List.of(lines.get(0), lines.get(1), lines.get(2), lines.get(3) + "…");
    }

    private void edge(StringBuilder svg, Edge edge) {
        boolean went = taken.contains(edge.element());
        svg.append("<polyline data-flow=\"").append(Markup.escape(edge.element())).append("\" fill=\"none\" stroke=\"").append(went ? "#2e7d32" : "#9e9e9e")
                .append("\" stroke-width=\"").append(went ? 2 : 1).append("\" marker-end=\"url(#arrow)\" points=\"")
                .append(edge.points().stream().map(p -> number(p.x()) + "," + number(p.y())).collect(Collectors.joining(" "))).append("\"/>\n");
        if (edge.name() != null && !edge.name().isBlank()) {
            Point at = edge.points().get(edge.points().size() / 2);
            svg.append("<text x=\"").append(number(at.x() + 4)).append("\" y=\"").append(number(at.y() - 4)).append("\" fill=\"#444\" font-size=\"11\">")
                    .append(Markup.escape(edge.name())).append("</text>\n");
        }
    }

    private void legend(StringBuilder svg, double left, double y) {
        double x = left;
        for (NodeColour colour : NodeColour.values()) {
            String text = Messages.text(locale, "sheet.node." + colour);
            svg.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" width=\"16\" height=\"12\" rx=\"3\" fill=\"")
                    .append(colour.fill).append("\" stroke=\"").append(colour.stroke).append("\"/><text x=\"").append(number(x + 21)).append("\" y=\"")
                    .append(number(y + 10)).append("\" fill=\"#111\">").append(Markup.escape(text)).append("</text>\n");
            x += 36 + text.codePoints().mapToDouble(c -> c < 0x2E80 ? LETTER : IDEOGRAM).sum();
        }
    }

    /** Without the digits that only show how machines count. */
    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
