package wf.bpmn.check;

import java.util.Optional;

/** Whole numbers in attributes; what is none is the schema's business. */
final class Numbers {

    private Numbers() { }

    static Optional<Long> of(XmlElement element, String attribute) {
        return element.attribute(attribute).filter(v -> v.matches("[+-]?\\d{1,18}")).map(Long::valueOf);
    }
}
