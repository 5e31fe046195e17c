package wf.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random process: nested blocks of steps, choices and forks, and now and then a flow that no block would draw: a loop
 * back, a split without its join, a join that waits for what a choice did not take.
 */
final class RandomModel {

    private static final String[] PEOPLE = {"li", "wang", "sun", "zhou", "qian"};

    private final Random random;
    private final StringBuilder xml = new StringBuilder();
    private final List<String> nodes = new ArrayList<>();
    private int count;
    private int flows;

    private RandomModel(Random random) {
        this.random = random;
    }

    static String of(String key, Random random) {
        RandomModel model = new RandomModel(random);
        model.xml.append("<startEvent id=\"start\"/>");
        String last = model.block(model.human("start"), 3);
        model.xml.append("<endEvent id=\"end\"/>");
        model.flow(last, "end", null);
        model.extraFlows();
        return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xmlns:wf=\"urn:wf:bpmn:1.0\" targetNamespace=\"t\"><process id=\"" + key + "\" isExecutable=\"true\">"
                + model.xml + "</process></definitions>";
    }

    /** A few blocks one after another; answers the node at their end. */
    private String block(String from, int depth) {
        String last = from;
        for (int i = random.nextInt(3); i >= 0; i--) {
            last = switch (depth == 0 ? 0 : random.nextInt(4)) {
                case 1 -> branches(last, depth, "parallelGateway", "parallelGateway");
                case 2 -> branches(last, depth, "exclusiveGateway", "exclusiveGateway");
                case 3 -> random.nextInt(3) == 0 ? branches(last, depth, any(), any()) : signed(last);
                default -> human(last);
            };
        }
        return last;
    }

    private String any() {
        return random.nextBoolean() ? "parallelGateway" : "exclusiveGateway";
    }

    private String branches(String from, int depth, String split, String join) {
        String opening = node(split);
        flow(from, opening, null);
        String closing = "n" + count++;
        for (int i = 0, n = 2 + random.nextInt(2); i < n; i++) {
            String first = human(null);
            flow(opening, first, split.startsWith("exclusive") && i < n - 1 ? "pick == " + i : null);
            flow(block(first, depth - 1), closing, null);
        }
        xml.append("<").append(join).append(" id=\"").append(closing).append("\"/>");
        nodes.add(closing);
        return closing;
    }

    private String node(String element) {
        String id = "n" + count++;
        xml.append("<").append(element).append(" id=\"").append(id).append("\"/>");
        nodes.add(id);
        return id;
    }

    private String human(String from) {
        return person(from, random.nextInt(4) == 0 ? " wf:candidateGroups=\"finance\"" : " wf:assignee=\"" + person() + "\"", "");
    }

    private String signed(String from) {
        String rule = new String[] {"ALL", "ANY", "QUORUM\" quorum=\"60%"}[random.nextInt(3)];
        return person(from, " wf:candidateUsers=\"li,wang,sun\"", "<extensionElements><wf:signing order=\""
                + (random.nextBoolean() ? "PARALLEL" : "SEQUENTIAL") + "\" rule=\"" + rule + "\"/></extensionElements>");
    }

    private String person(String from, String attributes, String inside) {
        String id = "n" + count++;
        xml.append("<userTask id=\"").append(id).append("\"").append(attributes).append(">").append(inside).append("</userTask>");
        nodes.add(id);
        if (from != null) {
            flow(from, id, null);
        }
        return id;
    }

    private String person() {
        return PEOPLE[random.nextInt(PEOPLE.length)];
    }

    /** Flows from anywhere to anywhere, taken on a condition, so that tokens split, loop and miss their joins. */
    private void extraFlows() {
        for (int i = random.nextInt(3); i > 0; i--) {
            flow(nodes.get(random.nextInt(nodes.size())), nodes.get(random.nextInt(nodes.size())), "pick == " + (3 + random.nextInt(2)));
        }
    }

    private void flow(String from, String to, String condition) {
        boolean unconditional = condition == null || xml.indexOf("<parallelGateway id=\"" + from + "\"") >= 0;
        xml.append("<sequenceFlow id=\"f").append(flows++).append("\" sourceRef=\"").append(from).append("\" targetRef=\"").append(to).append("\">");
        if (!unconditional) {
            xml.append("<conditionExpression xsi:type=\"tFormalExpression\">").append(condition).append("</conditionExpression>");
        }
        xml.append("</sequenceFlow>");
    }
}
