package wf.contract;

/**
 * D7: makes a version the first draft of a new definition.
 */
public class CopyRequest extends DefinitionRequest {
    private static final long serialVersionUID = 1L;

    /** Key of the new definition, which must be free: a letter or underscore, then letters, digits, {@code _ - .}; at most 100 characters. */
    public String key;

    /** Its name; null for that of the version copied. */
    public String name;

    /** Its category; null for that of the version copied. */
    public String category;
}
