package wf.bpmn.check;

import java.util.List;

/** Link events: two ends of one flow inside one process level (10.5.5). */
record Links(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all("intermediateThrowEvent").filter(this::isLink).forEach(this::hasOneTarget);
        file.all("intermediateCatchEvent").filter(this::isLink).forEach(this::hasASource);
    }

    private boolean isLink(XmlElement event) {
        return file.hasDefinition(event, "linkEventDefinition");
    }

    /** 10.5.5: each source link has one target link on the same level. */
    private void hasOneTarget(XmlElement source) {
        long targets = beside(source, "intermediateCatchEvent").stream().filter(t -> pair(source, t)).count();
        if (targets != 1) {
            report.error("LINK_TARGET", source, source.label(), String.valueOf(targets));
        }
    }

    /** 10.5.5: a target link has at least one source link on the same level. */
    private void hasASource(XmlElement target) {
        if (beside(target, "intermediateThrowEvent").stream().noneMatch(s -> pair(s, target))) {
            report.error("LINK_SOURCE", target, target.label());
        }
    }

    private List<XmlElement> beside(XmlElement event, String kind) {
        return event.parent().children(kind).stream().filter(this::isLink).toList();
    }

    /** 10.5.5: two links belong together when they name each other, or, naming nothing, have the same name. */
    private boolean pair(XmlElement source, XmlElement target) {
        XmlElement from = link(source);
        XmlElement to = link(target);
        return from.has("target") || to.has("source") ? names(from, "target", to) && names(to, "source", from)
                : from.attribute("name").equals(to.attribute("name"));
    }

    private boolean names(XmlElement one, String child, XmlElement other) {
        return !one.has(child) || file.namedBy(one, child).contains(other);
    }

    private XmlElement link(XmlElement event) {
        return file.definitions(event).stream().filter(d -> d.is("linkEventDefinition")).findFirst().orElseThrow();
    }
}
