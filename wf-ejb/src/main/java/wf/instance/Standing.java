package wf.instance;

import java.time.Instant;
import wf.contract.InstanceState;

/**
 * What an instance remembers of its life beside its state, so that it can go back to what it was before.
 *
 * @param suspendedAt since when its clock stands; null while it runs
 * @param deletedFrom the state to which it comes back when it is restored; null while it is not deleted
 * @param withParent whether it stands still only because the instance that called it does, and goes on with that
 * @param activations how often it was opened again after its end
 */
public record Standing(Instant suspendedAt, InstanceState deletedFrom, boolean withParent, int activations) {

    public static final Standing FIRM = new Standing(null, null, false, 0);

    Standing suspended(Instant at, boolean byParent) {
        return new Standing(at, null, byParent, activations);
    }

    Standing deleted(InstanceState from, boolean byParent) {
        return new Standing(suspendedAt, from, byParent, activations);
    }

    /** It is what it was before it was deleted. */
    Standing restored() {
        return new Standing(suspendedAt, null, false, activations);
    }

    /** It goes on, or has ended. */
    Standing moving() {
        return new Standing(null, null, false, activations);
    }

    Standing activated() {
        return new Standing(null, null, false, activations + 1);
    }
}
