package wf.runtime;

import wf.definition.SequenceFlow;
import wf.instance.Event;
import wf.instance.TokenEvent.RuleApplied;

/** Whoever wants to know how a decision came about, also one that is refused in the end. */
public interface Witness {

    Witness NONE = new Witness() {
        @Override
        public void happened(Event event) { }

        @Override
        public void looked(String nodeId, SequenceFlow flow, boolean holds) { }

        @Override
        public void failed(String nodeId, SequenceFlow flow, String error) { }

        @Override
        public void stopped(RuleApplied rule, String error) { }

        @Override
        public void leftToChoose(String nodeId, Selection selection) { }
    };

    void happened(Event event);

    /** The condition of a flow was looked at; the default flow is when no other holds. */
    void looked(String nodeId, SequenceFlow flow, boolean holds);

    /** The condition could not be evaluated. */
    void failed(String nodeId, SequenceFlow flow, String error);

    /** A rule failed, or rejects what was done. */
    void stopped(RuleApplied rule, String error);

    /** Who handles the node is left to whoever comes before. */
    void leftToChoose(String nodeId, Selection selection);
}
