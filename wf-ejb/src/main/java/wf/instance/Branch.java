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
 */
public record Branch(long id, Long parentId, Long splitNodeInstanceId, int ordinal, Long scopeId) {

    public boolean isRoot() {
        return parentId == null;
    }
}
