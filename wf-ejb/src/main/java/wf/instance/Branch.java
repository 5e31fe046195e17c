package wf.instance;

/**
 * A branch: the carrier of one token (§0.4). The aggregate keeps open branches only; a branch without a token waits
 * for the branches it was split into.
 *
 * @param parentId the branch that was split; null for the root
 * @param splitNodeInstanceId the visit at which it was split off; null for the root
 * @param ordinal place among the branches of that split, from 1
 */
public record Branch(long id, Long parentId, Long splitNodeInstanceId, int ordinal) {

    public boolean isRoot() {
        return parentId == null;
    }
}
