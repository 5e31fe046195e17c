package wf.instance;

/**
 * Something that happened to an instance. An event carries all that is needed to apply it again, so that replaying the
 * events of the journal gives the stored instance. Applying never decides and never fails on a legal sequence.
 */
public sealed interface Event permits ConsultationEvent, InstanceEvent, TokenEvent, WaitEvent, WorkItemEvent {

    void applyTo(ProcessInstance instance);
}
