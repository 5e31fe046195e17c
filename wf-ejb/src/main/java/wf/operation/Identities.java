package wf.operation;

import java.util.EnumSet;
import java.util.Set;
import wf.contract.WorkItemKind;
import wf.instance.ProcessInstance;
import wf.instance.WorkItem;
import wf.runtime.Member;

/** Which identities a person holds, as far as the instance itself tells; HANDLED is history and comes from elsewhere. */
public final class Identities {

    private Identities() { }

    /** @param item the item that the question is about, or null for the instance as a whole */
    public static Set<Identity> of(Member person, ProcessInstance instance, WorkItem item) {
        Set<Identity> held = EnumSet.of(Identity.ANYBODY);
        if (person.administrator()) {
            held.add(Identity.MANAGER);
        }
        if (person.id().equals(instance.starter())) {
            held.add(Identity.CREATOR);
        }
        if (instance.nodeInstances().stream().anyMatch(v -> person.id().equals(v.sentBy()) && (item == null || v.id() == item.nodeInstanceId()))) {
            held.add(Identity.SENDER);
        }
        if (item == null) {
            instance.items().forEach(i -> addHeld(held, person, i));
        } else {
            addHeld(held, person, item);
        }
        return held;
    }

    private static void addHeld(Set<Identity> held, Member person, WorkItem item) {
        if (person.id().equals(item.owner())) {
            held.add(item.kind() == WorkItemKind.SIGN ? Identity.SIGN : Identity.MAIN);
        }
        if (person.isAmong(item.candidates())) {
            held.add(Identity.CANDIDATE);
        }
    }
}
