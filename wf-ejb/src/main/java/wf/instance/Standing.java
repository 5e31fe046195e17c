package wf.instance;

import java.time.Instant;
import wf.contract.InstanceState;

/**
 * What an instance remembers of its life beside its state, so that it can go back to what it was before.
 *
 * @param suspendedAt since when its clock stands; null while it runs
 * @param suspendedWith whether that is only because the instance that called it is suspended
 * @param deletedFrom the state to which it comes back when it is restored; null while it is not deleted
 * @param deletedWith whether it was deleted only because the instance that called it was
 * @param activations how often it was opened again after its end
 * @param department in which its starter acted; null where he has not said so
 */
public record Standing(Instant suspendedAt, boolean suspendedWith, InstanceState deletedFrom, boolean deletedWith, int activations,
        String department) {

    public static final Standing FIRM = new Standing(null, false, null, false, 0, null);

    Standing suspended(Instant at, boolean withParent) {
        return new Standing(at, withParent, null, false, activations, department);
    }

    /** It goes on, or has ended. */
    Standing moving() {
        return new Standing(null, false, null, false, activations, department);
    }

    Standing deleted(InstanceState from, boolean withParent) {
        return new Standing(suspendedAt, suspendedWith, from, withParent, activations, department);
    }

    /** It is what it was before it was deleted. */
    Standing restored() {
        return new Standing(suspendedAt, suspendedWith, null, false, activations, department);
    }

    Standing activated() {
        return new Standing(null, false, null, false, activations + 1, department);
    }

    Standing startedIn(String chosen) {
        return new Standing(suspendedAt, suspendedWith, deletedFrom, deletedWith, activations, chosen);
    }
}
