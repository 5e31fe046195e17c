package wf.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes small BPMN files of any elements, where {@link Model} knows lines of steps only: the nodes by their kinds, then
 * the paths between them. What is said after a node with {@code with}, {@code says}, {@code holds} is said about that node.
 */
public final class Sketch {

    /** What an event waits for or throws, and the element of the file to which it refers. */
    public record What(String definition, String root) { }

    /** A node in the making; the order of its parts is that of the schema. */
    private static final class Element {
        private final String type;
        private final String id;
        private final StringBuilder attributes = new StringBuilder();
        private final StringBuilder extensions = new StringBuilder();
        private final StringBuilder data = new StringBuilder();
        private final StringBuilder loop = new StringBuilder();
        private final StringBuilder content = new StringBuilder();

        Element(String type, String id) {
            this.type = type;
            this.id = id;
        }

        String xml() {
            String extended = extensions.isEmpty() ? "" : "<extensionElements>" + extensions + "</extensionElements>";
            return "<" + type + " id=\"" + id + "\"" + attributes + ">" + extended + data + loop + content + "</" + type + ">";
        }
    }

    private final String key;
    private final Set<String> roots;
    private final List<Element> nodes = new ArrayList<>();
    private final StringBuilder flows = new StringBuilder();
    private final StringBuilder associations = new StringBuilder();
    private String processAttributes = "";
    private String processParts = "";

    private Sketch(String key, Set<String> roots) {
        this.key = key;
        this.roots = roots;
    }

    public static Sketch process(String key) {
        return new Sketch(key, new LinkedHashSet<>());
    }

    // ---- what events wait for and throw ----

    public static What timer(String duration) {
        return timer("Duration", duration);
    }

    /** @param kind Date, Duration or Cycle */
    public static What timer(String kind, String when) {
        return new What("<timerEventDefinition><time" + kind + ">" + when + "</time" + kind + "></timerEventDefinition>", "");
    }

    public static What message(String name) {
        return new What("<messageEventDefinition messageRef=\"m_" + name + "\"/>", "<message id=\"m_" + name + "\" name=\"" + name + "\"/>");
    }

    /** One that is meant for whoever waits with the same key. */
    public static What message(String name, String key) {
        return new What("<messageEventDefinition messageRef=\"m_" + name + "\" wf:correlationKey=\"" + key + "\"/>",
                "<message id=\"m_" + name + "\" name=\"" + name + "\"/>");
    }

    public static What signal(String name) {
        return new What("<signalEventDefinition signalRef=\"s_" + name + "\"/>", "<signal id=\"s_" + name + "\" name=\"" + name + "\"/>");
    }

    public static What condition(String condition) {
        return new What("<conditionalEventDefinition><condition xsi:type=\"tFormalExpression\"><![CDATA[" + condition
                + "]]></condition></conditionalEventDefinition>", "");
    }

    public static What error(String code) {
        return new What("<errorEventDefinition errorRef=\"e_" + code + "\"/>",
                "<error id=\"e_" + code + "\" name=\"" + code + "\" errorCode=\"" + code + "\"/>");
    }

    /** Catches whatever error comes. */
    public static What anyError() {
        return new What("<errorEventDefinition/>", "");
    }

    public static What escalation(String code) {
        return new What("<escalationEventDefinition escalationRef=\"x_" + code + "\"/>",
                "<escalation id=\"x_" + code + "\" name=\"" + code + "\" escalationCode=\"" + code + "\"/>");
    }

    /** Of all that is done in the scope; or, as a boundary or start event, of the activity. */
    public static What compensation() {
        return new What("<compensateEventDefinition/>", "");
    }

    public static What compensationOf(String activity) {
        return new What("<compensateEventDefinition activityRef=\"" + activity + "\"/>", "");
    }

    public static What cancel() {
        return new What("<cancelEventDefinition/>", "");
    }

    public static What terminate() {
        return new What("<terminateEventDefinition/>", "");
    }

    public static What link(String name) {
        return new What("<linkEventDefinition name=\"" + name + "\"/>", "");
    }

    // ---- nodes ----

    /** A node of any element. */
    public Sketch node(String element, String id) {
        nodes.add(new Element(element, id));
        return this;
    }

    public Sketch start(String id, What... what) {
        return event("startEvent", id, what);
    }

