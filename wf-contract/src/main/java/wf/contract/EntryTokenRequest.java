package wf.contract;

import java.io.Serializable;

/**
 * Asks for a token that lets a person in to a page.
 */
public class EntryTokenRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The page, as a path of this product: {@code /}, {@code /workitems/12?tab=form}; required. */
    public String target;
}
