package wf.contract;

/**
 * What operations on a category take (D6). Sent as it is to delete one.
 */
public class CategoryRequest extends DefinitionRequest {
    private static final long serialVersionUID = 1L;

    /** The category: names with a slash between them, at most 400 characters. */
    public String path;
}
