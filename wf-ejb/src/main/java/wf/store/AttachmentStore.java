package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;

/** Attachments: what they are, and their contents once by hash. */
@Singleton
public class AttachmentStore {

    /** Which contents no attachment has any more; sound only in a statement that begins when they are held. */
    static final String UNUSED = " and not exists (select 1 from wf_attachment a where a.tenant = wf_content.tenant and a.sha256 = wf_content.sha256)";
    static final String HELD = " for update";
    private final EntityManager em;

    @Inject
    public AttachmentStore(EntityManager em) {
        this.em = em;
    }

    /** A content that is there is held until the transaction ends, so that whoever removes its last attachment sees this one. */
    public void insert(AttachmentRow row, byte[] content) {
        if (!isThere(row, "") || !isThere(row, HELD)) {
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
        if (isThere(row, HELD)) {
            ofContent(row, "delete from wf_content where tenant = ?1 and sha256 = ?2" + UNUSED).executeUpdate();
        }
    }

    /** What is not there is not asked for with a lock: MariaDB would hold the gap, and two who add the same would wait for each other. */
    private boolean isThere(AttachmentRow row, String held) {
        return !ofContent(row, "select c.sha256 from wf_content c where c.tenant = ?1 and c.sha256 = ?2" + held).getResultList().isEmpty();
    }

    private Query ofContent(AttachmentRow row, String sql) {
        return em.createNativeQuery(sql).setParameter(1, row.tenant).setParameter(2, row.sha256);
    }
}
