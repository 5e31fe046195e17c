package wf.instance;

/** How the token stands at its node. */
public enum NodeInstanceState {
    /** It is worked on. */
    ACTIVE,
    /** It has come to a join and waits for others. */
    WAITING,
    /** What was done before is being undone on its behalf. */
    COMPENSATING,
    /** Its work is to go back, once the branches beside it have come to rest. */
    RETURNED,
    /** It cannot go on; an open incident says why. */
    INCIDENT
}
