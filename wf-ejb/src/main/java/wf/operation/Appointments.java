package wf.operation;

import java.util.HashSet;
import java.util.Set;
import wf.contract.InstanceState;
import wf.definition.ProcessDefinition;
import wf.instance.ProcessInstance;
import wf.runtime.Member;

/**
 * Who is something to an instance because its model or the tenant says so: monitors, and whatever identities a tenant has
 * of its own. Nobody is appointed to another one's draft.
 */
public final class Appointments {

    private final Charter charter;
    private final NamedPeople people;

    public Appointments(Charter charter, NamedPeople people) {
        this.charter = charter;
        this.people = people;
    }

    /** @param category of the definition, or null */
    public Set<Identity> of(Member person, ProcessInstance instance, ProcessDefinition definition, String category) {
        Set<Identity> appointed = new HashSet<>();
        if (instance.state() == InstanceState.DRAFT) {
            return appointed;
        }
        if (person.isAmong(people.monitors(definition.disclosure(), instance))) {
            appointed.add(Identity.MONITOR);
        }
        for (Standing standing : charter.appointing()) {
            if (standing.appointments().stream().anyMatch(a -> a.isAbout(definition.key(), category) && people.include(person, a.people(), instance))) {
                appointed.add(standing.identity());
            }
        }
        return appointed;
    }
}
