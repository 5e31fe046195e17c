package wf.contract;

/**
 * D6: creates a category, and those above it that are missing.
 */
public class CreateCategoryRequest extends CategoryRequest {
    private static final long serialVersionUID = 1L;

    /** Place among its siblings, smaller first; null for the last. */
    public Integer order;
}
