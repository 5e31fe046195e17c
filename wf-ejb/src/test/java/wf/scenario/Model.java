package wf.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes small BPMN files in the words of a scenario. A process is a line of steps; {@code fork} puts several lines of
 * steps side by side, {@code choice} lets a condition decide between them.
 */
public final class Model {

    /** Who handles a step, as attributes and extension elements of the user task. */
    public record Who(String attributes, String extensions) { }

    private final String key;
    private final StringBuilder nodes = new StringBuilder();
    private final StringBuilder flows = new StringBuilder();
    private String processAttributes = "";
    private String last = "start";
    private String condition;
    private int count;

    private Model(String key) {
        this.key = key;
        nodes.append("<startEvent id=\"start\"/>");
    }

    public static Model process(String key) {
        return new Model(key);
    }

    public static Who by(String person) {
        return new Who(" wf:assignee=\"" + person + "\"", "");
    }

    public static Who byStarter() {
        return new Who(" wf:starter=\"true\"", "");
    }

    public static Who offeredTo(String... candidates) {
        return new Who(" wf:candidateUsers=\"" + String.join(",", candidates) + "\"", "");
    }

    public static Who offeredToGroup(String group) {
        return new Who(" wf:candidateGroups=\"" + group + "\"", "");
    }

    /** Whoever these {@code wf:from} and {@code wf:except} mean. */
    public static Who found(String sources) {
        return found("", sources);
    }

    /** @param manner attributes that combine the sources, limit and spread the work */
    public static Who found(String manner, String sources) {
        return new Who("", "<wf:participants " + manner + ">" + sources + "</wf:participants>");
    }

    public static Who signedByAllOf(String sources) {
        return new Who("", "<wf:participants>" + sources + "</wf:participants><wf:signing order=\"PARALLEL\" rule=\"ALL\"/>");
    }

    public static Who signedBy(String order, String rule, String quorum, String... people) {
        return new Who(" wf:candidateUsers=\"" + String.join(",", people) + "\"",
                "<wf:signing order=\"" + order + "\" rule=\"" + rule + "\"" + (quorum.isEmpty() ? "" : " quorum=\"" + quorum + "\"") + "/>");
    }

    public static Who signedByAll(String... people) {
        return signedBy("PARALLEL", "ALL", "", people);
    }

    /** The same with a form field. */
    public static Who with(Who who, String name, String type, String access) {
        return new Who(who.attributes(), who.extensions() + "<wf:field name=\"" + name + "\" type=\"" + type + "\" access=\"" + access + "\"/>");
    }

    public Model startedBy(String candidates) {
        processAttributes = " wf:starters=\"" + candidates + "\"";
        return this;
    }

    public Model step(String id, Who who) {
        return node(id, "<userTask id=\"" + id + "\" name=\"" + id + "\"" + who.attributes() + ">"
                + (who.extensions().isEmpty() ? "" : "<extensionElements>" + who.extensions() + "</extensionElements>")
                + "</userTask>");
    }

    public Model script(String id, String script) {
        return node(id, "<scriptTask id=\"" + id + "\" scriptFormat=\"jexl\"><script><![CDATA[" + script + "]]></script></scriptTask>");
    }

    public Model virtual(String id) {
        return node(id, "<task id=\"" + id + "\" wf:virtual=\"true\"/>");
    }

    /** Any element, written out. */
    public Model element(String id, String xml) {
        return node(id, xml);
    }

    private Model node(String id, String xml) {
        nodes.append(xml);
        flow(last, id, condition);
        condition = null;
        last = id;
        return this;
    }

    /** Lines that run at the same time and come together again. */
    public Model fork(Line... lines) {
        return block("parallelGateway", List.of(lines));
    }

    /** Lines of which the first whose condition holds is taken; one without condition is the default. */
    public Model choice(Line... lines) {
        return block("exclusiveGateway", List.of(lines));
    }

    private Model block(String gateway, List<Line> lines) {
        int number = ++count;
        String split = "split" + number;
        String join = "join" + number;
        String defaultFlow = lines.stream().filter(l -> l.condition == null && gateway.startsWith("exclusive")).findFirst()
                .map(l -> " default=\"" + split + "_" + l.steps.get(0).id + "\"").orElse("");
        node(split, "<" + gateway + " id=\"" + split + "\"" + defaultFlow + "/>");
        for (Line line : lines) {
            last = split;
            condition = line.condition;
            line.steps.forEach(s -> s.addTo(this));
            flow(last, join, null);
        }
        nodes.append("<").append(gateway).append(" id=\"").append(join).append("\"/>");
        last = join;
        return this;
    }

    /** An extra flow, for loops and other shapes that lines cannot draw. */
    public Model flow(String from, String to, String when) {
        flows.append("<sequenceFlow id=\"").append(from).append('_').append(to).append("\" sourceRef=\"").append(from)
                .append("\" targetRef=\"").append(to).append("\">");
        if (when != null) {
            flows.append("<conditionExpression xsi:type=\"tFormalExpression\"><![CDATA[").append(when)
                    .append("]]></conditionExpression>");
        }
        flows.append("</sequenceFlow>");
        return this;
    }

    public String end() {
        nodes.append("<endEvent id=\"end\"/>");
        flow(last, "end", null);
        return xml();
    }

    public String terminate() {
        nodes.append("<endEvent id=\"end\"><terminateEventDefinition/></endEvent>");
        flow(last, "end", null);
        return xml();
    }

    private String xml() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:wf=\"urn:wf:bpmn:1.0\" targetNamespace=\"test\">"
                + "<process id=\"" + key + "\" name=\"" + key + "\" isExecutable=\"true\"" + processAttributes + ">"
                + nodes + flows + "</process></definitions>";
    }

    /** A line of steps inside a block. */
    public static final class Line {

        private record Step(String id, Who who) {
            void addTo(Model model) {
                model.step(id, who);
            }
        }

        private final String condition;
        private final List<Step> steps = new ArrayList<>();

        private Line(String condition) {
            this.condition = condition;
        }

        public static Line line(String id, Who who) {
            return new Line(null).then(id, who);
        }

        public static Line when(String condition, String id, Who who) {
            return new Line(condition).then(id, who);
        }

        public Line then(String id, Who who) {
            steps.add(new Step(id, who));
            return this;
        }
    }
}
