package wf.runtime;

import java.util.Optional;

/** Records of the customer's applications that belong to instances and are kept in step with them (I9), in the decision's own transaction. */
@FunctionalInterface
public interface BusinessRecords {

    /** What happens to the instance. */
    enum Moment { BEFORE_DELETE, AFTER_DELETE, AFTER_RESTORE, AFTER_ACTIVATE }

    /** Where nobody keeps such records, and in a preview. */
    BusinessRecords NONE = (moment, flow) -> Optional.empty();

    /** Why it must not happen; empty when nobody has anything against it. Only before it happens anybody may. */
    Optional<String> tell(Moment moment, Flow flow);
}
