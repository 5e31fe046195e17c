package wf.bench.core;

/** Models of any size. */
final class Xml {

    private final StringBuilder body = new StringBuilder();
    private int flows;

    static Xml process() {
        return new Xml();
    }

    Xml element(String xml) {
        body.append(xml).append('\n');
        return this;
    }

    Xml person(String id) {
        return element("<userTask id=\"" + id + "\" wf:assignee=\"li\"/>");
    }

    Xml flow(String from, String to) {
        return element("<sequenceFlow id=\"f" + flows++ + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>");
    }

    Xml flow(String from, String to, String condition) {
        return element("<sequenceFlow id=\"f" + flows++ + "\" sourceRef=\"" + from + "\" targetRef=\"" + to
                + "\"><conditionExpression xsi:type=\"tFormalExpression\">" + condition + "</conditionExpression></sequenceFlow>");
    }

    String text() {
        return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xmlns:wf=\"urn:wf:bpmn:1.0\" targetNamespace=\"bench\"><process id=\"bench\" isExecutable=\"true\">\n" + body
                + "</process></definitions>";
    }

    /** Nodes one after another; each written by {@code %s} for its id. */
    static String sequence(int nodes, String node) {
        Xml xml = process().element("<startEvent id=\"start\"/>").element("<endEvent id=\"end\"/>");
        String last = "start";
        for (int i = 0; i < nodes; i++) {
            xml.element(String.format(node, "n" + i)).flow(last, "n" + i);
            last = "n" + i;
        }
        return xml.flow(last, "end").text();
    }

    /** Branches side by side, one person in each. */
    static String block(int branches) {
        Xml xml = process().element("<startEvent id=\"start\"/><parallelGateway id=\"split\"/><parallelGateway id=\"join\"/><endEvent id=\"end\"/>")
                .flow("start", "split");
        for (int i = 0; i < branches; i++) {
            xml.person("n" + i).flow("split", "n" + i).flow("n" + i, "join");
        }
        return xml.flow("join", "end").text();
    }
}
