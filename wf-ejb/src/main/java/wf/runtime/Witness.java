package wf.runtime;

import wf.definition.SequenceFlow;
import wf.instance.Event;

/** Whoever wants to know how a decision came about, also one that is refused in the end. */
public interface Witness {

    Witness NONE = new Witness() {
        @Override
        public void happened(Event event) { }

        @Override
        public void looked(String nodeId, SequenceFlow flow, boolean holds) { }
    };

    void happened(Event event);

    /** The condition of a flow was looked at; the default flow is when no other holds. */
    void looked(String nodeId, SequenceFlow flow, boolean holds);
}
