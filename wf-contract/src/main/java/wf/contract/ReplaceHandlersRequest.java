package wf.contract;

/**
 * U5: puts another person in the place of somebody, on all of his open work or on what is selected of it.
 */
public class ReplaceHandlersRequest extends WorkSelection {
    private static final long serialVersionUID = 1L;

    /** Whose work; required. He need not be there any more. */
    public String from;

    /** Who gets it; required. */
    public String to;

    /** Why, as it is kept in the journal, at most 4000 characters; or null. */
    public String opinion;
}
