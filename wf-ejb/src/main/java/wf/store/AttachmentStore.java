package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Attachments: what they are, and their contents once by hash. */
@Singleton
public class AttachmentStore {

    private final EntityManager em;

    @Inject
    public AttachmentStore(EntityManager em) {
        this.em = em;
    }

    public void insert(AttachmentRow row, byte[] content) {
        if (em.find(ContentRow.class, new ContentKey(row.tenant, row.sha256)) == null) {
            ContentRow stored = new ContentRow();
            stored.tenant = row.tenant;
            stored.sha256 = row.sha256;
            stored.content = content;
            em.persist(stored);
        }
        em.persist(row);
    }

    public Optional<AttachmentRow> find(String tenant, long attachmentId) {
        return Optional.ofNullable(em.find(AttachmentRow.class, new TenantKey(tenant, attachmentId)));
    }

    public byte[] content(AttachmentRow row) {
        return em.find(ContentRow.class, new ContentKey(row.tenant, row.sha256)).content;
    }

    public List<AttachmentRow> of(String tenant, long instanceId) {
        return em.createQuery("select a from AttachmentRow a where a.tenant = :tenant and a.instanceId = :instance"
                + " order by a.id", AttachmentRow.class).setParameter("tenant", tenant)
                .setParameter("instance", instanceId).getResultList();
    }

    /** Removes the attachment, and its content when nothing else refers to it. */
    public void remove(AttachmentRow row) {
        em.remove(row);
        em.flush();
        Long others = em.createQuery("select count(a) from AttachmentRow a where a.tenant = :tenant and a.sha256 = :hash",
                Long.class).setParameter("tenant", row.tenant).setParameter("hash", row.sha256).getSingleResult();
        if (others == 0) {
            em.remove(em.find(ContentRow.class, new ContentKey(row.tenant, row.sha256)));
        }
    }
}
