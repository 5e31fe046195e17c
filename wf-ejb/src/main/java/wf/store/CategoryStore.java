package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Rows of categories, and the paths that stand in definitions. */
@Singleton
public class CategoryStore {

    private final EntityManager em;

    @Inject
    public CategoryStore(EntityManager em) {
        this.em = em;
    }

    public List<CategoryRow> all(String tenant) {
        return em.createQuery("select c from CategoryRow c where c.tenant = :tenant", CategoryRow.class)
                .setParameter("tenant", tenant).getResultList();
    }

    /** Adds a row, or gives the one that is there another place. */
    public void put(String tenant, String path, int sortNo) {
        CategoryRow row = em.find(CategoryRow.class, new CategoryKey(tenant, path));
        if (row == null) {
            row = new CategoryRow();
            row.tenant = tenant;
            row.path = path;
            row.sortNo = sortNo;
            em.persist(row);
        } else {
            row.sortNo = sortNo;
        }
    }

    public void remove(String tenant, String path) {
        em.createQuery("delete from CategoryRow c where c.tenant = :tenant and c.path = :path")
                .setParameter("tenant", tenant).setParameter("path", path).executeUpdate();
    }

    /** The texts that definitions name as their category, each once. */
    public List<String> used(String tenant) {
        return em.createQuery("select distinct d.category from DefinitionRow d where d.tenant = :tenant"
                + " and d.category is not null", String.class).setParameter("tenant", tenant).getResultList();
    }

    /** Puts all versions of a definition into a category; null takes them out. */
    public void assign(String tenant, String definitionKey, String path) {
        var update = em.createQuery("update DefinitionRow d set d.category = " + (path == null ? "null" : ":path")
                + " where d.tenant = :tenant and d.defKey = :key").setParameter("tenant", tenant).setParameter("key", definitionKey);
        if (path != null) {
            update.setParameter("path", path);
        }
        update.executeUpdate();
    }

    /** Puts what names one category into another. */
    public void reassign(String tenant, String from, String to) {
        em.createQuery("update DefinitionRow d set d.category = :to where d.tenant = :tenant and d.category = :from")
                .setParameter("to", to).setParameter("tenant", tenant).setParameter("from", from).executeUpdate();
    }
}
