package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import wf.access.Caller;
import wf.contract.CategoryList;
import wf.store.CategoryStore;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;

/** The tree of categories as it is stored, and the one thing that others do to it: to see that a category is there. */
@Singleton
public class Categories {

    private final CategoryStore rows;
    private final DefinitionStore definitions;

    @Inject
    public Categories(CategoryStore rows, DefinitionStore definitions) {
        this.rows = rows;
        this.definitions = definitions;
    }

    public CategoryList list(Caller caller) {
        CategoryList list = new CategoryList();
        list.categories = tree(caller.tenant()).views();
        return list;
    }

    CategoryTree tree(String tenant) {
        return new CategoryTree(rows.all(tenant), definitions.newest(tenant, false));
    }

    /** Whether a definition stands in that category or below it. */
    static boolean isWithin(DefinitionRow row, CategoryPath category) {
        return CategoryPath.stored(row.category).filter(p -> p.isWithin(category)).isPresent();
    }

    /** Stores categories as they stand in the tree. */
    void store(String tenant, CategoryTree tree, List<CategoryPath> paths) {
        paths.forEach(p -> rows.put(tenant, p.text(), tree.order(p)));
    }
}
