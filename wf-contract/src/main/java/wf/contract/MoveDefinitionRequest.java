package wf.contract;

/**
 * D6: puts a definition with all its versions into another category.
 */
public class MoveDefinitionRequest extends DefinitionRequest {
    private static final long serialVersionUID = 1L;

    /** Path of the category, created if it is missing; null for none. */
    public String category;
}
