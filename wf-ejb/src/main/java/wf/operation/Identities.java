package wf.operation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wf.instance.Consultation;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.WorkItem;
import wf.runtime.Member;

/** Which identities a person holds, as far as the instance itself tells; history and appointments come from elsewhere. */
public final class Identities {

    private Identities() { }

    /** @param item the item that the question is about, or null for the instance as a whole */
    public static Set<Identity> of(Member person, ProcessInstance instance, WorkItem item) {
        Set<Identity> held = new HashSet<>(List.of(Identity.ANYBODY));
        if (person.administrator()) {
            held.add(Identity.MANAGER);
        }
        if (person.id().equals(instance.starter())) {
            held.add(Identity.CREATOR);
        }
        if (item == null) {
            instance.items().forEach(i -> addHeld(held, person, i, instance));
        } else {
            addHeld(held, person, item, instance);
        }
        return held;
    }

    private static void addHeld(Set<Identity> held, Member person, WorkItem item, ProcessInstance instance) {
        if (person.id().equals(item.owner())) {
            held.add(Identity.of(item.kind()));
        }
        if (person.id().equals(sender(item, instance.nodeInstance(item.nodeInstanceId())))) {
            held.add(Identity.SENDER);
        }
        if (person.isAmong(item.candidates())) {
            held.add(Identity.CANDIDATE);
        }
    }

    /** Whoever asked for the item; where the model did, whoever sent the work to its node. */
    public static String sender(WorkItem item, NodeInstance visit) {
        return item.askedBy() == null ? visit.sentBy()
                : visit.consultation(item.askedBy(), item.kind()).map(Consultation::by).orElse(null);
    }

    /** Whether he holds the item, in whatever way. */
    public static boolean isHolder(Set<Identity> held) {
        return held.stream().anyMatch(Identity.HOLDERS::contains);
    }
}
