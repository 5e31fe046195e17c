package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.CategoryRequest;
import wf.contract.CreateCategoryRequest;
import wf.contract.DefinitionReply;
import wf.contract.ErrorCode;
import wf.contract.MoveCategoryRequest;
import wf.contract.MoveDefinitionRequest;
import wf.contract.RenameCategoryRequest;
import wf.org.RoleStore;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Right;
import wf.runtime.Whereabouts;
import wf.store.CategoryRow;
import wf.store.CategoryStore;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;
import wf.store.IdentityStore;

/** D6: the tree of categories, and which definition stands where in it. */
@Singleton
public class CategoryCommands {

    private final Categories categories;
    private final CategoryStore rows;
    private final DefinitionStore definitions;
    private final IdentityStore identities;
    private final RoleStore roles;
    private final DefinitionViews views;
    private final DefinitionWrites writes;

    @Inject
    public CategoryCommands(Categories categories, CategoryStore rows, DefinitionStore definitions, IdentityStore identities, RoleStore roles, DefinitionViews views,
            DefinitionWrites writes) {
        this.categories = categories;
        this.rows = rows;
        this.definitions = definitions;
        this.identities = identities;
        this.roles = roles;
        this.views = views;
        this.writes = writes;
    }

    public DefinitionReply create(Caller caller, CreateCategoryRequest request) {
        return writes.once(caller, "createCategory", "", request, reply -> {
            CategoryPath path = CategoryPath.required(request.path, "path", caller.locale());
            mustWrite(caller, path);
            CategoryTree tree = categories.tree(caller.tenant());
            mustBeFree(tree, path, caller.locale());
            List<CategoryPath> added = tree.add(path, request.order);
            reply.categories = tree.views(added);
            return () -> categories.store(caller.tenant(), tree, added);
        });
    }

    public DefinitionReply rename(Caller caller, RenameCategoryRequest request) {
        return writes.once(caller, "renameCategory", "", request, reply -> {
            Locale locale = caller.locale();
            CategoryTree tree = categories.tree(caller.tenant());
            CategoryPath from = existing(tree, request.path, "path", locale);
            CategoryPath name = CategoryPath.required(request.name, "name", locale);
            Inputs.require(name.parent().isEmpty(), locale, "CATEGORY_NAME", "name");
            CategoryPath to = CategoryPath.below(from.parent(), name.name(), locale);
            mustWrite(caller, from);
            mustWrite(caller, to);
            mustBeFree(tree, to, locale);
            return relocate(caller, tree, from, to, reply);
        });
    }

    public DefinitionReply move(Caller caller, MoveCategoryRequest request) {
        return writes.once(caller, "moveCategory", "", request, reply -> {
            Locale locale = caller.locale();
            CategoryTree tree = categories.tree(caller.tenant());
            CategoryPath from = existing(tree, request.path, "path", locale);
            Optional<CategoryPath> parent = CategoryPath.optional(request.parent, "parent", locale)
                    .map(p -> existing(tree, p.text(), "parent", locale));
            mustWrite(caller, from);
            mustWrite(caller, CategoryPath.below(parent, from.name(), locale));
            if (parent.filter(p -> p.isWithin(from)).isPresent()) {
                throw Refused.because(ErrorCode.TARGET_INVALID, Messages.text(locale, "reject.CATEGORY_IN_ITSELF", from.text()));
            }
            return parent.equals(from.parent()) ? reorder(caller, tree, from, request.order, reply)
                    : moveBelow(caller, tree, from, parent, request.order, reply);
        });
    }

    private Runnable reorder(Caller caller, CategoryTree tree, CategoryPath path, Integer place, DefinitionReply reply) {
        tree.place(path, place == null ? tree.order(path) : place);
        reply.categories = tree.views(List.of(path));
        return () -> categories.store(caller.tenant(), tree, List.of(path));
    }

    private Runnable moveBelow(Caller caller, CategoryTree tree, CategoryPath from, Optional<CategoryPath> parent,
            Integer place, DefinitionReply reply) {
        CategoryPath to = CategoryPath.below(parent, from.name(), caller.locale());
        mustBeFree(tree, to, caller.locale());
        tree.place(from, place == null ? tree.last(parent) : place);
        return relocate(caller, tree, from, to, reply);
    }

