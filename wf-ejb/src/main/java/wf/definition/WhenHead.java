package wf.definition;

/** What follows when the one who is looked for is the base himself, as the head of a department is at its head. */
public enum WhenHead {
    /** The one above him: nobody approves his own request. */
    CLIMB,
    /** He himself. */
    SELF,
    /** Nobody. */
    EMPTY
}
