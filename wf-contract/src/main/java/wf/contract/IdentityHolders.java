package wf.contract;

import java.io.Serializable;

/**
 * Who holds an identity by a rule: people, and towards instances of which processes; without a definition and a category, of all.
 */
public class IdentityHolders implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Key of the one definition that it is about. */
    public String definitionKey;

    /** Category of the definitions that it is about, with those below. */
    public String category;

    /** People as a model names readers: {@code group:audit, user:li}, or an expression over the variables. */
    public String people;
}
