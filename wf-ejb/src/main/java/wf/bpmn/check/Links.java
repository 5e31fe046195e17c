package wf.bpmn.check;

import java.util.List;

/** Link events: two ends of one flow inside one process level (10.5.5). */
record Links(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all(Names.SCOPES).forEach(this::check);
    }

    private void check(XmlElement scope) {
        List<XmlElement> sources = links(scope, "intermediateThrowEvent");
        List<XmlElement> targets = links(scope, "intermediateCatchEvent");
        sources.forEach(s -> hasOneTarget(s, targets));
        targets.forEach(t -> hasASource(t, sources));
    }

    private List<XmlElement> links(XmlElement scope, String kind) {
        return scope.children(kind).stream().filter(e -> file.hasDefinition(e, "linkEventDefinition")).toList();
    }

    /** 10.5.5: each source link has one target link on the same level. */
    private void hasOneTarget(XmlElement source, List<XmlElement> targets) {
        long found = targets.stream().filter(t -> pair(source, t)).count();
        if (found != 1) {
            report.error("LINK_TARGET", source, source.label(), String.valueOf(found));
        }
    }

    /** 10.5.5: a target link has at least one source link on the same level. */
    private void hasASource(XmlElement target, List<XmlElement> sources) {
        if (sources.stream().noneMatch(s -> pair(s, target))) {
            report.error("LINK_SOURCE", target, target.label());
        }
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