    /** Everything at and below a path comes to another one: categories, and what definitions name. */
    private Runnable relocate(Caller caller, CategoryTree tree, CategoryPath from, CategoryPath to, DefinitionReply reply) {
        String tenant = caller.tenant();
        Map<CategoryPath, CategoryPath> moves = new LinkedHashMap<>();
        tree.within(from).forEach(p -> moves.put(p, p.moved(from, to, caller.locale())));
        tree.relocate(moves);
        List<CategoryPath> moved = tree.within(to);
        reply.categories = tree.views(moved);
        for (DefinitionRow row : definitions.newest(tenant, false)) {
            CategoryPath.stored(row.category).map(moves::get).ifPresent(p -> reply.definitions.add(views.info(row, p.text())));
        }
        return () -> {
            removeRows(tenant, from);
            categories.store(tenant, tree, moved);
            rows.used(tenant).forEach(text -> CategoryPath.stored(text).map(moves::get)
                    .ifPresent(p -> rows.reassign(tenant, text, p.text())));
            identities.relocate(tenant, text -> CategoryPath.stored(text).map(moves::get).map(CategoryPath::text));
            roles.relocate(tenant, text -> CategoryPath.stored(text).map(moves::get).map(CategoryPath::text));
        };
    }

    private void removeRows(String tenant, CategoryPath from) {
        for (CategoryRow row : rows.all(tenant)) {
            if (CategoryPath.stored(row.path).filter(p -> p.isWithin(from)).isPresent()) {
                rows.remove(tenant, row.path);
            }
        }
    }

    public DefinitionReply delete(Caller caller, CategoryRequest request) {
        return writes.once(caller, "deleteCategory", "", request, reply -> {
            Locale locale = caller.locale();
            CategoryTree tree = categories.tree(caller.tenant());
            CategoryPath path = existing(tree, request.path, "path", locale);
            mustWrite(caller, path);
            int used = tree.definitionsWithin(path);
            if (used > 0) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(locale, "reject.CATEGORY_IN_USE", path.text(), used));
            }
            if (tree.within(path).size() > 1) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(locale, "reject.CATEGORY_NOT_EMPTY", path.text()));
            }
            mustBeUnnamed(caller, path);
            reply.categories = tree.views(List.of(path));
            return () -> removeRows(caller.tenant(), path);
        });
    }

    /** A rule of an identity, or a role, for a category that is gone would count again for whoever creates one of that name. */
    private void mustBeUnnamed(Caller caller, CategoryPath path) {
        List<String> naming = identities.all(caller.tenant()).stream().filter(s -> s.appointments().stream()
                .anyMatch(a -> CategoryPath.stored(a.category()).filter(c -> c.isWithin(path)).isPresent())).map(s -> s.identity().code()).toList();
        if (!naming.isEmpty()) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE,
                    Messages.text(caller.locale(), "reject.CATEGORY_OF_IDENTITIES", path.text(), String.join(", ", naming)));
        }
        if (roles.grants(caller.tenant()).stream().anyMatch(g -> CategoryPath.stored(g.category).filter(c -> c.isWithin(path)).isPresent())) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.CATEGORY_OF_GRANTS", path.text()));
        }
    }

    public DefinitionReply moveDefinition(Caller caller, String definitionKey, MoveDefinitionRequest request) {
        return writes.once(caller, "moveDefinition", definitionKey, request, reply -> {
            Optional<CategoryPath> path = CategoryPath.optional(request.category, "category", caller.locale());
            List<DefinitionRow> versions = definitions.versions(caller.tenant(), definitionKey);
            if (versions.isEmpty()) {
                throw Situations.notFound(caller);
            }
            String category = path.map(CategoryPath::text).orElse(null);
            writes.must(caller, Right.DEFINITION_WRITE, () -> Locations.ofDefinition(versions.get(0)));
            writes.must(caller, Right.DEFINITION_WRITE, () -> Whereabouts.inCategory(category));
            versions.forEach(r -> reply.definitions.add(views.info(r, category)));
            CategoryTree tree = categories.tree(caller.tenant());
            List<CategoryPath> added = path.map(p -> tree.add(p, null)).orElse(List.of());
            path.ifPresent(tree::enter);
            reply.categories = tree.views(added);
            return () -> {
                categories.store(caller.tenant(), tree, added);
                rows.assign(caller.tenant(), definitionKey, category);
            };
        });
    }

    private void mustWrite(Caller caller, CategoryPath path) {
        writes.must(caller, Right.DEFINITION_WRITE, () -> Whereabouts.inCategory(path.text()));
    }

    private static CategoryPath existing(CategoryTree tree, String text, String field, Locale locale) {
        CategoryPath path = CategoryPath.required(text, field, locale);
        if (!tree.has(path)) {
            throw Refused.because(ErrorCode.NOT_FOUND, Messages.text(locale, "reject.NO_CATEGORY", path.text()));
        }
        return path;
    }

    private static void mustBeFree(CategoryTree tree, CategoryPath path, Locale locale) {
        if (tree.has(path)) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(locale, "reject.CATEGORY_EXISTS", path.text()));
        }
    }
}
