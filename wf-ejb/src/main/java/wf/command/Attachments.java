package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.AttachRequest;
import wf.contract.Attachment;
import wf.contract.AttachmentInfo;
import wf.contract.AttachmentList;
import wf.contract.ErrorCode;
import wf.operation.Identity;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directory;
import wf.store.AttachmentRow;
import wf.store.AttachmentStore;
import wf.store.Ids;
import wf.store.InstanceStore;
import wf.store.Journal;

/** A1 to A4: files attached to an instance by those who work on it, read by those who may read it. */
@Singleton
public class Attachments {

    /** The largest file, in bytes. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private final Situations situations;
    private final AttachmentStore attachments;
    private final InstanceStore writes;
    private final Ids ids;
    private final Idempotency idempotency;
    private final AttachmentViews views;

    @Inject
    public Attachments(Situations situations, AttachmentStore attachments, InstanceStore writes, Ids ids,
            Idempotency idempotency, AttachmentViews views) {
        this.situations = situations;
        this.attachments = attachments;
        this.writes = writes;
        this.ids = ids;
        this.idempotency = idempotency;
        this.views = views;
    }

    public AttachmentInfo attach(Caller caller, long instanceId, AttachRequest request) {
        check(caller, request);
        String fingerprint = Idempotency.fingerprint("attach", instanceId, request);
        Optional<AttachmentInfo> earlier = idempotency.earlier(caller, request.opId, fingerprint, AttachmentInfo.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Situation on = readable(caller, instanceId);
        if (on.held().size() == 1) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.FORBIDDEN"));
        }
        mustBeOpen(caller, on);
        Inputs.require(request.workItemId == null || on.stored().image().findItem(request.workItemId).isPresent(),
                caller.locale(), "ITEM_OF_INSTANCE", String.valueOf(request.workItemId));
        AttachmentRow row = row(caller, on, request);
        attachments.insert(row, request.content);
        AttachmentInfo info = views.info(row, directory(on));
        idempotency.remember(caller, row.instanceId, idempotency.opId(request.opId), fingerprint, row.addedAt, info);
        writes.flush(caller.tenant(), instanceId);
        return info;
    }

    private static void check(Caller caller, AttachRequest request) {
        Inputs.opId(request.opId, caller.locale());
        Inputs.texts(request, caller.locale());
        Inputs.require(request.name != null && !request.name.isBlank() && request.name.length() <= 200
                && !request.name.matches("(?s).*[/\\\\\\p{Cntrl}].*"), caller.locale(), "FILE_NAME");
        Inputs.require(request.content != null, caller.locale(), "GIVEN", "content");
        Inputs.require(request.contentType == null || request.contentType.length() <= 200
                && request.contentType.matches("[\\w.+-]{1,100}/[\\w.+-]{1,100}( ?;[\\x20-\\x7E]{0,90})?"), caller.locale(), "CONTENT_TYPE");
        if (request.content.length > MAX_BYTES) {
            throw Refused.because(ErrorCode.TOO_LARGE, Messages.text(caller.locale(), "reject.TOO_LARGE", "10 MB"));
        }
    }

    private AttachmentRow row(Caller caller, Situation on, AttachRequest request) {
        AttachmentRow row = new AttachmentRow();
        row.tenant = caller.tenant();
        row.id = ids.next();
        row.instanceId = on.stored().image().id();
        row.workItemId = request.workItemId;
        row.name = request.name;
        row.contentType = request.contentType == null ? "application/octet-stream" : request.contentType;
        row.size = request.content.length;
        row.sha256 = Journal.sha256(request.content);
        row.addedBy = caller.person();
        row.addedAt = on.subject().facts().now();
        return row;
    }

    private static void mustBeOpen(Caller caller, Situation on) {
        boolean closed = on.stored().image().isClosed();
        if (closed || on.stored().image().standsStill()) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), closed ? "reject.INSTANCE_CLOSED" : "reject.NOT_RUNNING",
                    on.stored().image().state().name()));
        }
    }

    public AttachmentList list(Caller caller, long instanceId) {
        Situation on = readable(caller, instanceId);
        AttachmentList list = new AttachmentList();
        attachments.of(caller.tenant(), instanceId).forEach(a -> list.attachments.add(views.info(a, directory(on))));
        return list;
    }

    public Attachment get(Caller caller, long attachmentId) {
        AttachmentRow row = attachments.find(caller.tenant(), attachmentId).orElseThrow(() -> Situations.notFound(caller));
        Situation on = readable(caller, row.instanceId);
        Attachment attachment = new Attachment();
        attachment.info = views.info(row, directory(on));
        attachment.content = attachments.content(row);
        return attachment;
    }

    /** A4: whoever added it, or an administrator. A second call under the same id finds the first reply. */
    public AttachmentInfo remove(Caller caller, long attachmentId, String opId) {
        Inputs.opId(opId, caller.locale());
        Optional<AttachmentInfo> earlier = idempotency.earlier(caller, opId, "removeAttachment " + attachmentId, AttachmentInfo.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        AttachmentRow row = attachments.find(caller.tenant(), attachmentId).orElseThrow(() -> Situations.notFound(caller));
        Situation on = readable(caller, row.instanceId);
        if (!row.addedBy.equals(caller.person()) && !on.held().contains(Identity.MANAGER)) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.FORBIDDEN"));
        }
        mustBeOpen(caller, on);
        AttachmentInfo info = views.info(row, directory(on));
        attachments.remove(row);
        idempotency.remember(caller, row.instanceId, idempotency.opId(opId), "removeAttachment " + attachmentId, on.subject().facts().now(), info);
        writes.flush(caller.tenant(), row.instanceId);
        return info;
    }

    private Situation readable(Caller caller, long instanceId) {
        Situation on = situations.fresh(caller, instanceId);
        if (!situations.mayRead(caller, on.subject().facts(), on.stored().image())) {
            throw Situations.notFound(caller);
        }
        return on;
    }

    private static Directory directory(Situation on) {
        return on.subject().facts().directory();
    }
}