    public Sketch end(String id, What... what) {
        return event("endEvent", id, what);
    }

    public Sketch catching(String id, What... what) {
        return event("intermediateCatchEvent", id, what);
    }

    public Sketch throwing(String id, What... what) {
        return event("intermediateThrowEvent", id, what);
    }

    /** An event on the border of the activity that ends it. */
    public Sketch boundary(String id, String host, What... what) {
        return event("boundaryEvent", id, what).with("attachedToRef", host);
    }

    /** An event on the border of the activity that leaves it going on. */
    public Sketch beside(String id, String host, What... what) {
        return boundary(id, host, what).with("cancelActivity", "false");
    }

    private Sketch event(String element, String id, What... what) {
        node(element, id);
        for (What one : what) {
            last().content.append(one.definition());
            roots.add(one.root());
        }
        return this;
    }

    public Sketch user(String id, String person) {
        return user(id, Model.by(person));
    }

    public Sketch user(String id, Model.Who who) {
        node("userTask", id).with("name", id);
        last().attributes.append(who.attributes());
        return holds(who.extensions());
    }

    public Sketch script(String id, String script) {
        node("scriptTask", id).with("scriptFormat", "jexl");
        last().content.append("<script><![CDATA[").append(script).append("]]></script>");
        return this;
    }

    /** A script that notes that it ran: the variable {@code trace} names all that did, in their order. */
    public Sketch mark(String id) {
        return script(id, "trace = empty(trace) ? '" + id + "' : trace + ' " + id + "'");
    }

    public Sketch call(String id, String process) {
        return node("callActivity", id).with("calledElement", process);
    }

    public Sketch service(String id, String bean) {
        return node("serviceTask", id).says("bean", bean);
    }

    public Sketch exclusive(String id) {
        return node("exclusiveGateway", id);
    }

    public Sketch parallel(String id) {
        return node("parallelGateway", id);
    }

    public Sketch inclusive(String id) {
        return node("inclusiveGateway", id);
    }

    /** A join that fires at so many tokens; {@code late} says what those that come later meet. */
    public Sketch complex(String id, int need, String late) {
        return node("complexGateway", id).says("need", String.valueOf(need)).says("late", late);
    }

    public Sketch eventGateway(String id) {
        return node("eventBasedGateway", id);
    }

    public Sketch sub(String id, Consumer<Sketch> inside) {
        return scope("subProcess", id, inside);
    }

    public Sketch transaction(String id, Consumer<Sketch> inside) {
        return scope("transaction", id, inside);
    }

    /** A sub-process that the event of its own start begins. */
    public Sketch eventSub(String id, Consumer<Sketch> inside) {
        return scope("subProcess", id, inside).with("triggeredByEvent", "true");
    }

    public Sketch adHoc(String id, String ordering, Consumer<Sketch> inside) {
        return scope("adHocSubProcess", id, inside).with("ordering", ordering);
    }

    private Sketch scope(String element, String id, Consumer<Sketch> inside) {
        Sketch content = new Sketch(id, roots);
        inside.accept(content);
        node(element, id);
        last().data.append(content.processParts);
        last().content.append(content.body());
        return this;
    }

    // ---- about the last node ----

    private Element last() {
        return nodes.get(nodes.size() - 1);
    }

    public Sketch with(String attribute, String value) {
        last().attributes.append(' ').append(attribute).append("=\"").append(value).append('"');
        return this;
    }

    /** An attribute of the product's own. */
    public Sketch says(String attribute, String value) {
        return with("wf:" + attribute, value);
    }

    /** Elements among its extensions. */
    public Sketch holds(String extensions) {
        last().extensions.append(extensions);
        return this;
    }

    public Sketch input(String name, String value) {
        return holds("<wf:input name=\"" + name + "\" value=\"" + value + "\"/>");
    }

    public Sketch output(String name, String value) {
        return holds("<wf:output name=\"" + name + "\" value=\"" + value + "\"/>");
    }

    /** Content as the schema has it at the end of the element. */
    public Sketch ends(String content) {
        last().content.append(content);
        return this;
    }

    /** A variable that lives and ends with the node; said of no node: with the process. */
    public Sketch local(String name) {
        String property = "<property id=\"p_" + key + "_" + name + "\" name=\"" + name + "\"/>";
        if (nodes.isEmpty()) {
            processParts += property;
        } else {
            last().data.append(property);
        }
        return this;
    }

