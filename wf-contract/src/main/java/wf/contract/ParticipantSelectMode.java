package wf.contract;

/**
 * U4: what whoever hands work on may choose about who handles a node next.
 */
public enum ParticipantSelectMode {
    /** Nothing: the model finds the people, or nobody works there. */
    NONE,
    /** One of the candidates. */
    SINGLE,
    /** Some of the candidates. */
    MULTI,
    /** Nothing: it is offered to the candidates, one of whom claims it. */
    CLAIM,
    /** People of the departments, groups and posts of the range. */
    ORG_TREE,
    /** Anybody. */
    FREE
}
