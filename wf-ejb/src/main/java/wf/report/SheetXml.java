package wf.report;

import java.util.LinkedHashMap;
import java.util.Map;
import wf.contract.FormField;
import wf.contract.InstanceInfo;
import wf.contract.ProcessSheet;
import wf.contract.ProcessStep;
import wf.contract.WorkItemInfo;

/** The sheet as XML, with instants as ISO 8601 has them, for programs. */
record SheetXml(Words words) {

    private static final String NAMESPACE = "urn:wf:process-info:1.0";

    String write(ProcessSheet sheet) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<processInfo xmlns=\"").append(NAMESPACE).append("\" xml:lang=\"").append(words.locale().getLanguage()).append("\">\n");
        element(xml, "instance", instance(sheet.instance), null);
        sheet.fields.forEach(f -> element(xml, "field", field(f), f.value));
        sheet.steps.forEach(s -> element(xml, "step", step(s), s.opinion));
        sheet.openItems.forEach(i -> element(xml, "open", open(i), null));
        return xml.append("</processInfo>\n").toString();
    }

    private static void element(StringBuilder xml, String name, Map<String, Object> attributes, String text) {
        xml.append("  <").append(name);
        attributes.forEach((attribute, value) -> {
            if (value != null) {
                xml.append(' ').append(attribute).append("=\"").append(Markup.escape(value.toString())).append('"');
            }
        });
        xml.append(text == null ? "/>\n" : ">" + Markup.escape(text) + "</" + name + ">\n");
    }

    private static Map<String, Object> instance(InstanceInfo instance) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("id", instance.id);
        attributes.put("version", instance.version);
        attributes.put("state", instance.state);
        attributes.put("definition", instance.definitionKey);
        attributes.put("definitionVersion", instance.definitionVersion);
        attributes.put("definitionName", instance.definitionName);
        attributes.put("title", instance.title);
        attributes.put("businessKey", instance.businessKey);
        attributes.put("starter", instance.starter == null ? null : instance.starter.id);
        attributes.put("startedAt", instance.startedAt == null ? null : instance.startedAt.toInstant());
        attributes.put("endedAt", instance.endedAt == null ? null : instance.endedAt.toInstant());
        return attributes;
    }

    private static Map<String, Object> field(FormField field) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", field.name);
        attributes.put("label", field.label);
        attributes.put("type", field.type);
        attributes.put("masked", field.masked ? true : null);
        return attributes;
    }

    private static Map<String, Object> step(ProcessStep step) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("at", step.at.toInstant());
        attributes.put("node", step.nodeId);
        attributes.put("nodeName", step.nodeName);
        attributes.put("operation", step.operation);
        attributes.put("label", step.label);
        attributes.put("person", step.person.id);
        attributes.put("personName", step.person.name);
        attributes.put("onBehalfOf", step.onBehalfOf == null ? null : step.onBehalfOf.id);
        attributes.put("vote", step.vote);
        return attributes;
    }

    private static Map<String, Object> open(WorkItemInfo item) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("item", item.id);
        attributes.put("node", item.nodeId);
        attributes.put("nodeName", item.nodeName);
        attributes.put("person", item.owner == null ? null : item.owner.id);
        attributes.put("candidates", item.candidates.isEmpty() ? null : String.join(" ", item.candidates));
        attributes.put("since", item.createdAt == null ? null : item.createdAt.toInstant());
        return attributes;
    }
}
