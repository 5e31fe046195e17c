package wf.contract;

/**
 * D6: puts a category below another one or among its siblings; what stands below it and in it comes along.
 */
public class MoveCategoryRequest extends CategoryRequest {
    private static final long serialVersionUID = 1L;

    /** Path of the category that it shall stand below; null for the top. */
    public String parent;

    /** Place among its new siblings, smaller first; null for the last, or for where it is when the parent stays. */
    public Integer order;
}
