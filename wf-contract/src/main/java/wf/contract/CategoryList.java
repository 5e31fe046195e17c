package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree of categories.
 */
public class CategoryList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Each category before those below it, siblings in their order. */
    public List<Category> categories = new ArrayList<>();
}
