package wf.instance;

/** Events of those whom somebody at work asks: assistants, countersigners, added signers. */
public sealed interface ConsultationEvent extends Event {

    /** Others are asked, or the same are now asked in another way. */
    record OthersAsked(long nodeInstanceId, Consultation consultation) implements ConsultationEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).with(consultation));
        }
    }

    /**
     * Nothing more is expected of them.
     *
     * @param passed what the round came to; null without one, and for a round in which nobody had voted
     */
    record ConsultationEnded(long nodeInstanceId, long consultationId, Consultation.Kind kind, Boolean passed) implements ConsultationEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).without(consultationId, kind));
        }
    }

    /** Who holds the host's work now also waits for those whom it had asked. */
    record ConsultationsHandedOver(long nodeInstanceId, long fromItem, long toItem, String by) implements ConsultationEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).handedOver(fromItem, toItem, by));
        }
    }
}
