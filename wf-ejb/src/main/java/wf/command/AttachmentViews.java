package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import wf.contract.AttachmentInfo;
import wf.runtime.Directory;
import wf.store.AttachmentRow;

/** An attachment in the words of the contract. */
@Singleton
public class AttachmentViews {

    private final Views views;

    @Inject
    public AttachmentViews(Views views) {
        this.views = views;
    }

    AttachmentInfo info(AttachmentRow row, Directory directory) {
        AttachmentInfo info = new AttachmentInfo();
        info.id = row.id;
        info.instanceId = row.instanceId;
        info.workItemId = row.workItemId;
        info.name = row.name;
        info.contentType = row.contentType;
        info.size = row.size;
        info.sha256 = row.sha256;
        info.addedBy = views.person(directory, row.addedBy);
        info.addedAt = views.date(row.addedAt);
        return info;
    }
}
