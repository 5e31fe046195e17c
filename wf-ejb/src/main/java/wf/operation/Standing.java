package wf.operation;

import java.util.List;
import java.util.Set;
import wf.contract.FormMode;

/**
 * What a tenant lets an identity be (§1.2).
 *
 * @param priority the higher, the weightier: by the weightiest that he holds, somebody is shown, and his form
 * @param operations names of what it may do, where node, definition and state allow that
 * @param nameZh null for the product's own name
 * @param nameEn null for the product's own name
 * @param appointments who holds it, beyond those who do by their work
 */
public record Standing(Identity identity, int priority, Set<String> operations, FormMode mode, String nameZh, String nameEn,
        List<Appointment> appointments) {

    public Standing {
        operations = Set.copyOf(operations);
        appointments = List.copyOf(appointments);
    }
}
