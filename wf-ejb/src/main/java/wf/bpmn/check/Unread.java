package wf.bpmn.check;

import wf.definition.Findings;

/**
 * Attributes and elements of this product's own namespace that no reader asked for: misspelt, or at a place where they mean
 * nothing. Without a word about it the process would run differently from what its author thinks.
 */
public final class Unread {

    /** Namespace of the product's own extensions. */
    public static final String WF = "urn:wf:bpmn:1.0";
    private static final String EXTENSIONS = "extensionElements";
    private final Readings readings;
    private final Report report;

    private Unread(Readings readings, Report report) {
        this.readings = readings;
        this.report = report;
    }

    /** A warning for each, in the processes that are executed. */
    public static void check(BpmnFile file, Readings readings, Findings findings) {
        Unread unread = new Unread(readings, new Report(findings));
        file.processes().stream().filter(file::isExecutable).forEach(unread::check);
    }

    private void check(XmlElement element) {
        element.extensionAttributes().stream().filter(a -> a.namespace().equals(WF) && !readings.hasAttribute(element.name(), a.name()))
                .forEach(a -> tell(element, "wf:" + a.name()));
        if (element.namespace().equals(WF)) {
            element.attributes().filter(a -> !readings.hasAttribute(element.name(), a)).forEach(a -> tell(element, a));
        }
        element.children().forEach(child -> checkChild(element.name().equals(EXTENSIONS) ? element.parent() : element, child));
    }

    private void checkChild(XmlElement owner, XmlElement child) {
        if (child.namespace().equals(WF) && !readings.hasChild(owner.name(), child.name())) {
            tell(owner, "wf:" + child.name());
        } else {
            check(child);
        }
    }

    private void tell(XmlElement at, String name) {
        report.warning("UNREAD", at, name, at.name());
    }
}