    /** Repeats after each time as long as the condition holds. */
    public Sketch repeat(String condition) {
        return loop("standardLoopCharacteristics", "", expression("loopCondition", condition));
    }

    /** Repeats as long as the condition holds, asked before each time. */
    public Sketch repeatWhile(String condition) {
        return loop("standardLoopCharacteristics", " testBefore=\"true\"", expression("loopCondition", condition));
    }

    /** So many instances at once. */
    public Sketch times(String cardinality, String... parts) {
        return loop("multiInstanceLoopCharacteristics", "", expression("loopCardinality", cardinality) + String.join("", parts));
    }

    /** An instance for each element of the collection, at once. */
    public Sketch each(String element, String collection, String... parts) {
        return loop("multiInstanceLoopCharacteristics", " wf:collection=\"" + collection + "\" wf:elementVariable=\"" + element + "\"",
                String.join("", parts));
    }

    public Sketch loop(String element, String attributes, String content) {
        last().loop.append("<").append(element).append(attributes).append(">").append(content).append("</").append(element).append(">");
        return this;
    }

    /** The condition on which a repeated activity is complete before all its instances are. */
    public static String until(String condition) {
        return expression("completionCondition", condition);
    }

    public static String expression(String element, String text) {
        return "<" + element + " xsi:type=\"tFormalExpression\"><![CDATA[" + text + "]]></" + element + ">";
    }

    // ---- flows ----

    /** Flows from each node to the next. */
    public Sketch path(String... ids) {
        for (int i = 1; i < ids.length; i++) {
            flow(ids[i - 1], ids[i], null);
        }
        return this;
    }

    /** A flow that is taken on the condition. */
    public Sketch when(String condition, String from, String to) {
        return flow(from, to, condition);
    }

    /** The flow that is taken when no other holds. */
    public Sketch otherwise(String from, String to) {
        nodes.stream().filter(n -> n.id.equals(from)).findFirst().orElseThrow().attributes.append(" default=\"").append(from)
                .append("__").append(to).append('"');
        return flow(from, to, null);
    }

    private Sketch flow(String from, String to, String condition) {
        String id = from + "__" + to;
        String twin = flows.indexOf("id=\"" + id + "\"") < 0 ? id : id + "__" + flows.length();
        flows.append("<sequenceFlow id=\"").append(twin).append("\" sourceRef=\"").append(from).append("\" targetRef=\"").append(to).append("\">")
                .append(condition == null ? "" : expression("conditionExpression", condition)).append("</sequenceFlow>");
        return this;
    }

    /** The handler undoes the activity: its compensation boundary is drawn along with it. */
    public Sketch undoneBy(String activity, String handler) {
        String boundary = activity + "_undo";
        boundary(boundary, activity, compensation());
        nodes.stream().filter(n -> n.id.equals(handler)).findFirst().orElseThrow().attributes.append(" isForCompensation=\"true\"");
        associations.append("<association id=\"").append(boundary).append("_to_").append(handler).append("\" associationDirection=\"One\" sourceRef=\"")
                .append(boundary).append("\" targetRef=\"").append(handler).append("\"/>");
        return this;
    }

    // ---- the file ----

    /** An attribute of the process, with its prefix. */
    public Sketch process(String attribute, String value) {
        processAttributes += " " + attribute + "=\"" + value + "\"";
        return this;
    }

    /** An element that stands beside the process. */
    public Sketch root(String element) {
        roots.add(element);
        return this;
    }

    private String body() {
        StringBuilder body = new StringBuilder();
        nodes.forEach(n -> body.append(n.xml()));
        return body.append(flows).append(associations).toString();
    }

    private String processXml() {
        return "<process id=\"" + key + "\" name=\"" + key + "\" isExecutable=\"true\"" + processAttributes + ">" + processParts + body() + "</process>";
    }

    public String xml() {
        return file(this);
    }

    /** Several processes in one file. */
    public static String file(Sketch... processes) {
        Set<String> roots = new LinkedHashSet<>();
        List.of(processes).forEach(p -> roots.addAll(p.roots));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:wf=\"urn:wf:bpmn:1.0\" targetNamespace=\"test\">"
                + String.join("", roots) + List.of(processes).stream().map(Sketch::processXml).collect(Collectors.joining()) + "</definitions>";
    }
}
