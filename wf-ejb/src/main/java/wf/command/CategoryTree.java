package wf.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.contract.Category;
import wf.store.CategoryRow;
import wf.store.DefinitionRow;

/**
 * The categories of a tenant as they are now: those that have a row, those that definitions name, and all above them. It
 * changes in memory only, so that a preview can show what would come.
 */
final class CategoryTree {

    private final Map<CategoryPath, Integer> order = new LinkedHashMap<>();
    private final Map<CategoryPath, Integer> definitions = new LinkedHashMap<>();

    CategoryTree(List<CategoryRow> rows, List<DefinitionRow> newest) {
        rows.forEach(r -> CategoryPath.stored(r.path).ifPresent(p -> order.put(p, r.sortNo)));
        newest.forEach(d -> CategoryPath.stored(d.category).ifPresent(p -> definitions.merge(p, 1, Integer::sum)));
        List.copyOf(order.keySet()).forEach(this::grow);
        definitions.keySet().forEach(this::grow);
    }

    private void grow(CategoryPath path) {
        path.line().forEach(p -> order.putIfAbsent(p, 0));
    }

    boolean has(CategoryPath path) {
        return order.containsKey(path);
    }

    int order(CategoryPath path) {
        return order.get(path);
    }

    /** The place behind all siblings. */
    int last(Optional<CategoryPath> parent) {
        return order.entrySet().stream().filter(e -> e.getKey().parent().equals(parent))
                .mapToInt(Map.Entry::getValue).max().orElse(0) + 1;
    }

    /** Adds a category with what is missing above it; answers what was added, from the top. */
    List<CategoryPath> add(CategoryPath path, Integer place) {
        List<CategoryPath> added = path.line().stream().filter(p -> !has(p)).toList();
        for (CategoryPath missing : added) {
            order.put(missing, place != null && missing.equals(path) ? place : last(missing.parent()));
        }
        return added;
    }

    /** Counts a definition that comes in. */
    void enter(CategoryPath path) {
        definitions.merge(path, 1, Integer::sum);
    }

    /** That category and all below it, in the order of the tree. */
    List<CategoryPath> within(CategoryPath path) {
        return sorted(order.keySet().stream().filter(p -> p.isWithin(path)).toList());
    }

    int definitionsWithin(CategoryPath path) {
        return definitions.entrySet().stream().filter(e -> e.getKey().isWithin(path)).mapToInt(Map.Entry::getValue).sum();
    }

    /** Gives categories another path, with the definitions in them. */
    void relocate(Map<CategoryPath, CategoryPath> moves) {
        moves.forEach((old, now) -> {
            int place = order.remove(old);
            order.put(now, place);
            Optional.ofNullable(definitions.remove(old)).ifPresent(n -> definitions.merge(now, n, Integer::sum));
        });
    }

    void place(CategoryPath path, int place) {
        order.put(path, place);
    }

    void remove(CategoryPath path) {
        order.remove(path);
    }

    List<Category> views() {
        return views(sorted(order.keySet()));
    }

    List<Category> views(Collection<CategoryPath> paths) {
        return new ArrayList<>(paths.stream().map(this::view).toList());
    }

    private Category view(CategoryPath path) {
        Category category = new Category();
        category.path = path.text();
        category.name = path.name();
        category.parent = path.parent().map(CategoryPath::text).orElse(null);
        category.order = order.getOrDefault(path, 0);
        category.definitions = definitions.getOrDefault(path, 0);
        category.definitionsBelow = definitionsWithin(path);
        return category;
    }

    private List<CategoryPath> sorted(Collection<CategoryPath> paths) {
        return paths.stream().sorted(this::compare).toList();
    }

    /** As a tree is read: where two lines part, the place decides, then the name; what stands above comes first. */
    private int compare(CategoryPath one, CategoryPath other) {
        List<CategoryPath> left = one.line();
        List<CategoryPath> right = other.line();
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!left.get(i).equals(right.get(i))) {
                return Comparator.<CategoryPath>comparingInt(p -> order.getOrDefault(p, 0)).thenComparing(CategoryPath::name)
                        .compare(left.get(i), right.get(i));
            }
        }
        return left.size() - right.size();
    }
}
