package wf.instance;

/**
 * A branch: the carrier of one token (§0.4). The aggregate keeps open branches only; a branch without a token waits
 * for the branches it was split into. Inside a sub-process, and in each instance of a repeated activity, run branches
 * of a scope of their own; they are below the branch whose token stands at that activity.
 *
 * @param parentId the branch that was split, or that carries the scope; null in the process itself
 * @param splitNodeInstanceId the visit at which it was split off; null where the process began
 * @param ordinal place among the branches of that split, from 1
 * @param scopeId the visit inside which it runs; null in the process itself
 * @param splitNodeId the node that split it off; null where none did
 * @param supplement whether it was added when the split was long over (分支补发), so that its join waits for it too
 */
public record Branch(long id, Long parentId, Long splitNodeInstanceId, int ordinal, Long scopeId, String splitNodeId,
        boolean supplement) {

    /** One that no gateway split off, such as the first of a scope. */
    public Branch(long id, Long parentId, Long splitNodeInstanceId, int ordinal, Long scopeId) {
        this(id, parentId, splitNodeInstanceId, ordinal, scopeId, null, false);
    }

    /** One part of the branch that a node split. */
    public static Branch part(long id, Branch parent, long splitNodeInstanceId, String splitNodeId, int ordinal) {
        return new Branch(id, parent.id(), splitNodeInstanceId, ordinal, parent.scopeId(), splitNodeId, false);
    }

    /** A further part that a split gets later. */
    public Branch supplemented(long newId, int newOrdinal) {
        return new Branch(newId, parentId, splitNodeInstanceId, newOrdinal, scopeId, splitNodeId, true);
    }

    public boolean isRoot() {
        return parentId == null;
    }
}
