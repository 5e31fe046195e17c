package wf.contract;

/**
 * D6: gives a category another name; what stands below it and in it comes along.
 */
public class RenameCategoryRequest extends CategoryRequest {
    private static final long serialVersionUID = 1L;

    /** The new name, without a slash. */
    public String name;
}
