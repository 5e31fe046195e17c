package wf.contract;

import java.io.Serializable;

/**
 * D6 分类: a category of definitions. Categories form a tree for each tenant; a path names one.
 */
public class Category implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Names from the top, with a slash between them: {@code HR/Leave}. */
    public String path;

    /** The last name of the path. */
    public String name;

    /** Path of the category above, or null at the top. */
    public String parent;

    /** Place among its siblings: smaller first, of equal ones by name. */
    public int order;

    /** How many definitions stand directly in it. */
    public int definitions;

    /** How many definitions stand in it or below it. */
    public int definitionsBelow;
}
